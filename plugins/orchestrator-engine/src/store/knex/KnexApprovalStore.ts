import type { Knex } from 'knex';
import type {
  Approval,
  ApprovalQuery,
  ApprovalStore,
  NewVote,
  Voted,
} from '../ApprovalStore';
import type { Idempotency } from '../InstanceStore';
import { listApprovals, withVotes } from './operations/listApprovals';
import { voteOnApproval } from './operations/voteOnApproval';
import { reportingUnavailable } from './reportingUnavailable';
import type { ApprovalRow } from './tables';

/** {@link ApprovalStore} on SQLite or Postgres. @public */
export class KnexApprovalStore implements ApprovalStore {
  constructor(private readonly knex: Knex) {}

  async list(query: ApprovalQuery): Promise<readonly Approval[]> {
    return reportingUnavailable(() => listApprovals(this.knex, query));
  }

  async get(id: string): Promise<Approval | undefined> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<ApprovalRow>('approvals').where({ id });
      const [approval] = await withVotes(this.knex, rows);
      return approval;
    });
  }

  async vote(vote: NewVote, idempotency?: Idempotency): Promise<Voted> {
    return reportingUnavailable(() =>
      voteOnApproval(this.knex, vote, idempotency),
    );
  }
}
