import type { Knex } from 'knex';
import type {
  Append,
  Instance,
  InstanceStore,
  LogEntry,
  NewInstance,
  Signal,
} from '../InstanceStore';
import { addSignal } from './operations/addSignal';
import { appendSteps } from './operations/appendSteps';
import { claimDueInstances } from './operations/claimDueInstances';
import { createInstance } from './operations/createInstance';
import { makeDurable } from './operations/makeDurable';
import {
  registerWorker,
  releaseWorker,
  renewLease,
  takeOver,
} from './operations/workerLeases';
import { reportingUnavailable } from './reportingUnavailable';
import { entryOf, signalOf } from './rows';
import type { InstanceRow, LogRow, PayloadRow, SignalRow } from './tables';

/** {@link InstanceStore} on SQLite or Postgres. @public */
export class KnexInstanceStore implements InstanceStore {
  constructor(private readonly knex: Knex) {}

  async create(instance: NewInstance): Promise<string> {
    return reportingUnavailable(() => createInstance(this.knex, instance));
  }

  async signal(signal: Signal): Promise<boolean> {
    return reportingUnavailable(() => addSignal(this.knex, signal));
  }

  async registerWorker(workerId: string, leaseMs: number): Promise<void> {
    return reportingUnavailable(async () => {
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

  async releaseWorker(workerId: string, now: number): Promise<void> {
    return reportingUnavailable(() => releaseWorker(this.knex, workerId, now));
  }

  async claimDue(claim: {
    readonly workerId: string;
    readonly now: number;
    readonly limit: number;
  }): Promise<readonly Instance[]> {
    return reportingUnavailable(() => claimDueInstances(this.knex, claim));
  }

  async requeue(workerId: string, instanceId: string): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<InstanceRow>('instances')
        .where({ id: instanceId, owner: workerId })
        .update({ owner: null, wake_at: 0 }),
    );
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

  async loadLog(instanceId: string): Promise<readonly LogEntry[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<LogRow>('log')
        .where({ instance_id: instanceId })
        .orderBy('seq');
      return rows.map(entryOf);
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

  async append(
    workerId: string,
    steps: readonly Append[],
  ): Promise<readonly boolean[]> {
    return reportingUnavailable(() => appendSteps(this.knex, workerId, steps));
  }
}
