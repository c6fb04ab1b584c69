import { parseDurationNode } from '../../parseDuration';
import { parseObjectTemplate, parseTextTemplate } from '../../parseExpression';
import type { ParseScope } from '../../ParseScope';
import type { SourceNode } from '../../source/SourceNode';
import type { Process } from '../../WorkflowDefinition';
import { readStreams } from './readStreams';

type Container = Extract<Process, { kind: 'container' }>;

/** DSL reference, "Container Process". @internal */
export function parseContainer(node: SourceNode, scope: ParseScope): Process {
  const text = (value: SourceNode) => parseTextTemplate(value, scope);
  const object = (value: SourceNode) => parseObjectTemplate(value, scope);
  return node.object(container => ({
    kind: 'container',
    image: container.required('image', text),
    name: container.optional('name', text),
    command: container.optional('command', text),
    ports: container.optional('ports', object),
    volumes: container.optional('volumes', object),
    ...readStreams(container, scope),
    pullPolicy:
      container.optional('pullPolicy', parsePullPolicy) ?? 'ifNotPresent',
    lifetime: container.optional('lifetime', lifetime =>
      parseLifetime(lifetime, scope),
    ),
  }));
}

function parsePullPolicy(node: SourceNode): Container['pullPolicy'] {
  return node.oneOf(['ifNotPresent', 'always', 'never']);
}

const CLEANUPS = ['never', 'always', 'eventually'] as const;

/** DSL reference, "Container Lifetime". */
function parseLifetime(
  node: SourceNode,
  scope: ParseScope,
): Container['lifetime'] {
  return node.object(lifetime => {
    const cleanup = lifetime.required('cleanup', value =>
      value.oneOf(CLEANUPS),
    );
    const duration = (value: SourceNode) => parseDurationNode(value, scope);
    return cleanup === 'eventually'
      ? { cleanup, after: lifetime.required('after', duration) }
      : { cleanup, after: lifetime.optional('after', reportAfter) };
  });
}

function reportAfter(node: SourceNode): undefined {
  const message = '`after` goes with `cleanup: eventually` only';
  node.reportAtKey({ code: 'INVALID_VALUE', message });
}
