import type { GraphNode } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { VersionTasks } from '../../../api/versionQueries';
import { taskChanges } from './taskChanges';

type Said = Readonly<Record<string, unknown>>;

/** A version whose tasks stand one after the other. */
function version(...tasks: readonly (readonly [string, Said])[]): VersionTasks {
  const nodes = tasks.map(
    ([name], index): GraphNode => ({
      id: `/do/${index}/${name}`,
      kind: 'set',
      title: name,
      container: '/do',
      extensions: [],
    }),
  );
  return {
    graph: {
      nodes,
      containers: [{ id: '/do', role: 'workflow', nodes: [] }],
      edges: [],
    },
    definition: { do: tasks.map(([name, says]) => ({ [name]: says })) },
  };
}

/** A try around one task. */
function guarded(retry: string, says: Said): VersionTasks {
  const common = { extensions: [] };
  return {
    graph: {
      nodes: [
        {
          ...common,
          id: '/do/0/guard',
          kind: 'try',
          title: 'guard',
          container: '/do',
          retry,
        },
        {
          ...common,
          id: '/do/0/guard/try/0/charge',
          kind: 'call',
          title: 'charge',
          container: '/do/0/guard/try',
        },
      ],
      containers: [
        { id: '/do', role: 'workflow', nodes: [] },
        {
          id: '/do/0/guard/try',
          role: 'try',
          owner: '/do/0/guard',
          nodes: [],
        },
      ],
      edges: [],
    },
    definition: { do: [{ guard: { try: [{ charge: says }] } }] },
  };
}

const drawn = (before: VersionTasks, after: VersionTasks) =>
  taskChanges(before, after).map(
    ({ kind, path }) => `${kind} ${path.join(' › ')}`,
  );

describe('what has become of tasks', () => {
  it('does not mind that others now stand before them', () => {
    expect(
      drawn(
        version(['a', {}], ['b', {}]),
        version(['x', {}], ['a', {}], ['b', {}]),
      ),
    ).toEqual(['added x']);
  });

  it('names those that say something else, and those that are gone', () => {
    expect(
      drawn(version(['a', { set: 1 }], ['b', {}]), version(['a', { set: 2 }])),
    ).toEqual(['changed a', 'removed b']);
  });

  it('names those that stand elsewhere once', () => {
    const changes = drawn(
      version(['a', {}], ['b', {}], ['c', {}]),
      version(['b', {}], ['c', {}], ['a', {}]),
    );
    expect(changes).toEqual(['moved a']);
  });

  it('does not blame a task for what it holds', () => {
    expect(
      drawn(guarded('3 times', { a: 1 }), guarded('3 times', { a: 2 })),
    ).toEqual(['changed guard › charge']);
    expect(drawn(guarded('3 times', {}), guarded('5 times', {}))).toEqual([
      'changed guard',
    ]);
  });
});
