import type { Run } from '../Run';

/** The parts of a text between separators; its characters when the separator is empty. @internal */
export function splitText(
  text: string,
  separator: string,
  run: Run,
): readonly string[] {
  if (text === '') return [];
  run.step(1 + text.length / 16);
  run.build(2 * text.length);
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  run.build(32 * parts.length);
  return parts;
}
