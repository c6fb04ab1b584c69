import {
  INSTANCE_STATUSES,
  isTerminal,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import type {
  InstanceFilter,
  InstancePlace,
  InstanceQuery,
  InstanceReader,
  LogFilter,
  PayloadText,
  WorkflowStats,
} from '../InstanceReader';
import type { Instance, LogEntry } from '../InstanceStore';
import { applyInstanceFilter, instanceColumn } from './instanceFilter';
import { deleteEnded } from './operations/deleteEnded';
import { openPayload } from './operations/openPayload';
import type { LogBase } from '../LogTrimStore';
import { readLogBase } from './operations/readLogBase';
import { countLog, searchLog } from './operations/searchLog';
import { usualDurations } from './operations/usualDurations';
import { workflowStats } from './operations/workflowStats';
import { reportingUnavailable } from './reportingUnavailable';
import { instanceOf } from './rows';
import type { InstanceRow } from './tables';

/** {@link InstanceReader} on SQLite or Postgres. @public */
export class KnexInstanceReader implements InstanceReader {
  constructor(private readonly knex: Knex) {}

  async get(instanceId: string): Promise<Instance | undefined> {
    return reportingUnavailable(async () => {
      const row = await this.knex<InstanceRow>('instances')
        .where({ id: instanceId })
        .first();
      return row && instanceOf(row);
    });
  }

  async list(query: InstanceQuery): Promise<readonly Instance[]> {
    const { filter, limit, offset } = query;
    const { field, direction } = query.orderBy ?? {
      field: 'createdAt',
      direction: 'desc',
    };
    return reportingUnavailable(async () => {
      const rows: InstanceRow[] = await this.#matching(filter)
        .orderByRaw(`?? ${direction}, id ${direction}`, [
          instanceColumn(this.knex, field),
        ])
        .limit(limit)
        .offset(offset);
      return rows.map(instanceOf);
    });
  }

  async listFrom(query: {
    readonly filter?: InstanceFilter;
    readonly after?: InstancePlace;
    readonly limit: number;
  }): Promise<readonly Instance[]> {
    const { filter, after, limit } = query;
    return reportingUnavailable(async () => {
      const matching = this.#matching(filter);
      if (after) {
        const place = [after.createdAt, after.id];
        matching.whereRaw('(created_at, id) < (?, ?)', place);
      }
      const rows: InstanceRow[] = await matching
        .orderByRaw('created_at desc, id desc')
        .limit(limit);
      return rows.map(instanceOf);
    });
  }

  async count(filter: InstanceFilter | undefined): Promise<number> {
    return reportingUnavailable(async () => {
      const [{ total }] = await this.#matching(filter).count({ total: '*' });
      return Number(total);
    });
  }

  async stats(scope: {
    readonly workflowIds?: readonly string[];
    readonly filter?: InstanceFilter;
    readonly recentSince: number;
  }): Promise<readonly WorkflowStats[]> {
    return reportingUnavailable(() => workflowStats(this.knex, scope));
  }

  async logBase(instanceId: string): Promise<LogBase | undefined> {
    return reportingUnavailable(() => readLogBase(this.knex, instanceId));
  }

  async readLog(
    instanceId: string,
    page: { readonly afterSeq: number; readonly limit: number },
  ): Promise<readonly LogEntry[]> {
    return this.searchLog(instanceId, {
      ...page,
      filter: {},
      beforeSeq: Infinity,
      order: 'asc',
    });
  }

  async searchLog(
    instanceId: string,
    page: {
      readonly filter: LogFilter;
      readonly afterSeq: number;
      readonly beforeSeq: number;
      readonly order: 'asc' | 'desc';
      readonly limit: number;
    },
  ): Promise<readonly LogEntry[]> {
    return reportingUnavailable(() => searchLog(this.knex, instanceId, page));
  }

  async countLog(instanceId: string, filter: LogFilter): Promise<number> {
    return reportingUnavailable(() => countLog(this.knex, instanceId, filter));
  }

  async usualDurations(
    workflowId: string,
    runs: number,
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    return reportingUnavailable(() =>
      usualDurations(this.knex, workflowId, runs),
    );
  }

  async load(now: number) {
    return reportingUnavailable(async () => {
      const running = this.knex<InstanceRow>('instances').whereIn(
        'status',
        INSTANCE_STATUSES.filter(status => !isTerminal(status)),
      );
      const due = this.knex<InstanceRow>('instances')
        .whereNull('owner')
        .where('wake_at', '<=', now);
      const [[all], [waiting]] = await Promise.all([
        running.count({ total: '*' }),
        due.count({ total: '*' }),
      ]);
      return { running: Number(all.total), due: Number(waiting.total) };
    });
  }

  async deleteEnded(instanceId: string): Promise<boolean> {
    return reportingUnavailable(() => deleteEnded(this.knex, instanceId));
  }

  async openPayload(
    instanceId: string,
    sha256: string,
  ): Promise<PayloadText | undefined> {
    return reportingUnavailable(() =>
      openPayload(this.knex, instanceId, sha256),
    );
  }

  /** Tests are no runs that count. */
  #matching(filter: InstanceFilter | undefined): Knex.QueryBuilder {
    const query = this.knex<InstanceRow>('instances').whereNull('test_session');
    return filter ? applyInstanceFilter(this.knex, query, filter) : query;
  }
}
