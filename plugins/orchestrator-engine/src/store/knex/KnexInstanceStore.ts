import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import type {
  Accepted,
  Claim,
  Commit,
  Committed,
  Idempotency,
  Instance,
  InstanceStore,
  KeyUse,
  LogEntry,
  NewInstance,
  QueuedWorkflow,
  Signal,
  SignalAccepted,
} from '../InstanceStore';
import { requireKnown } from './migrate';
import { addSignal } from './operations/addSignal';
import { claimDueInstances } from './operations/claimDueInstances';
import { commitTogether } from './operations/commitTogether';
import { countQueued } from './operations/countQueued';
import { findKeyUse, forgetKeys } from './operations/idempotencyKeys';
import { makeDurable } from './operations/makeDurable';
import {
  isSqlite,
  registerWorker,
  releaseWorker,
  renewLease,
  takeOver,
} from './operations/workerLeases';
import { reportingUnavailable } from './reportingUnavailable';
import { entriesOf, signalOf } from './rows';
import type { InstanceRow, PayloadRow, SignalRow, StepRow } from './tables';

/** {@link InstanceStore} on SQLite or Postgres. @public */
export class KnexInstanceStore implements InstanceStore {
  constructor(private readonly knex: Knex) {}

  /** SQLite has one writer. On Postgres one commit is made while another is carried out. */
  get commitsAtOnce(): number {
    return isSqlite(this.knex) ? 1 : 2;
  }

  async create(instance: NewInstance): Promise<Accepted> {
    return reportingUnavailable(async () => {
      const creation = { instance, isOwned: false };
      const commit = { steps: [], created: [creation] };
      const { created } = await commitTogether(this.knex, undefined, commit);
      return created[0];
    });
  }

  async signal(
    signal: Signal,
    idempotency?: Idempotency,
    authTokens?: string,
  ): Promise<SignalAccepted> {
    return reportingUnavailable(() =>
      addSignal(this.knex, signal, { idempotency, authTokens }),
    );
  }

  async keyUse(
    idempotency: Idempotency,
    { actor, now }: { readonly actor: Actor; readonly now: number },
  ): Promise<KeyUse> {
    const by = { actor: actor.ref ?? '', now };
    return reportingUnavailable(() => findKeyUse(this.knex, idempotency, by));
  }

  async forgetIdempotencyKeys(before: number): Promise<void> {
    return reportingUnavailable(() => forgetKeys(this.knex, before));
  }

  async registerWorker(workerId: string, leaseMs: number): Promise<void> {
    return reportingUnavailable(async () => {
      await requireKnown(this.knex);
      await makeDurable(this.knex);
      await registerWorker(this.knex, workerId, leaseMs);
    });
  }

  async renewLease(workerId: string, leaseMs: number): Promise<boolean> {
    return reportingUnavailable(() => renewLease(this.knex, workerId, leaseMs));
  }

  async takeOver(workerId: string): Promise<number> {
    return reportingUnavailable(() => takeOver(this.knex, workerId));
  }

  async releaseWorker(workerId: string): Promise<void> {
    return reportingUnavailable(() => releaseWorker(this.knex, workerId));
  }

  async claimDue(claim: Claim): Promise<readonly Instance[]> {
    return reportingUnavailable(() => claimDueInstances(this.knex, claim));
  }

  async queued(of: {
    readonly now: number;
    readonly countUpTo: number;
  }): Promise<readonly QueuedWorkflow[]> {
    return reportingUnavailable(() => countQueued(this.knex, of));
  }

  async requeue(workerId: string, instanceId: string): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<InstanceRow>('instances')
        .where({ id: instanceId, owner: workerId })
        .update({ owner: null, wake_at: 0 }),
    );
  }

  async postpone(
    workerId: string,
    instanceId: string,
    until: { readonly wakeAt: number; readonly isFault: boolean },
  ): Promise<void> {
    const more = until.isFault ? 1 : 0;
    await reportingUnavailable(() =>
      this.knex<InstanceRow>('instances')
        .where({ id: instanceId, owner: workerId })
        .update({
          owner: null,
          wake_at: until.wakeAt,
          faults: this.knex.raw('faults + ?', [more]) as unknown as number,
        }),
    );
  }

  async ownedBy(workerId: string): Promise<readonly string[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<InstanceRow>('instances')
        .select('id')
        .where({ owner: workerId });
      return rows.map(({ id }) => id);
    });
  }

  async pendingSignals(workerId: string): Promise<readonly Signal[]> {
    return reportingUnavailable(async () => {
      const owned = this.knex<InstanceRow>('instances')
        .select('id')
        .where({ owner: workerId });
      const rows = await this.knex<SignalRow>('signals')
        .whereIn('instance_id', owned)
        .where({ is_announced: true })
        .orderBy(['created_at', 'id']);
      return rows.map(signalOf);
    });
  }

  async signalsOf(instanceId: string): Promise<readonly Signal[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<SignalRow>('signals')
        .where({ instance_id: instanceId, is_announced: true })
        .orderBy(['created_at', 'id']);
      return rows.map(signalOf);
    });
  }

  async loadLog(instanceId: string, fromSeq = 1): Promise<readonly LogEntry[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<StepRow>('steps')
        .where({ instance_id: instanceId })
        .where('last_seq', '>=', fromSeq)
        .orderBy('last_seq');
      return rows.flatMap(entriesOf).filter(({ seq }) => seq >= fromSeq);
    });
  }

  async loadPayloads(
    instanceId: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<PayloadRow>('payloads')
        .where({ instance_id: instanceId })
        .whereIn('sha256', [...hashes]);
      return new Map(rows.map(row => [row.sha256, row.value]));
    });
  }

  async commit(workerId: string, commit: Commit): Promise<Committed> {
    return reportingUnavailable(() =>
      commitTogether(this.knex, workerId, commit),
    );
  }
}
