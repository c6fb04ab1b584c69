import type { Knex } from 'knex';
import type {
  EndedBatch,
  EndedDeleted,
  HousekeepingStore,
  OldBatch,
  SweptOrphans,
} from '../HousekeepingStore';
import type { Instance, LogEntry } from '../InstanceStore';
import type { LogBase, LogTrim } from '../LogTrimStore';
import { deleteDeliveries } from './operations/deleteDeliveries';
import { deleteEndedInstances } from './operations/deleteEndedInstances';
import { deleteEvents } from './operations/deleteEvents';
import { deleteEndedJobs } from './operations/deleteEndedJobs';
import { deleteOrphans } from './operations/deleteOrphans';
import { readLogBase } from './operations/readLogBase';
import {
  trimmableEntries,
  trimmableInstances,
} from './operations/trimmableLogs';
import { trimLog } from './operations/trimLog';
import { reportingUnavailable } from './reportingUnavailable';
import type { ScheduleOccurrenceRow, TrialRow } from './tables';

/** {@link HousekeepingStore} on SQLite or Postgres. @public */
export class KnexHousekeepingStore implements HousekeepingStore {
  constructor(private readonly knex: Knex) {}

  async deleteEnded(batch: EndedBatch): Promise<EndedDeleted> {
    return reportingUnavailable(() => deleteEndedInstances(this.knex, batch));
  }

  async deleteEvents(batch: OldBatch): Promise<number> {
    return reportingUnavailable(() => deleteEvents(this.knex, batch));
  }

  async deleteOccurrences(batch: OldBatch): Promise<number> {
    const key = ['schedule_id', 'name'] as const;
    const old = this.knex<ScheduleOccurrenceRow>('schedule_occurrences')
      .select(...key)
      .where('at', '<', batch.before)
      .orderBy('at')
      .limit(batch.limit);
    return reportingUnavailable(() =>
      this.knex<ScheduleOccurrenceRow>('schedule_occurrences')
        .whereIn([...key], old)
        .delete(),
    );
  }

  async deleteTrials(batch: OldBatch): Promise<number> {
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

  async deleteDeliveries(batch: OldBatch): Promise<number> {
    return reportingUnavailable(() => deleteDeliveries(this.knex, batch));
  }

  async deleteJobs(batch: OldBatch): Promise<number> {
    return reportingUnavailable(() => deleteEndedJobs(this.knex, batch));
  }

  async deleteOrphans(
    batch: Parameters<HousekeepingStore['deleteOrphans']>[0],
  ): Promise<SweptOrphans> {
    return reportingUnavailable(() => deleteOrphans(this.knex, batch));
  }

  async trimmable(batch: OldBatch): Promise<readonly Instance[]> {
    return reportingUnavailable(() => trimmableInstances(this.knex, batch));
  }

  async trimmableEntries(
    instance: Pick<Instance, 'id' | 'checkpointSeq'>,
    batch: OldBatch,
  ): Promise<readonly LogEntry[]> {
    return reportingUnavailable(() =>
      trimmableEntries(this.knex, instance, batch),
    );
  }

  async logBase(instanceId: string): Promise<LogBase | undefined> {
    return reportingUnavailable(() => readLogBase(this.knex, instanceId));
  }

  async trim(trim: LogTrim): Promise<boolean> {
    return reportingUnavailable(() => trimLog(this.knex, trim));
  }
}
