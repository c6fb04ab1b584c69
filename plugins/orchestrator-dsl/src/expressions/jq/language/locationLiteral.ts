import { place } from './place';
import type { Node } from './SyntaxTree';

/** `$__loc__`. @internal */
export function locationLiteral(text: string, at: number): Node {
  const value = { file: '<top-level>', line: place(text, at).line };
  return { kind: 'literal', at, value };
}
