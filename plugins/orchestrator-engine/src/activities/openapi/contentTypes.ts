/** Types that a body can be written as, the best first. */
const WRITABLE = [
  /^application\/(.+\+)?json\b/,
  /^application\/x-www-form-urlencoded/,
  /^multipart\/form-data/,
  /^text\//,
];

/** The type of those an operation takes that we write best; the first when we write none, since text can be sent as any. */
export function bestContentType(
  types: readonly string[],
  otherwise = 'application/json',
): string {
  const best = WRITABLE.map(pattern => types.find(type => pattern.test(type)));
  const found = best.find(type => type !== undefined) ?? types[0];
  return found === undefined || found.includes('*') ? otherwise : found;
}

/** Whether text, too, is written as JSON. */
export function isJsonType(type: string): boolean {
  return WRITABLE[0].test(type);
}
