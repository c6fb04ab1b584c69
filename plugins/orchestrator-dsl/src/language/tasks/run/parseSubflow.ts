import { parseVersion, parseName } from '../../parseDocument';
import {
  isComputed,
  parseObjectTemplate,
  parseTextTemplate,
} from '../../parseExpression';
import type { ParseScope } from '../../ParseScope';
import type { SourceNode } from '../../source/SourceNode';
import type { Process, Template } from '../../WorkflowDefinition';

/** DSL reference, "Workflow Process". @internal */
export function parseSubflow(node: SourceNode, scope: ParseScope): Process {
  const name = (value: SourceNode) =>
    isComputed(value.json) ? parseTextTemplate(value, scope) : parseName(value);
  return node.object(workflow => ({
    kind: 'workflow',
    namespace: workflow.required('namespace', name),
    name: workflow.required('name', name),
    version:
      workflow.optional('version', version =>
        parseSubflowVersion(version, scope),
      ) ?? LATEST,
    input: workflow.optional('input', input =>
      parseObjectTemplate(input, scope),
    ),
  }));
}

const LATEST = 'latest';

function parseSubflowVersion(node: SourceNode, scope: ParseScope): Template {
  if (node.json === LATEST) return LATEST;
  return isComputed(node.json)
    ? parseTextTemplate(node, scope)
    : parseVersion(node);
}
