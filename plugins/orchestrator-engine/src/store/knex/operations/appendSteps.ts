import type { Knex } from 'knex';
import type { Append, InstanceChange } from '../../InstanceStore';
import { logRow, textOf } from '../rows';
import type { InstanceRow, LogRow, PayloadRow, SignalRow } from '../tables';
import { requireAlive } from './workerLeases';

/** Rows a statement inserts at most: for SQLite a row is a term of a compound select, of which it allows 500. */
const ROWS_PER_INSERT = 500;

/**
 * Commits steps of several instances in one transaction (L1, R2).
 *
 * A step whose instance has another owner or another `seq` is left out whole.
 *
 * @throws {@link WorkerFencedError} the worker is dead; nothing is written
 */
export async function appendSteps(
  knex: Knex,
  workerId: string,
  steps: readonly Append[],
): Promise<readonly boolean[]> {
  return knex.transaction(async tx => {
    await requireAlive(tx, workerId);
    const advances: Advance[] = [];
    for (const step of steps) advances.push(await advance(tx, workerId, step));
    await insertAll(
      tx,
      steps.filter((_, index) => advances[index] === 'written'),
    );
    return advances.map(result => result !== 'lost');
  });
}

/** `repeated`: an earlier try of the same step had been committed although its answer did not come. */
type Advance = 'written' | 'repeated' | 'lost';

async function advance(
  tx: Knex.Transaction,
  workerId: string,
  step: Append,
): Promise<Advance> {
  const { instanceId, afterSeq, entries, change, release } = step;
  const updated = await tx<InstanceRow>('instances')
    .where({ id: instanceId, owner: workerId, seq: afterSeq })
    .update({
      seq: afterSeq + entries.length,
      ...changedColumns(change),
      ...(isEnd(step) ? ended : afterSignals(tx, step)),
      ...(release && { owner: null }),
    });
  if (updated === 1) return 'written';
  return (await isWritten(tx, step)) ? 'repeated' : 'lost';
}

function isEnd({ change }: Append): boolean {
  return change.endedAt !== undefined;
}

/** Nothing wakes an instance that has ended, and signals that came too late go with it. */
const ended: Partial<InstanceRow> = { wake_at: null, open_signals: 0 };

/** An instance that is given up while a signal waits for it is due at once: the count stands in the same row. */
function afterSignals(
  tx: Knex.Transaction,
  { takenSignals, release, change }: Append,
): Partial<InstanceRow> {
  const left = tx.raw('open_signals - ?', [takenSignals.length]);
  const wakeAt = tx.raw('case when ? > 0 then 0 else cast(? as bigint) end', [
    left,
    change.wakeAt ?? null,
  ]);
  return {
    open_signals: left as unknown as number,
    ...(release && { wake_at: wakeAt as unknown as number }),
  };
}

async function isWritten(
  tx: Knex.Transaction,
  { instanceId, entries }: Append,
): Promise<boolean> {
  const last = entries.at(-1);
  if (!last) return false;
  const expected = logRow(instanceId, last);
  const found = await tx<LogRow>('log')
    .where({ instance_id: instanceId, seq: expected.seq })
    .first();
  return (
    found !== undefined &&
    found.type === expected.type &&
    Number(found.time) === expected.time &&
    found.data === expected.data
  );
}

function changedColumns(change: InstanceChange): Partial<InstanceRow> {
  return {
    status: change.status,
    because: change.because?.replaceAll('\u0000', '') ?? null,
    output: textOf(change.output),
    error: textOf(change.error),
    started_at: change.startedAt ?? null,
    ended_at: change.endedAt ?? null,
    wake_at: change.wakeAt ?? null,
  };
}

async function insertAll(tx: Knex.Transaction, steps: readonly Append[]) {
  const payloads: PayloadRow[] = steps.flatMap(step =>
    step.payloads.map(({ sha256, text }) => ({
      instance_id: step.instanceId,
      sha256,
      value: text,
    })),
  );
  for (const chunk of chunksOf(payloads)) {
    await tx<PayloadRow>('payloads')
      .insert(chunk)
      .onConflict(['instance_id', 'sha256'])
      .ignore();
  }
  const rows: LogRow[] = steps.flatMap(step =>
    step.entries.map(entry => logRow(step.instanceId, entry)),
  );
  for (const chunk of chunksOf(rows)) await tx<LogRow>('log').insert(chunk);
  await deleteSignals(tx, steps);
}

async function deleteSignals(tx: Knex.Transaction, steps: readonly Append[]) {
  const taken = steps.flatMap(step => step.takenSignals);
  const endedIds = steps.filter(isEnd).map(({ instanceId }) => instanceId);
  if (taken.length > 0) {
    await tx<SignalRow>('signals').whereIn('id', taken).delete();
  }
  if (endedIds.length > 0) {
    await tx<SignalRow>('signals').whereIn('instance_id', endedIds).delete();
  }
}

function* chunksOf<T>(rows: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
    yield rows.slice(at, at + ROWS_PER_INSERT);
  }
}
