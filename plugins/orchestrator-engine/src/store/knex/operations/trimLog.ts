import type { Knex } from 'knex';
import type { LogEntry } from '../../InstanceStore';
import type { LogTrim } from '../../LogTrimStore';
import { entriesOf } from '../rows';
import type { InstanceRow, LogBaseRow, PayloadRow, StepRow } from '../tables';
import { noteLossBefore, placeBehind } from './feedFloor';
import { takenEventsAfter } from './trimmedEvents';
import { isSqlite } from './workerLeases';

/**
 * Deletes the oldest steps of a log in one transaction, and notes what they have told.
 *
 * The instance's row is locked, so that no commit refers to a value while it is found that nothing does.
 */
export async function trimLog(knex: Knex, trim: LogTrim): Promise<boolean> {
  const { instanceId, entries, base } = trim;
  const { seq } = base.state;
  return knex.transaction(async tx => {
    const row = await lockRow(tx, instanceId);
    if (row?.first_seq !== entries[0].seq) return false;
    const hashes = await hashesOf(tx, instanceId, entries);
    const taken = await takenEventsAfter(tx, trim);
    const place = await placeBehind(tx, instanceId, seq);
    await tx<StepRow>('steps')
      .where({ instance_id: instanceId })
      .where('last_seq', '<=', seq)
      .delete();
    await tx<LogBaseRow>('log_bases')
      .insert({
        instance_id: instanceId,
        seq,
        state: JSON.stringify(base.state),
        taken_events: JSON.stringify(taken),
      })
      .onConflict('instance_id')
      .merge();
    await tx<InstanceRow>('instances')
      .where({ id: instanceId })
      .update({ first_seq: seq + 1 });
    await deleteUnused(tx, row, hashes);
    await noteLossBefore(tx, place);
    return true;
  });
}

async function lockRow(
  tx: Knex.Transaction,
  id: string,
): Promise<InstanceRow | undefined> {
  const row = tx<InstanceRow>('instances').where({ id }).first();
  return isSqlite(tx) ? row : row.forUpdate();
}

/** Values that entries refer to, those within the checkpoints among them too. */
async function hashesOf(
  tx: Knex.Transaction,
  instanceId: string,
  entries: readonly LogEntry[],
): Promise<ReadonlySet<string>> {
  const checkpoints = entries.filter(
    ({ type }) => type === 'instance.checkpointed',
  );
  const states = await textsOf(tx, instanceId, hashesIn(checkpoints));
  return new Set([...hashesIn(entries), ...states.flatMap(hashesInText)]);
}

/** Deletes those of the values that nothing refers to any more. */
async function deleteUnused(
  tx: Knex.Transaction,
  row: InstanceRow,
  hashes: ReadonlySet<string>,
): Promise<void> {
  if (hashes.size === 0) return;
  const used = new Set(await hashesInUse(tx, row));
  await tx<PayloadRow>('payloads')
    .where({ instance_id: row.id })
    .whereIn(
      'sha256',
      [...hashes].filter(hash => !used.has(hash)),
    )
    .delete();
}

async function hashesInUse(
  tx: Knex.Transaction,
  { id, input, output, checkpoint_seq: seq }: InstanceRow,
): Promise<readonly string[]> {
  const left = await tx<StepRow>('steps')
    .where({ instance_id: id })
    .whereLike('entries', '%"sha256"%');
  const base = await tx<LogBaseRow>('log_bases')
    .select('state')
    .where({ instance_id: id })
    .first();
  const checkpoint = left.flatMap(entriesOf).filter(one => one.seq === seq);
  const states = await textsOf(tx, id, hashesIn(checkpoint));
  const texts = [input, output ?? '', base?.state ?? '', ...states];
  const logged = left.map(({ entries }) => entries);
  return [...texts, ...logged].flatMap(hashesInText);
}

async function textsOf(
  tx: Knex.Transaction,
  instanceId: string,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx<PayloadRow>('payloads')
    .select('value')
    .where({ instance_id: instanceId })
    .whereIn('sha256', [...hashes]);
  return rows.map(({ value }) => value);
}

function hashesIn(entries: readonly LogEntry[]): readonly string[] {
  return entries.flatMap(({ data }) => hashesInText(JSON.stringify(data)));
}

/** What a text of JSON refers to; what only looks like a reference keeps a value that is not needed, no more. */
function hashesInText(text: string): readonly string[] {
  return [...text.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(
    ([, hash]) => hash,
  );
}
