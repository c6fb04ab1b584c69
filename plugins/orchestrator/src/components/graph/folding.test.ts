import type { WorkflowGraph } from '@stagecraft/backstage-plugin-orchestrator-common';
import { foldedAtFirst, ownersOf } from './folding';

/** A graph in which each named task stands in the list of the task that its pointer goes through. */
function graphOf(lists: Readonly<Record<string, readonly string[]>>) {
  const containers = Object.entries(lists).map(([id, nodes]) => ({
    id,
    role: 'body',
    owner: id === '/do' ? undefined : id.slice(0, -'/do'.length),
    nodes: [...nodes],
  }));
  const graph: WorkflowGraph = {
    containers,
    edges: [],
    nodes: containers.flatMap(({ id: container, nodes }) =>
      nodes.map(id => ({
        id,
        container,
        kind: 'set',
        title: id,
        extensions: [],
      })),
    ),
  };
  return graph;
}

function manyTasks(list: string, count: number) {
  return Array.from({ length: count }, (_, index) => `${list}/${index}/t`);
}

const nested = graphOf({
  '/do': ['/do/0/a', '/do/1/b'],
  '/do/0/a/do': ['/do/0/a/do/0/c'],
  '/do/0/a/do/0/c/do': ['/do/0/a/do/0/c/do/0/d'],
});

it('opens everything of a small workflow', () => {
  expect(foldedAtFirst(nested)).toEqual(new Set());
});

it('keeps closed what would show more than sixty tasks at once', () => {
  const graph = graphOf({
    '/do': ['/do/0/few', '/do/1/many'],
    '/do/0/few/do': manyTasks('/do/0/few/do', 10),
    '/do/1/many/do': manyTasks('/do/1/many/do', 50),
  });
  expect(foldedAtFirst(graph)).toEqual(new Set(['/do/1/many']));
});

it('knows the tasks around a task, the innermost first', () => {
  expect(ownersOf(nested, '/do/0/a/do/0/c/do/0/d')).toEqual([
    '/do/0/a/do/0/c',
    '/do/0/a',
  ]);
  expect(ownersOf(nested, '/do/1/b')).toEqual([]);
});
