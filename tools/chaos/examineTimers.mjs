/** Entries that announce a timer, and the member that says until when. */
const announcing = {
  'task.waiting': 'until',
  'task.retry_scheduled': 'nextAt',
};

/** Timers that fired early, and how late the others were. */
export function examineTimers({ id }, log, found) {
  const dueAt = new Map();
  for (const { type, taskKey, time, data } of log) {
    const member = announcing[type];
    if (member) dueAt.set(taskKey, Date.parse(data[member]));
    if (type !== 'timer.fired' || !dueAt.has(taskKey)) continue;
    const lateMs = time - dueAt.get(taskKey);
    if (lateMs < 0)
      found.broken.push(
        `the timer of ${id}${taskKey} fired ${-lateMs} ms early`,
      );
    else found.timersLateMs.push(lateMs);
  }
}
