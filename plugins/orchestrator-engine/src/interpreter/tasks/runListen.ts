import type {
  EventFilter,
  Json,
  ListenTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { evaluate, holds } from '../expressions';
import { receive, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { consumptionOf, type AwaitedEvent } from './listening/Consumption';
import { expectationOf } from './listening/expectationOf';
import { readEvent } from './listening/readEvent';
import { runForeach } from './runForeach';

/** The output lists what was made of each event, in the order in which they came (DSL reference, "Listen"). */
export function* runListen(
  task: ListenTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const { on } = taskRun;
  const consumption = consumptionOf(task.to, (when, consumed) =>
    holds(when, { ...on, input: consumed }),
  );
  const correlated = new Map<string, Json>();
  const outputs: Json[] = [];
  for (let count = 0; !consumption.isOver(); count += 1) {
    const awaited = consumption.awaited();
    const { event, taken } = yield* nextEvent(awaited, correlated, {
      taskRun,
      count,
    });
    const item = readEvent(event, task.read);
    if (!taken.isResult) {
      taken.take(item);
      continue;
    }
    const index = outputs.length;
    const result = yield* runForeach(task.foreach, taskRun, { item, index });
    outputs.push(result.output);
    if (result.isEnd) return { output: outputs, then: { kind: 'end' } };
    taken.take(result.output);
  }
  return { output: outputs };
}

function* nextEvent(
  awaited: readonly AwaitedEvent[],
  correlated: Map<string, Json>,
  { taskRun, count }: { readonly taskRun: TaskRun; readonly count: number },
) {
  const { key, on } = taskRun;
  const { event, expectation } = yield* receive({
    kind: 'listen',
    id: `${key}:event:${count}`,
    taskKey: key,
    expectations: awaited.map(({ filter }) =>
      expectationOf(filter, correlated, on),
    ),
  });
  const taken = awaited[expectation];
  remember(taken.filter, correlated, {
    ...on,
    input: readEvent(event, 'envelope'),
  });
  return { event, taken };
}

/** The first event's value is expected of those that follow, in all filters that correlate by the same name. */
function remember(
  filter: EventFilter | undefined,
  correlated: Map<string, Json>,
  onEvent: TaskRun['on'],
) {
  for (const { name, from, expect } of filter?.correlate ?? []) {
    if (expect === undefined && !correlated.has(name)) {
      correlated.set(name, evaluate(from, onEvent));
    }
  }
}
