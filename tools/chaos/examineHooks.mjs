/**
 * Ends of instances that a webhook was not told of, or under two ids, and those that it should not have been told of.
 *
 * The same message may come more often; it has the same id then.
 *
 * @param {{instances: readonly object[], told?: readonly {id: string, type: string, instanceId: string}[]}} run without `told`
 *   there was no webhook
 */
export function examineHooks({ instances, told }, found) {
  if (!told) return;
  const byInstance = Map.groupBy(told, ({ instanceId }) => instanceId);
  for (const { id, status } of instances) {
    const ids = new Set();
    for (const message of byInstance.get(id) ?? []) {
      ids.add(message.id);
      if (!message.type.includes(`workflow.${status}.`))
        found.broken.push(`of ${id}, ${status}, was told ${message.type}`);
    }
    if (ids.size === 0) found.lost.push(`nobody was told of the end of ${id}`);
    if (ids.size > 1)
      found.repeated.push(`the end of ${id} was told under ${ids.size} ids`);
  }
}
