/** A copy with other values; members changed to `undefined` are left out, as in JSON. */
export function changed<T extends object>(before: T, change: Partial<T>): T {
  const after = { ...before, ...change };
  for (const key in change) {
    if (change[key] === undefined) delete after[key];
  }
  return after;
}
