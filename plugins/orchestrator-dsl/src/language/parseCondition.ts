import { assigns } from '../expressions/jq/assigns';
import { parseExpression } from './parseExpression';
import type { ParseScope } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import type { Expression } from './WorkflowDefinition';

/** Reads a jq expression that is to say whether something is so. Warns when it assigns: an object counts as true. @internal */
export function parseCondition(
  node: SourceNode,
  scope: ParseScope,
): Expression {
  const condition = parseExpression(node, scope);
  if (condition !== '' && scope.evaluator && assigns(condition)) {
    const message = `\`${condition}\` assigns, and an object counts as true; jq compares with \`==\``;
    node.report({ code: 'INVALID_VALUE', severity: 'warning', message });
  }
  return condition;
}
