/**
 * How much later than its end in the log a call of an instance may have come to the service, which may be late in looking: far less than
 * a replica is stopped for.
 */
const onItsWayMs = 1_000;

/** What an instance did although somebody had suspended or cancelled it. */
export function examineActs({ id, endedAt }, log, calls, found) {
  let standsBy;
  for (const { type, taskKey } of log) {
    if (type === 'instance.suspend_requested') standsBy = 'suspended';
    if (type === 'instance.resumed' && standsBy === 'suspended')
      standsBy = undefined;
    if (type === 'instance.cancel_requested') standsBy = 'cancelled';
    if (standsBy && type === 'task.started')
      found.broken.push(`${id}${taskKey} began while it was ${standsBy}`);
  }
  if (standsBy !== 'cancelled') return;
  for (const { key, began } of calls) {
    if (began > endedAt + onItsWayMs)
      found.broken.push(
        `${key} was called ${began - endedAt} ms after the end`,
      );
  }
}
