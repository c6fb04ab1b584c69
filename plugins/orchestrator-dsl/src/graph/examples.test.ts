import fs from 'fs';
import path from 'path';
import type { Task } from '../language/WorkflowDefinition';
import { buildGraph } from './buildGraph';
import { lanesOf } from './lanesOf';
import { layoutGraph } from './layout/layoutGraph';
import { faultsOfLayout } from './testing/faultsOfLayout';
import { parsed } from './testing/graphOf';
import { toMermaid } from './toMermaid';

const FOLDER = path.resolve(
  __dirname,
  '../../../../../shared/fixtures/dsl-examples',
);

const names = fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).sort() : [];

/** A task and all that it holds. */
function withinTask(task: Task): readonly Task[] {
  return [
    task,
    ...lanesOf(task).flatMap(({ tasks }) => tasks.flatMap(withinTask)),
  ];
}

if (names.length === 0) {
  it.todo(`cannot be read: the examples are not in ${FOLDER}`);
} else {
  it('are all there', () => {
    expect(names).toHaveLength(68);
  });

  it.each(names)('%s is drawn whole and without overlaps', name => {
    const text = fs.readFileSync(path.join(FOLDER, name), 'utf8');
    const definition = parsed(text);
    const graph = buildGraph(definition);
    const things = [...graph.nodes, ...graph.containers].map(({ id }) => id);
    const known = new Set(things);
    expect(known.size).toBe(things.length);
    for (const { pointer } of definition.do.flatMap(withinTask)) {
      expect(known).toContain(pointer);
    }
    for (const { from, to } of graph.edges) {
      expect(known).toContain(from);
      expect(known).toContain(to);
    }
    const ids = graph.edges.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(faultsOfLayout(graph, layoutGraph(graph))).toEqual([]);
    expect(buildGraph(parsed(text))).toEqual(graph);
    expect(toMermaid(graph).split('\n').length).toBeGreaterThan(
      graph.nodes.length,
    );
  });
}
