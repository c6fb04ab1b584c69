import type { ParseScope } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import { suggest, withSuggestion } from './source/suggest';
import type { FlowDirective } from './WorkflowDefinition';

/** What `then` takes beside names of tasks. @internal */
export const DIRECTIVES = ['continue', 'exit', 'end'] as const;

/** Where the flow goes when a definition does not say. @internal */
export const CONTINUE: FlowDirective = { kind: 'continue' };

/** Why there is no task to go on to. */
const LONERS = {
  branches: (name: string) =>
    `a branch cannot go on to \`${name}\`; branches run side by side`,
  function: (name: string) =>
    `a function cannot go on to \`${name}\`; it is called from anywhere`,
};

/** Reads `then` (DSL reference, "Flow Directive"). @internal */
export function parseFlowDirective(
  node: SourceNode,
  { siblings }: ParseScope,
): FlowDirective {
  const text = node.text(
    'continue, exit, end or the name of a task of the same list',
  );
  const directive = DIRECTIVES.find(candidate => candidate === text);
  if (directive) return { kind: directive };
  if (!node.isText()) return CONTINUE;
  if (siblings.kind !== 'sequence') {
    const message = LONERS[siblings.kind](text);
    node.report({ code: 'UNKNOWN_TASK', message });
  } else if (!siblings.names.includes(text)) {
    const choices = [...siblings.names, ...DIRECTIVES];
    const message = `no task \`${text}\` in this list, and \`then\` cannot leave it`;
    node.report({
      code: 'UNKNOWN_TASK',
      ...withSuggestion(message, suggest(text, choices)),
    });
  }
  return { kind: 'task', name: text };
}
