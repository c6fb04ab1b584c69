import fc from 'fast-check';
import type { FlowDirective, Task } from '../../language/WorkflowDefinition';
import { childPointer } from '../../jsonPointer';
import { buildGraph } from '../buildGraph';
import { faultsOfLayout } from '../testing/faultsOfLayout';
import { layoutGraph } from './layoutGraph';

/** What a task is to be, before it has a place. */
interface Sketch {
  readonly kind: 'set' | 'raise' | 'switch' | 'do' | 'for' | 'fork' | 'try';
  /** Where it and its cases lead: a task of its list, or one of the directives. */
  readonly targets: readonly number[];
  readonly within: readonly Sketch[];
  readonly caught: readonly Sketch[];
}

const SIMPLE: Sketch = { kind: 'set', targets: [6], within: [], caught: [] };

const { sketches } = fc.letrec<{ sketches: readonly Sketch[]; it: Sketch }>(
  tie => ({
    sketches: fc.array(tie('it'), { minLength: 1, maxLength: 6 }),
    it: fc.record({
      kind: fc.constantFrom<Sketch['kind'][]>(
        ...(['set', 'raise', 'switch', 'do', 'for', 'fork', 'try'] as const),
      ),
      targets: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
      within: fc.oneof({ maxDepth: 2 }, fc.constant([SIMPLE]), tie('sketches')),
      caught: fc.oneof({ maxDepth: 2 }, fc.constant([]), tie('sketches')),
    }),
  }),
);

function tasksOf(list: readonly Sketch[], pointer: string): readonly Task[] {
  return list.map((sketch, index) => {
    const name = `t${index}`;
    const at = childPointer(childPointer(pointer, index), name);
    const then = sketch.targets.map(target => directive(target, list.length));
    return taskOf(sketch, { name, pointer: at, then: then[0] }, then);
  });
}

function directive(target: number, count: number): FlowDirective {
  if (target < count) return { kind: 'task', name: `t${target}` };
  const kinds = ['continue', 'exit', 'end'] as const;
  return { kind: kinds[target % 3] };
}

function taskOf(
  { kind, within, caught }: Sketch,
  base: { name: string; pointer: string; then: FlowDirective },
  then: readonly FlowDirective[],
): Task {
  const list = (suffix: string) => tasksOf(within, `${base.pointer}${suffix}`);
  const cases = then.map((each, index) => ({
    name: `c${index}`,
    when: index > 1 ? undefined : '.x'.repeat(index + 1),
    then: each,
  }));
  switch (kind) {
    case 'set':
      return { ...base, kind, set: {} };
    case 'raise':
      return { ...base, kind, error: { type: 'x:y', status: 400 } };
    case 'switch':
      return { ...base, kind, switch: cases };
    case 'do':
      return { ...base, kind, do: list('/do') };
    case 'for':
      return {
        ...base,
        kind,
        for: { each: 'x', in: '.', at: 'i' },
        do: list('/do'),
      };
    case 'fork':
      return {
        ...base,
        kind,
        compete: false,
        branches: list('/fork/branches'),
      };
    default: {
      const handler = tasksOf(caught, `${base.pointer}/catch/do`);
      const errors = { status: 503 };
      const handling = { as: 'error', errors, do: handler, then: then[1] };
      return { ...base, kind, try: list('/try'), catch: handling };
    }
  }
}

it('lets nothing overlap, whatever the flow', () => {
  fc.assert(
    fc.property(sketches, fc.integer({ min: 1, max: 90 }), (list, size) => {
      const graph = buildGraph({
        id: 'x',
        document: { dsl: '1.0.3', namespace: 'x', name: 'x', version: '1.0.0' },
        do: tasksOf(list, '/do'),
        raw: {},
      });
      const layout = layoutGraph(graph, {
        sizeOf: ({ id }) => ({
          width: size + (id.length % 7),
          height: 20 + (id.length % 5),
        }),
      });
      expect(faultsOfLayout(graph, layout)).toEqual([]);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
