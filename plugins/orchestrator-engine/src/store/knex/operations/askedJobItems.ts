import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import type { AskedItem, Job, JobAction } from '../../JobStore';
import type { InstanceRow, JobItemRow, LogRow } from '../tables';

/** What instances write into their logs when they take up what a job asks. */
const notedAs: { readonly [A in JobAction]?: string } = {
  suspend: 'instance.suspend_requested',
  resume: 'instance.resumed',
  cancel: 'instance.cancel_requested',
  retry: 'instance.retried',
};

/** An item, beside its instance and an entry of its log. */
type AskedRow = Pick<JobItemRow, 'position' | 'asked_at'> &
  Partial<Pick<InstanceRow, 'status' | 'open_signals'>> & {
    readonly [C in 'type' | 'actor' | 'data']: LogRow[C] | null;
  };

/** The items of a job that have been asked, in order. By `job_items_by_outcome` and the primary keys of `instances` and `log`. */
export async function askedJobItems(
  knex: Knex,
  job: Job,
): Promise<readonly AskedItem[]> {
  const types = [notedAs[job.action] ?? '', 'instance.act_refused'];
  const rows: AskedRow[] = await knex('job_items')
    .where({ job_id: job.id, outcome: 'asked' })
    .leftJoin('instances', 'instances.id', 'job_items.instance_id')
    .leftJoin('log', join =>
      join
        .on('log.instance_id', 'job_items.instance_id')
        .andOn('log.seq', '>', 'job_items.since_seq')
        .onIn('log.type', types),
    )
    .select(
      'job_items.position',
      'job_items.asked_at',
      'instances.status',
      'instances.open_signals',
      'log.type',
      'log.actor',
      'log.data',
    )
    .orderBy(['job_items.position', 'log.seq']);
  const byPosition = new Map<number, AskedRow[]>();
  for (const row of rows) {
    byPosition.set(row.position, [
      ...(byPosition.get(row.position) ?? []),
      row,
    ]);
  }
  return [...byPosition.values()].map(itsRows => itemOf(itsRows, job));
}

function itemOf(rows: readonly AskedRow[], { actor }: Job): AskedItem {
  const [{ position, asked_at: askedAt, status, open_signals: open }] = rows;
  return {
    position,
    askedAt: Number(askedAt),
    ...(status && { instance: { status, openSignals: Number(open) } }),
    noted: rows.flatMap(({ type, data, actor: by }) =>
      type !== null && data !== null && isBy(by, actor.ref)
        ? { type, data: JSON.parse(data) }
        : [],
    ),
  };
}

function isBy(text: string | null, ref: string): boolean {
  if (text === null) return false;
  const actor: Actor = JSON.parse(text);
  return actor.ref === ref;
}
