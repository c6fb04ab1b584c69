/** Pointers of all that contains the pointer, innermost first. */
export function prefixesOf(ref: string): readonly string[] {
  const tokens = ref.split('/');
  return tokens
    .map((_, index) => tokens.slice(0, -index - 1).join('/'))
    .filter(prefix => prefix !== '');
}
