import type { Node } from '../language/SyntaxTree';

/** Whether the results may hold parts of the input; says so in doubt. @internal */
export function readsInput(node: Node): boolean {
  switch (node.kind) {
    case 'literal':
    case 'variable':
      return false;
    case 'array':
      return node.body !== undefined && readsInput(node.body);
    case 'object':
      return node.entries.some(
        ({ key, value }) => readsInput(key) || readsInput(value),
      );
    case 'text':
      return node.parts.some(
        part => typeof part !== 'string' && readsInput(part),
      );
    case 'negate':
      return readsInput(node.body);
    case 'index':
      return readsInput(node.target) || readsInput(node.key);
    case 'iterate':
      return readsInput(node.target);
    case 'binary':
      // What is behind a pipe reads what is in front of it.
      return (
        readsInput(node.left) ||
        (node.operator !== '|' && readsInput(node.right))
      );
    default:
      return true;
  }
}
