import type { Knex } from 'knex';
import type { NewVote, Vote, Voted } from '../../ApprovalStore';
import { decisiveVote } from '../../decisiveVote';
import type { Idempotency, Signal } from '../../InstanceStore';
import { approvalOf, signalRow, textOf, voteOf } from '../rows';
import type {
  ApprovalApproverRow,
  ApprovalRow,
  ApprovalVoteRow,
  InstanceRow,
  SignalRow,
} from '../tables';
import { useKey } from './idempotencyKeys';
import { isSqlite } from './workerLeases';

/**
 * Counts a vote and, when it decides, closes the approval and tells its instance, in one transaction.
 *
 * The instance's row is locked before the approval's, as a commit of its worker does; so neither waits for the other while it holds
 * what the other wants, and of two who decide at once the second finds the approval decided.
 */
export async function voteOnApproval(
  knex: Knex,
  vote: NewVote,
  idempotency?: Idempotency,
): Promise<Voted> {
  try {
    return await knex.transaction(tx => count(tx, vote, idempotency));
  } catch (error) {
    if (error instanceof NotCounted) return error.why;
    throw error;
  }
}

/** Takes back what its transaction has done. */
class NotCounted extends Error {
  constructor(readonly why: Voted) {
    super(why);
  }
}

/** @throws NotCounted */
async function count(
  tx: Knex.Transaction,
  { approvalId, vote, actor, signalId }: NewVote,
  idempotency: Idempotency | undefined,
): Promise<Voted> {
  const by = { actor: vote.by, now: vote.at };
  const use = idempotency ? await useKey(tx, idempotency, by) : 'new';
  if (use !== 'new') return use;
  const row = await lock(tx, approvalId);
  if (!row) throw new NotCounted('unknown');
  if (row.status !== 'pending') throw new NotCounted('late');
  const before = await votesOn(tx, approvalId);
  if (before.some(one => one.by === vote.by)) throw new NotCounted('repeated');
  await insertVote(tx, row, vote, before.length + 1);
  const votes = [...before, vote];
  const decisive = decisiveVote(approvalOf(row, votes), votes);
  if (!decisive) return 'counted';
  await close(tx, row, decisive);
  await tell(tx, {
    id: signalId,
    instanceId: row.instance_id,
    kind: 'approval',
    actor,
    data: {
      effectId: row.effect_id,
      approvalId,
      output: outputOf(decisive, votes),
    },
    createdAt: vote.at,
  });
  return 'counted';
}

async function lock(
  tx: Knex.Transaction,
  id: string,
): Promise<ApprovalRow | undefined> {
  const found = await tx<ApprovalRow>('approvals').where({ id }).first();
  if (!found || isSqlite(tx)) return found;
  await tx<InstanceRow>('instances')
    .where({ id: found.instance_id })
    .forUpdate()
    .select('id');
  return tx<ApprovalRow>('approvals').where({ id }).forUpdate().first();
}

/** Of one approval, in the order in which they were made. By the primary key of `approval_votes`. */
export async function votesOn(
  knex: Knex,
  approvalId: string,
): Promise<readonly Vote[]> {
  const rows = await knex<ApprovalVoteRow>('approval_votes')
    .where({ approval_id: approvalId })
    .orderBy('number');
  return rows.map(voteOf);
}

async function insertVote(
  tx: Knex.Transaction,
  { id, instance_id }: ApprovalRow,
  { by, decision, comment, data, at }: Vote,
  number: number,
) {
  await tx<ApprovalVoteRow>('approval_votes').insert({
    approval_id: id,
    voter: by,
    instance_id,
    number,
    decision,
    comment: comment?.replaceAll('\u0000', '') ?? null,
    data: textOf(data),
    voted_at: at,
  });
}

async function close(
  tx: Knex.Transaction,
  { id }: ApprovalRow,
  { decision, at }: Vote,
) {
  const status = 'decided';
  await tx<ApprovalRow>('approvals')
    .where({ id })
    .update({ status, decision, closed_at: at });
  await tx<ApprovalApproverRow>('approval_approvers')
    .where({ approval_id: id })
    .update({ status });
}

/** An instance that has ended has withdrawn its approvals in the same commit: this one goes on. */
async function tell(tx: Knex.Transaction, signal: Signal) {
  await tx<InstanceRow>('instances')
    .where({ id: signal.instanceId })
    .update({
      wake_at: 0,
      open_signals: tx.raw('open_signals + 1') as unknown as number,
    });
  await tx<SignalRow>('signals').insert(signalRow(signal));
}

/** What the task gives. */
function outputOf(decisive: Vote, votes: readonly Vote[]) {
  return { ...told(decisive), votes: votes.map(told) };
}

function told({ at, decision, by, comment, data }: Vote) {
  return {
    decision,
    by,
    ...(comment !== undefined && { comment }),
    ...(data !== undefined && { data }),
    decidedAt: new Date(at).toISOString(),
  };
}
