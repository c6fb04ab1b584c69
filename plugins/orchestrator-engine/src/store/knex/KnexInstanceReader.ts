import type { Knex } from 'knex';
import type {
  InstanceFilter,
  InstanceQuery,
  InstanceReader,
  WorkflowStats,
} from '../InstanceReader';
import type { Instance, LogEntry } from '../InstanceStore';
import { applyFilter, columnOf } from './applyFilter';
import { workflowStats } from './operations/workflowStats';
import { reportingUnavailable } from './reportingUnavailable';
import { entryOf, instanceOf } from './rows';
import type { InstanceRow, LogRow, PayloadRow } from './tables';

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
        .orderBy([
          { column: columnOf[field], order: direction },
          { column: 'id', order: direction },
        ])
        .limit(limit)
        .offset(offset);
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

  async readLog(
    instanceId: string,
    page: { readonly afterSeq: number; readonly limit: number },
  ): Promise<readonly LogEntry[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<LogRow>('log')
        .where({ instance_id: instanceId })
        .where('seq', '>', page.afterSeq)
        .orderBy('seq')
        .limit(page.limit);
      return rows.map(entryOf);
    });
  }

  async readLogBackwards(
    instanceId: string,
    page: { readonly beforeSeq: number; readonly limit: number },
  ): Promise<readonly LogEntry[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<LogRow>('log')
        .where({ instance_id: instanceId })
        .where('seq', '<', page.beforeSeq)
        .orderBy('seq', 'desc')
        .limit(page.limit);
      return rows.map(entryOf);
    });
  }

  async readPayload(
    instanceId: string,
    sha256: string,
  ): Promise<string | undefined> {
    return reportingUnavailable(async () => {
      const row = await this.knex<PayloadRow>('payloads')
        .where({ instance_id: instanceId, sha256 })
        .first();
      return row?.value;
    });
  }

  #matching(filter: InstanceFilter | undefined): Knex.QueryBuilder {
    const query = this.knex<InstanceRow>('instances');
    return filter ? applyFilter(query, filter) : query;
  }
}
