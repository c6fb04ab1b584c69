import type { Knex } from 'knex';
import type { FeedEntry, FeedPage } from '../../FeedReader';
import { entryOf } from '../rows';
import type { InstanceRow, LogRow } from '../tables';
import { isSqlite } from './workerLeases';

/** What is read of the feed. */
interface PageRequest {
  readonly after: string;
  readonly limit: number;
  readonly upTo?: string;
  readonly types?: readonly string[];
}

type FeedRow = LogRow &
  Pick<
    InstanceRow,
    | 'workflow_id'
    | 'workflow_version'
    | 'epoch'
    | 'status'
    | 'initiator'
    | 'target_entity'
    | 'test_session'
  > & {
    /** On SQLite. */
    position?: number;
    /** On Postgres. */
    tx?: string;
  };

/** Where an entry stands in the feed on Postgres. */
const PLACE = '(log.tx, log.instance_id, log.seq)';

/** Behind the last entry of all that can be read now. */
export async function feedHead(knex: Knex): Promise<string> {
  return isSqlite(knex) ? sqliteHead(knex) : postgresHead(knex);
}

/** Entries behind a cursor. By the primary key of `log` on SQLite, by the index `log_by_tx` on Postgres. */
export async function readFeed(
  knex: Knex,
  page: PageRequest,
): Promise<FeedPage> {
  const head = page.upTo ?? (await feedHead(knex));
  const query = isSqlite(knex)
    ? sqlitePage(knex, page, head)
    : postgresPage(knex, page, head);
  if (page.types) query.whereIn('log.type', [...page.types]);
  const rows: FeedRow[] = await query;
  const entries = rows.map(feedEntryOf);
  const hasMore = entries.length === page.limit;
  const cursor = hasMore ? entries[entries.length - 1].cursor : head;
  return { entries, cursor, hasMore };
}

function feedQuery(knex: Knex, limit: number): Knex.QueryBuilder {
  return knex('log')
    .join('instances', 'instances.id', 'log.instance_id')
    .select(
      'log.*',
      ...['workflow_id', 'workflow_version', 'epoch', 'status'].map(inRow),
      ...['initiator', 'target_entity', 'test_session'].map(inRow),
    )
    .limit(limit);
}

function inRow(column: string): string {
  return `instances.${column}`;
}

async function sqliteHead(knex: Knex): Promise<string> {
  const [{ head }] = await knex('log').max({ head: 'position' });
  return String(head ?? 0);
}

/** Deletions can have taken the head behind the cursor: nothing is read twice. */
function sqlitePage(
  knex: Knex,
  { after, limit }: PageRequest,
  head: string,
): Knex.QueryBuilder {
  return feedQuery(knex, limit)
    .where('position', '>', Number(after))
    .where('position', '<=', Number(head))
    .orderBy('position');
}

/** No transaction below this one is open. */
async function postgresHead(knex: Knex): Promise<string> {
  const { rows } = await knex.raw<{ rows: [{ head: string }] }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as head',
  );
  return postgresCursor({ tx: rows[0].head, instance_id: '', seq: 0 });
}

function postgresPage(
  knex: Knex,
  { after, limit }: PageRequest,
  head: string,
): Knex.QueryBuilder {
  const from = partsOf(after);
  const to = partsOf(head);
  return feedQuery(knex, limit)
    .whereRaw('log.tx between ?::text::xid8 and ?::text::xid8', [
      from.tx,
      to.tx,
    ])
    .whereRaw(`${PLACE} > (?::text::xid8, ?, ?)`, Object.values(from))
    .whereRaw(`${PLACE} <= (?::text::xid8, ?, ?)`, Object.values(to))
    .orderBy(['log.tx', 'log.instance_id', 'log.seq']);
}

function postgresCursor(row: {
  readonly tx: string;
  readonly seq: number;
  readonly instance_id: string;
}): string {
  return `${row.tx}.${row.seq}.${row.instance_id}`;
}

/** In the order of {@link PLACE}; an instance's id may hold dots. */
function partsOf(cursor: string): {
  readonly tx: string;
  readonly instanceId: string;
  readonly seq: number;
} {
  const [tx, seq = '0', ...id] = cursor.split('.');
  return { tx, instanceId: id.join('.'), seq: Number(seq) };
}

function feedEntryOf(row: FeedRow): FeedEntry {
  const { tx, position } = row;
  return {
    instance: {
      id: row.instance_id,
      workflowId: row.workflow_id,
      workflowVersion: row.workflow_version,
      epoch: row.epoch,
      status: row.status,
      initiator: row.initiator ?? undefined,
      targetEntity: row.target_entity ?? undefined,
      testSession: row.test_session ?? undefined,
    },
    entry: entryOf(row),
    cursor:
      tx === undefined ? String(position) : postgresCursor({ ...row, tx }),
  };
}
