import type {
  EventFilter,
  Json,
  ListenTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ListenPlace, ListPlace } from '../Checkpoint';
import type { ReceivedEvent } from '../effects';
import { evaluate, holds } from '../expressions';
import { isObject } from '../json';
import { listIn, sinceEverywhere, type Resumable } from '../Resumable';
import { receive, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { asOf, momentOf, waitingAt } from '../waitingAt';
import { consumptionOf, type Consumption } from './listening/Consumption';
import { expectationOf } from './listening/expectationOf';
import { readEvent } from './listening/readEvent';
import { TakenItems } from './listening/TakenItems';
import { runForeach } from './runForeach';

/** The output lists what was made of each event, in the order in which they came (DSL reference, "Listen"). */
export function* runListen(
  task: ListenTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const listening = listeningOf(task, taskRun);
  const { consumption, items } = listening;
  let { latest } = listening;
  while (!consumption.isOver()) {
    const { expectation, item } = latest ?? (yield* nextItem(listening));
    const isBegun = latest !== undefined;
    latest = undefined;
    const awaited = consumption.awaited()[expectation];
    if (!awaited.isResult) {
      awaited.take(item);
      items.add({ expectation, isResult: false, value: item });
      continue;
    }
    const index = items.results;
    const list = listAt(listening, { expectation, item }, isBegun);
    const on = { item, index, list };
    const result = yield* runForeach(task.foreach, taskRun, on);
    items.add({ expectation, isResult: true, value: result.output });
    if (result.isEnd) return { output: items.outputs, then: { kind: 'end' } };
    awaited.take(result.output);
  }
  return { output: items.outputs };
}

/** A `listen` at work. */
interface Listening {
  readonly task: ListenTask;
  readonly taskRun: TaskRun;
  readonly consumption: Consumption;
  readonly items: TakenItems;
  readonly correlated: Map<string, Json>;
  /** The event that it goes on with after a checkpoint. */
  readonly latest?: LatestItem;
}

type LatestItem = Extract<ListenPlace, { readonly latest: unknown }>['latest'];

function listeningOf(task: ListenTask, taskRun: TaskRun): Listening {
  const { on, body } = taskRun;
  const consumption = consumptionOf(task.to, (when, consumed) =>
    holds(when, { ...on, input: consumed }),
  );
  const from = body.from?.kind === 'listen' ? body.from : undefined;
  const items = new TakenItems(from?.taken);
  for (const { expectation, value } of items.all) {
    consumption.awaited()[expectation].recall(value);
  }
  const correlated = new Map(correlatedIn(from));
  const latest = from && 'latest' in from ? from.latest : undefined;
  return { task, taskRun, consumption, items, correlated, latest };
}

function correlatedIn({ correlated = {} }: Partial<ListenPlace> = {}) {
  return isObject(correlated) ? Object.entries(correlated) : [];
}

function* nextItem(listening: Listening): Routine<LatestItem> {
  const { task } = listening;
  const { event, expectation } = yield* nextEvent(listening);
  return { expectation, item: readEvent(event, task.read) };
}

function* nextEvent(listening: Listening): Routine<ReceivedEvent> {
  const { taskRun, consumption, items, correlated } = listening;
  const { key, on, run, body } = taskRun;
  const awaited = consumption.awaited();
  const [expectations, moment] = asOf(run, body.from, () => [
    awaited.map(({ filter }) => expectationOf(filter, correlated, on)),
    momentOf(run),
  ]);
  const id = `${key}:event:${items.count}`;
  const received = yield* waitingAt(
    // Who asks again may be owed an event that others have taken, of which a log that was trimmed does not tell.
    consumption.isLast() ? body : {},
    () => ({ ...whatCame(listening), ...moment }),
    () => receive({ kind: 'listen', id, taskKey: key, expectations }),
  );
  const onEvent = { ...on, input: readEvent(received.event, 'envelope') };
  remember(awaited[received.expectation].filter, correlated, onEvent);
  return received;
}

/** How what is done for an event stands to checkpoints. */
function listAt(
  listening: Listening,
  latest: LatestItem,
  isBegun: boolean,
): Resumable<ListPlace> {
  const { run, body } = listening.taskRun;
  const part = isBegun ? body : { ...body, from: undefined };
  return listIn(sinceEverywhere(run, part), list => ({
    ...whatCame(listening),
    ...{ latest, list },
  }));
}

function whatCame({ items, correlated }: Listening) {
  return {
    kind: 'listen',
    taken: items.pieces,
    correlated: Object.fromEntries(correlated),
  } as const;
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
