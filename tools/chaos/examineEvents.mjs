/**
 * Events that an instance took twice, or in another order than that in which they were acknowledged; how late each came for whom was
 * already listening.
 *
 * @param {ReadonlyMap<string, number>} delivered when each was acknowledged, by its id
 */
export function examineEvents({ id }, log, delivered, found) {
  examineOrderOfEvents(id, log, found);
  const awaitedAt = new Map();
  for (const { type, taskKey, time, data } of log) {
    if (type === 'event.awaited') awaitedAt.set(taskKey, time);
    if (type !== 'event.received' || !delivered.has(data.eventId)) continue;
    const sentAt = delivered.get(data.eventId);
    const dueAt = Math.max(sentAt, awaitedAt.get(taskKey) ?? sentAt);
    found.eventsLateMs.push(Math.max(0, time - dueAt));
  }
}

function examineOrderOfEvents(id, log, found) {
  const latest = new Map();
  for (const { type, data } of log) {
    if (type !== 'event.received') continue;
    const [, name, number] = /^(.*)-(\d+)$/.exec(data.eventId) ?? [];
    if (name === undefined) continue;
    const before = latest.get(name) ?? -1;
    if (Number(number) === before)
      found.repeated.push(`${id} took ${data.eventId} twice`);
    if (Number(number) < before)
      found.broken.push(`${id} took ${data.eventId} after number ${before}`);
    latest.set(name, Math.max(before, Number(number)));
  }
}
