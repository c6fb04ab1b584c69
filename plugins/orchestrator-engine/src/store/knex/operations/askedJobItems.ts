import type { Knex } from 'knex';
import type { AskedItem, Job, JobAction } from '../../JobStore';
import { entriesOf } from '../rows';
import type { InstanceRow, JobItemRow, StepRow } from '../tables';

/** What instances write into their logs when they take up what a job asks. */
const notedAs: { readonly [A in JobAction]?: string } = {
  suspend: 'instance.suspend_requested',
  resume: 'instance.resumed',
  cancel: 'instance.cancel_requested',
  retry: 'instance.retried',
};

/** An item, beside its instance and a step of its log. */
type AskedRow = Pick<JobItemRow, 'position' | 'asked_at'> & {
  readonly since_seq: number;
} & { readonly [C in 'status' | 'open_signals']: InstanceRow[C] | null } & {
  readonly [C in 'first_seq' | 'entries']: StepRow[C] | null;
};

/** The items of a job that have been asked, in order. By `job_items_by_outcome` and the primary keys of `instances` and `steps`. */
export async function askedJobItems(
  knex: Knex,
  job: Job,
): Promise<readonly AskedItem[]> {
  const rows: AskedRow[] = await knex('job_items')
    .where({ job_id: job.id, outcome: 'asked' })
    .leftJoin('instances', 'instances.id', 'job_items.instance_id')
    .leftJoin('steps', join =>
      join
        .on('steps.instance_id', 'job_items.instance_id')
        .andOn('steps.last_seq', '>', 'job_items.since_seq'),
    )
    .select(
      'job_items.position',
      'job_items.asked_at',
      'job_items.since_seq',
      'instances.status',
      'instances.open_signals',
      'steps.first_seq',
      'steps.entries',
    )
    .orderBy(['job_items.position', 'steps.last_seq']);
  const byPosition = new Map<number, AskedRow[]>();
  for (const row of rows) {
    byPosition.set(row.position, [
      ...(byPosition.get(row.position) ?? []),
      row,
    ]);
  }
  return [...byPosition.values()].map(itsRows => itemOf(itsRows, job));
}

function itemOf(rows: readonly AskedRow[], job: Job): AskedItem {
  const [{ position, asked_at: askedAt, status, open_signals: open }] = rows;
  return {
    position,
    askedAt: Number(askedAt),
    ...(status && { instance: { status, openSignals: Number(open) } }),
    noted: rows.flatMap(row => notedIn(row, job)),
  };
}

/** What an instance has noted of what the job asks. */
function notedIn(
  { first_seq, entries, since_seq }: AskedRow,
  { action, actor }: Job,
): AskedItem['noted'] {
  if (first_seq === null || entries === null) return [];
  const types = [notedAs[action], 'instance.act_refused'];
  return entriesOf({ first_seq, entries })
    .filter(({ seq }) => seq > since_seq)
    .filter(one => types.includes(one.type) && one.actor?.ref === actor.ref)
    .map(({ type, data }) => ({ type, data }));
}
