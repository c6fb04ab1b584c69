/** The options, with a default for each that is absent or `undefined`, as the keys of a configuration are that nobody has set. */
export function withDefaults<D extends object, O extends object>(
  defaults: D,
  options: O,
): Omit<O, keyof D> & D {
  const given = Object.entries(options).filter(
    ([, value]) => value !== undefined,
  );
  return { ...options, ...defaults, ...Object.fromEntries(given) };
}
