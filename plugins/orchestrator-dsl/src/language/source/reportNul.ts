import type { SourceNode } from './SourceNode';

const NUL = '\u0000';

/** What a text must have in it for one of its values to hold the character: itself, or an escape of it. */
const POSSIBLY_NUL = /\u0000|\\(?:0|x00|u0000|U00000000)/; // eslint-disable-line no-control-regex

/**
 * Reports the first text or name that holds the character U+0000: databases cannot store it.
 *
 * @returns whether there is one
 * @internal
 */
export function reportNul(text: string, root: SourceNode): boolean {
  return POSSIBLY_NUL.test(text) && reportIn(root);
}

function reportIn(node: SourceNode): boolean {
  if (typeof node.json === 'string' && node.json.includes(NUL)) {
    node.report(FAULT);
    return true;
  }
  return (
    node.members.some(({ name, value }) => {
      if (!name.includes(NUL)) return reportIn(value);
      value.reportAtKey(FAULT);
      return true;
    }) ||
    (node.isArray() && node.items().some(reportIn))
  );
}

const FAULT = {
  code: 'INVALID_VALUE',
  message: 'the character U+0000 cannot be stored; leave it out',
} as const;
