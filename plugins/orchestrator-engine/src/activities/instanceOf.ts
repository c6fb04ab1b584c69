/** Id of the instance that an activity belongs to: its idempotency key is that id and the task's key. */
export function instanceOf(idempotencyKey: string, taskKey: string): string {
  const isKey = taskKey !== '' && idempotencyKey.endsWith(taskKey);
  return isKey ? idempotencyKey.slice(0, -taskKey.length) : idempotencyKey;
}
