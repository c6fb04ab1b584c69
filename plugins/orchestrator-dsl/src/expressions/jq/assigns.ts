import { parseExpression } from './language/parseExpression';
import type { Node } from './language/SyntaxTree';

/**
 * Whether what an expression gives is its input, or a part of it, with something assigned: `.x = 1`, `.a | .b += 1`. As a condition it
 * was probably meant to compare.
 *
 * @throws ExpressionSyntaxError
 * @internal
 */
export function assigns(text: string): boolean {
  const last = lastOf(parseExpression(text, { isLenient: true }));
  return last.kind === 'binary' && isUpdate(last.operator);
}

/** What an expression ends with: its value is that of the whole. */
function lastOf(node: Node): Node {
  switch (node.kind) {
    case 'binary':
      return node.operator === '|' ? lastOf(node.right) : node;
    case 'bind':
    case 'label':
      return lastOf(node.body);
    case 'define':
      return lastOf(node.rest);
    default:
      return node;
  }
}

const comparisons = ['==', '!=', '<=', '>='];

function isUpdate(operator: string): boolean {
  return operator.endsWith('=') && !comparisons.includes(operator);
}
