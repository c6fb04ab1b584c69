import type { Knex } from 'knex';
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { HousekeepingStore } from '../HousekeepingStore';
import { deleteDeliveries } from './operations/deleteDeliveries';
import { deleteEndedInstances } from './operations/deleteEndedInstances';
import { deleteOrphans } from './operations/deleteOrphans';
import { reportingUnavailable } from './reportingUnavailable';
import type { InboxRow, TrialRow } from './tables';

/** {@link HousekeepingStore} on SQLite or Postgres. @public */
export class KnexHousekeepingStore implements HousekeepingStore {
  constructor(private readonly knex: Knex) {}

  async deleteEnded(batch: {
    readonly statuses: readonly InstanceStatus[];
    readonly isTest: boolean;
    readonly before: number;
    readonly limit: number;
  }): Promise<number> {
    return reportingUnavailable(() => deleteEndedInstances(this.knex, batch));
  }

  async deleteEvents(batch: {
    readonly before: number;
    readonly limit: number;
  }): Promise<number> {
    const old = this.knex<InboxRow>('inbox')
      .select('position')
      .where('received_at', '<', batch.before)
      .where({ is_routed: true })
      .orderBy('received_at')
      .limit(batch.limit);
    return reportingUnavailable(() =>
      this.knex<InboxRow>('inbox').whereIn('position', old).delete(),
    );
  }

  async deleteTrials(batch: {
    readonly before: number;
    readonly limit: number;
  }): Promise<number> {
    const key = ['actor', 'session_id', 'workflow_id', 'task_ref'] as const;
    const old = this.knex<TrialRow>('trials')
      .select(...key)
      .where('created_at', '<', batch.before)
      .orderBy('created_at')
      .limit(batch.limit);
    return reportingUnavailable(() =>
      this.knex<TrialRow>('trials')
        .whereIn([...key], old)
        .delete(),
    );
  }

  async deleteDeliveries(batch: {
    readonly before: number;
    readonly limit: number;
  }): Promise<number> {
    return reportingUnavailable(() => deleteDeliveries(this.knex, batch));
  }

  async deleteOrphans(limit: number): Promise<number> {
    return reportingUnavailable(() => deleteOrphans(this.knex, limit));
  }
}
