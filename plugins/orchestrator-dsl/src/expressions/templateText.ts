import { ExpressionSyntaxError } from './ExpressionEvaluator';

/** A piece of a template's text. @internal */
export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string };

const OPENING = '${';

/**
 * Splits text at its `${ … }`. Braces inside jq's strings, groups and comments do not end an expression.
 *
 * @throws {@link ExpressionSyntaxError} when a `${` is never closed
 * @internal
 */
export function splitTemplateText(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  while (from < text.length) {
    const start = text.indexOf(OPENING, from);
    if (start < 0) break;
    if (start > from) {
      parts.push({ kind: 'literal', text: text.slice(from, start) });
    }
    const end = findClosingBrace(text, start + OPENING.length);
    const inner = text.slice(start + OPENING.length, end).trim();
    parts.push({ kind: 'expression', text: inner });
    from = end + 1;
  }
  if (from < text.length) {
    parts.push({ kind: 'literal', text: text.slice(from) });
  }
  return parts;
}

/**
 * The jq inside text that is one `${ … }` and nothing else; `undefined` for any other text.
 *
 * @throws as {@link splitTemplateText}
 * @internal
 */
export function wholeExpression(text: string): string | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith(OPENING)) return undefined;
  const [first, ...others] = splitTemplateText(trimmed);
  return others.length === 0 ? first.text : undefined;
}

/** Where the `}` stands that ends the expression which begins at `start`. */
function findClosingBrace(text: string, start: number): number {
  const open: ('group' | 'string')[] = ['group'];
  for (let at = start; at < text.length; at += 1) {
    at = nextTelling(text, at);
    const char = text[at];
    if (open.at(-1) === 'string') {
      if (char === '"') open.pop();
      else if (char === '\\') {
        at += 1;
        if (text[at] === '(') open.push('group');
      }
    } else if (char === '"') open.push('string');
    else if (char === '#') at = endOfLine(text, at);
    else if ('{[('.includes(char)) open.push('group');
    else if ('}])'.includes(char)) open.pop();
    if (open.length === 0) return at;
  }
  throw new ExpressionSyntaxError(
    '`${` is not closed by a `}`, or a bracket or quote in it is not closed before',
  );
}

/** Characters that open, close or escape something. */
const TELLING = /["\\#{}()[\]]|$/g;

function nextTelling(text: string, from: number): number {
  TELLING.lastIndex = from;
  return TELLING.exec(text)?.index ?? text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
