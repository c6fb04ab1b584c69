/**
 * For what the compiler sees to be impossible: a case of a union that is not handled is an error of types.
 *
 * @param what - what the value is, for the error that tells of one that came all the same
 * @throws Error always
 * @internal
 */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unknown ${what} ${JSON.stringify(value)}`);
}
