/** Line and column, both counted from 1, of an index in a text. @internal */
export function place(
  text: string,
  at: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}

/** The place for people; the line is left out when there is only one. @internal */
export function placeText(text: string, at: number): string {
  const { line, column } = place(text, at);
  return text.includes('\n')
    ? `line ${line}, column ${column}`
    : `column ${column}`;
}
