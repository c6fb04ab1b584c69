import type { Knex } from 'knex';
import { fitsLogFilter } from '../../fitsLogFilter';
import type { LogFilter } from '../../InstanceReader';
import type { LogEntry } from '../../InstanceStore';
import { entriesOf } from '../rows';
import type { StepRow } from '../tables';

/** Where in a log to look, and which way. */
interface Search {
  readonly filter: LogFilter;
  readonly afterSeq: number;
  readonly beforeSeq: number;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
}

/** Steps read together, at least. */
const MIN_BATCH = 100;

/** The first entries of an instance that fit. */
export async function searchLog(
  knex: Knex,
  instanceId: string,
  search: Search,
): Promise<readonly LogEntry[]> {
  const found: LogEntry[] = [];
  for await (const entries of matchingEntries(knex, instanceId, search)) {
    found.push(...entries);
    if (found.length >= search.limit) break;
  }
  return found.slice(0, search.limit);
}

/** How many entries of an instance fit. */
export async function countLog(
  knex: Knex,
  instanceId: string,
  filter: LogFilter,
): Promise<number> {
  const search: Search = {
    filter,
    afterSeq: 0,
    beforeSeq: Infinity,
    order: 'asc',
    limit: 1_000,
  };
  let count = 0;
  for await (const entries of matchingEntries(knex, instanceId, search)) {
    count += entries.length;
  }
  return count;
}

/** All that fit, in parts; as many steps at once as entries are asked for. By the primary key of `steps`. */
async function* matchingEntries(
  knex: Knex,
  instanceId: string,
  { filter, order, limit, ...bounds }: Search,
): AsyncGenerator<readonly LogEntry[]> {
  const batch = Math.max(limit, MIN_BATCH);
  const isWithin = ({ seq }: LogEntry) =>
    seq > bounds.afterSeq && seq < bounds.beforeSeq;
  const inOrder = (step: StepRow) =>
    order === 'asc' ? entriesOf(step) : entriesOf(step).reverse();
  let { afterSeq, beforeSeq } = bounds;
  for (;;) {
    const steps = await stepsBetween(knex, { instanceId, afterSeq, beforeSeq })
      .orderBy('last_seq', order)
      .limit(batch);
    const entries = steps.flatMap(inOrder);
    yield entries.filter(one => isWithin(one) && fitsLogFilter(one, filter));
    if (steps.length < batch) return;
    const last = steps[steps.length - 1];
    if (order === 'asc') afterSeq = last.last_seq;
    else beforeSeq = last.first_seq;
  }
}

function stepsBetween(
  knex: Knex,
  where: {
    readonly instanceId: string;
    readonly afterSeq: number;
    readonly beforeSeq: number;
  },
) {
  const query = knex<StepRow>('steps')
    .where({ instance_id: where.instanceId })
    .where('last_seq', '>', where.afterSeq);
  return Number.isFinite(where.beforeSeq)
    ? query.where('first_seq', '<', where.beforeSeq)
    : query;
}
