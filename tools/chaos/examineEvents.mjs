/** Events that an instance took twice, or in another order than that in which they were acknowledged. */
export function examineEvents({ id }, log, found) {
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
