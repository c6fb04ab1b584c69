import { graphOf } from '../testing/graphOf';
import { faultsOfLayout } from '../testing/faultsOfLayout';
import type { WorkflowGraph } from '../WorkflowGraph';
import { layoutGraph } from './layoutGraph';

const nested = graphOf(`do:
  - choose:
      switch:
        - a: { when: .a, then: left }
        - b: { when: .b, then: right }
        - again: { when: .b, then: right }
        - c: { then: guard }
  - left: { set: { n: 1 }, then: loop }
  - right: { set: { n: 2 }, then: loop }
  - guard:
      try:
        - fetch: { call: http, with: { method: get, endpoint: https://x.test } }
        - check: { switch: [{ bad: { when: .bad, then: exit } }, { good: { then: more } }] }
        - never: { set: { n: 3 }, then: end }
        - more: { wait: PT5M, then: fetch }
      catch:
        errors: { with: { status: 503 } }
        do:
          - note: { set: { n: 4 } }
        then: end
  - loop:
      for: { each: pet, in: .pets }
      do:
        - both:
            fork:
              branches:
                - one: { set: { n: 5 } }
                - two: { do: [{ x: { set: { n: 6 } } }, { y: { set: { n: 7 } } }] }
                - three: { wait: PT1S }
  - more:
      switch:
        - yes: { when: .more, then: choose }
        - self: { when: .self, then: more }
        - no: { then: end }
`);

/** Centre of a box. */
function centre(graph: WorkflowGraph, id: string) {
  const { x, y, width, height } = layoutGraph(graph).boxes.get(id)!;
  return { x: x + width / 2, y: y + height / 2 };
}

it('lets nothing overlap, and no line run over a box of its container', () => {
  expect(faultsOfLayout(nested, layoutGraph(nested))).toEqual([]);
});

it('gives every node, container and edge its place', () => {
  const { boxes, routes } = layoutGraph(nested);
  const things = [...nested.nodes, ...nested.containers];
  expect([...boxes.keys()].sort()).toEqual(things.map(({ id }) => id).sort());
  expect([...routes.keys()].sort()).toEqual(
    nested.edges.map(({ id }) => id).sort(),
  );
});

it('places the same graph the same way each time', () => {
  expect(layoutGraph(nested)).toEqual(layoutGraph(nested));
});

it('puts tasks in order below each other, with straight lines between', () => {
  const graph = graphOf(`do:
  - a: { set: { n: 1 } }
  - b: { set: { n: 2 } }
`);
  expect(centre(graph, '/do/0/a').x).toBe(centre(graph, '/do/1/b').x);
  expect(centre(graph, '/do/0/a').y).toBeLessThan(centre(graph, '/do/1/b').y);
  for (const { points } of layoutGraph(graph).routes.values()) {
    expect(points).toHaveLength(2);
  }
});

it('puts the cases of a switch side by side in their order', () => {
  const cases = ['/do/1/left', '/do/2/right', '/do/3/guard'];
  const places = cases.map(id => centre(nested, id).x);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('puts a catch beside what it guards', () => {
  const { boxes } = layoutGraph(nested);
  const body = boxes.get('/do/3/guard/try')!;
  const handler = boxes.get('/do/3/guard/catch/do')!;
  expect(handler.y).toBe(body.y);
  expect(handler.x).toBeGreaterThan(body.x + body.width);
});

it('leads a loop back on the left', () => {
  const { boxes, routes } = layoutGraph(nested);
  const { points } = routes.get('/do/4/loop/do/end#again')!;
  const leftmost = Math.min(...points.map(({ x }) => x));
  expect(leftmost).toBeLessThan(boxes.get('/do/4/loop/do/0/both')!.x);
});

it('shows a collapsed task without what it holds', () => {
  const collapsed = new Set(['/do/3/guard', '/do/4/loop']);
  const layout = layoutGraph(nested, { collapsed });
  expect(layout.boxes.get('/do/3/guard')).toMatchObject({
    width: 220,
    height: 56,
  });
  expect([...layout.boxes.keys()].filter(isInside)).toEqual([]);
  expect([...layout.routes.keys()].filter(isInside)).toEqual([]);
  expect(faultsOfLayout(nested, layout)).toEqual([]);
});

function isInside(id: string) {
  return id.startsWith('/do/3/guard/') || id.startsWith('/do/4/loop/');
}

it('takes the sizes that it is given', () => {
  const layout = layoutGraph(nested, {
    sizeOf: ({ title }) => ({ width: 31 + 7 * title.length, height: 23 }),
    labelSizeOf: label => ({ width: 5 * label.length, height: 11 }),
  });
  expect(layout.boxes.get('/do/1/left')).toMatchObject({ width: 59 });
  expect(faultsOfLayout(nested, layout)).toEqual([]);
});

it('places a definition of the largest size at once', () => {
  const groups = Array.from({ length: 100 }, (_, index) => {
    const steps = Array.from(
      { length: 18 },
      (__, n) => `{ s${n}: { set: { n: 1 } } }`,
    );
    return `  - g${index}: { do: [${steps.join(', ')}] }`;
  });
  const graph = graphOf(`do:\n${groups.join('\n')}\n`);
  const began = performance.now();
  const layout = layoutGraph(graph);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(layout.boxes.size).toBe(graph.nodes.length + graph.containers.length);
});
