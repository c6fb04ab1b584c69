/** The short form of who did something: `ada` for `user:default/ada`; anything else as it is. */
export function personName(ref: string): string {
  return /^user:[^/]+\/(.+)$/.exec(ref)?.[1] ?? ref;
}
