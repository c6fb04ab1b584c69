import type { Knex } from 'knex';
import type { FeedEntry, FeedPage } from '../../FeedReader';
import { entriesOf } from '../rows';
import type { InstanceRow, Millis, StepRow } from '../tables';
import { isSqlite } from './workerLeases';

/** What is read of the feed. */
interface PageRequest {
  readonly after: string;
  readonly limit: number;
  readonly upTo?: string;
  readonly types?: readonly string[];
}

type FeedRow = StepRow &
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
    /** Of `feed_floor`, at the time of the entries. */
    whole_from: Millis;
    /** On SQLite. */
    position?: number;
    /** On Postgres. */
    tx?: string;
  };

/** Where an entry stands in the feed. */
interface Place {
  /** The transaction of its step on Postgres, the position of its step on SQLite. */
  readonly commit: string;
  readonly seq: number;
  /** On Postgres, where a transaction writes steps of many instances. */
  readonly instanceId: string;
}

/** Behind the last entry of all that can be read now. */
export async function feedHead(knex: Knex): Promise<string> {
  const commit = isSqlite(knex)
    ? await nextPosition(knex)
    : await oldestOpenTransaction(knex);
  return cursorOf({ commit, seq: 0, instanceId: '' });
}

/**
 * Entries behind a cursor. By the primary key of `steps` on SQLite, by the index `steps_by_tx` on Postgres; as many steps as entries
 * are asked for.
 */
export async function readFeed(
  knex: Knex,
  { limit, types, ...page }: PageRequest,
): Promise<FeedPage> {
  const head = page.upTo ?? (await feedHead(knex));
  const part = { after: placeOf(page.after), upTo: placeOf(head) };
  const rows = await stepsOf(knex, part, limit);
  const passed = rows.flatMap(row => feedEntriesOf(row, part));
  const fitting = types
    ? passed.filter(({ entry }) => types.includes(entry.type))
    : passed;
  const entries = fitting.slice(0, limit);
  const isFull = fitting.length > limit;
  const hasMore = isFull || rows.length === limit;
  const last = isFull ? entries[limit - 1] : passed[passed.length - 1];
  const cursor = hasMore ? last.cursor : head;
  return { entries, cursor, hasMore, hasLoss: hasLoss(rows, part) };
}

/** What is deleted behind the part is found out when that is read. */
function hasLoss([row]: readonly FeedRow[], { after, upTo }: Part): boolean {
  if (!row) return false;
  const wholeFrom = BigInt(row.whole_from);
  return BigInt(after.commit) < wholeFrom && wholeFrom <= BigInt(upTo.commit);
}

/** Part of the feed. */
interface Part {
  readonly after: Place;
  readonly upTo: Place;
}

/** Steps that have entries there, in order. */
async function stepsOf(
  knex: Knex,
  part: Part,
  limit: number,
): Promise<readonly FeedRow[]> {
  const query = knex('steps')
    .join('instances', 'instances.id', 'steps.instance_id')
    .select(
      'steps.*',
      ...['workflow_id', 'workflow_version', 'epoch', 'status'].map(inRow),
      ...['initiator', 'target_entity', 'test_session'].map(inRow),
      knex('feed_floor').select('whole_from').as('whole_from'),
    )
    .limit(limit);
  return isSqlite(knex)
    ? withinOnSqlite(query, part)
    : withinOnPostgres(query, part);
}

function inRow(column: string): string {
  return `instances.${column}`;
}

/** Of what takes a place next: a step, or a deletion. */
async function nextPosition(knex: Knex): Promise<string> {
  const [sequence] = await knex('sqlite_sequence').where({ name: 'steps' });
  return String(Number(sequence?.seq ?? 0) + 1);
}

function withinOnSqlite(
  query: Knex.QueryBuilder,
  { after, upTo }: Part,
): Knex.QueryBuilder {
  const [from, to] = [after, upTo].map(place => [
    Number(place.commit),
    place.seq,
  ]);
  return query
    .whereBetween('position', [from[0], to[0]])
    .whereRaw('(position, last_seq) > (?, ?)', from)
    .whereRaw('(position, steps.first_seq) <= (?, ?)', to)
    .orderBy('position');
}

/** No transaction below this one is open. */
async function oldestOpenTransaction(knex: Knex): Promise<string> {
  const { rows } = await knex.raw<{ rows: [{ oldest: string }] }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as oldest',
  );
  return rows[0].oldest;
}

function withinOnPostgres(
  query: Knex.QueryBuilder,
  { after, upTo }: Part,
): Knex.QueryBuilder {
  const [from, to] = [after, upTo].map(place => [
    place.commit,
    place.instanceId,
    place.seq,
  ]);
  return query
    .whereRaw('tx between ?::text::xid8 and ?::text::xid8', [from[0], to[0]])
    .whereRaw('(tx, instance_id, last_seq) > (?::text::xid8, ?, ?)', from)
    .whereRaw('(tx, instance_id, steps.first_seq) <= (?::text::xid8, ?, ?)', to)
    .orderBy(['tx', 'instance_id', 'last_seq']);
}

/** The entries of a step that lie in the part. */
function feedEntriesOf(row: FeedRow, { after, upTo }: Part): FeedEntry[] {
  const commit = String(row.tx ?? row.position);
  const instanceId = row.tx === undefined ? '' : row.instance_id;
  const isOf = (place: Place) =>
    place.commit === commit && place.instanceId === instanceId;
  const from = isOf(after) ? after.seq : 0;
  const to = isOf(upTo) ? upTo.seq : Infinity;
  const instance = instanceIn(row);
  return entriesOf(row)
    .filter(({ seq }) => seq > from && seq <= to)
    .map(entry => ({
      instance,
      entry,
      cursor: cursorOf({ commit, seq: entry.seq, instanceId }),
    }));
}

function instanceIn(row: FeedRow): FeedEntry['instance'] {
  return {
    id: row.instance_id,
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    epoch: row.epoch,
    status: row.status,
    initiator: row.initiator ?? undefined,
    targetEntity: row.target_entity ?? undefined,
    testSession: row.test_session ?? undefined,
  };
}

function cursorOf({ commit, seq, instanceId }: Place): string {
  return `${commit}.${seq}.${instanceId}`;
}

/** Of the databases' integers. */
const MAX_SEQ = 2 ** 31 - 1;

/** An instance's id may hold dots. Without a `seq`, as it was on SQLite once: behind the whole commit. */
function placeOf(cursor: string): Place {
  const [commit, seq = MAX_SEQ, ...id] = cursor.split('.');
  return { commit, seq: Number(seq), instanceId: id.join('.') };
}
