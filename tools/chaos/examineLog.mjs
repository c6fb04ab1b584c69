import { cancelledIds } from './workload.mjs';

/**
 * Logs with gaps, or that were trimmed of more than is before their last checkpoint; instances that have not ended as they should, or
 * not once; entries that an undisturbed run does not have, or has more often.
 *
 * @param {number} deleted how many entries were deleted from the beginning of the log
 * @param {readonly string[] | undefined} expected entries of an undisturbed run, if it is known
 */
export function examineLog(instance, log, { deleted, expected }, found) {
  examineEnd(instance, log, found);
  examineNumbers(instance, log, deleted, found);
  examineEntries(instance, log, { deleted, expected }, found);
}

/**
 * Entries that an undisturbed run has, too; status and settlements of the instance itself may come in another number, and a
 * suspended instance may hold any task.
 */
export function taskEntries(log) {
  return log
    .filter(
      ({ type, taskKey }) => taskKey !== undefined && type !== 'task.held',
    )
    .map(({ type, taskKey }) => `${type} ${taskKey}`)
    .sort();
}

function examineEnd({ id, status, workflowId }, log, found) {
  const due = cancelledIds.includes(workflowId) ? 'cancelled' : 'completed';
  if (status !== due) found.lost.push(`${workflowId} ${id} is ${status}`);
  const ends = log.filter(
    ({ type, data }) =>
      /^instance\.(completed|failed|cancelled)$/.test(type) && !data.canRetry,
  );
  if (ends.length > 1) found.broken.push(`${id} ended ${ends.length} times`);
}

function examineNumbers({ id, checkpointSeq = 0 }, log, deleted, found) {
  if (log.some(({ seq }, index) => seq !== deleted + index + 1))
    found.broken.push(`the log of ${id} has gaps`);
  if (deleted > 0 && deleted >= checkpointSeq)
    found.broken.push(`the log of ${id} was trimmed of its checkpoint`);
}

/** Of a log that was trimmed, what is missing may have been deleted. */
function examineEntries({ id }, log, { deleted, expected }, found) {
  const all = taskEntries(log);
  const left = [...(expected ?? new Set(all))];
  for (const entry of all) {
    const at = left.indexOf(entry);
    if (at < 0) found.repeated.push(`${id}: one more ${entry}`);
    else left.splice(at, 1);
  }
  if (deleted > 0) return;
  for (const entry of left) found.lost.push(`${id}: no ${entry}`);
}
