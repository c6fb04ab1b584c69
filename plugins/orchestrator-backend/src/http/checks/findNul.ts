/**
 * Pointer to the first text, or name, that holds the character U+0000, which databases do not keep in text.
 *
 * @param value - what was parsed from JSON, of bounded depth
 * @param pointer - of the value itself
 * @param isPassedOver - told the pointer of each member; what is kept as JSON may hold any character
 */
export function findNul(
  value: unknown,
  pointer: string,
  isPassedOver: (pointer: string) => boolean,
): string | undefined {
  if (typeof value === 'string') return holdsNul(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (isPassedOver(at)) continue;
    if (holdsNul(name)) return at;
    const found = findNul(member, at, isPassedOver);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holdsNul(text: string): boolean {
  return text.includes('\0');
}
