import type { Knex } from 'knex';
import type { EmbeddedRuntime } from '../../runtime/EmbeddedRuntime';
import { migrate } from '../../store/knex/migrate';
import type { FakeAnswer } from '../FakeActivities';
import { ManualClock } from '../ManualClock';
import { TestBackend } from '../TestBackend';
import { recordedWorkflows } from './recordedWorkflows';
import { rowsOfTables, type RecordedTables } from './rowsOfTables';

/** What a process has left behind in its database, in the midst of its work. */
export interface BehaviourRecording {
  /** What time it was. */
  readonly now: number;
  /** The last of the migrations that there were. */
  readonly migration: string;
  /** Of the instances, by the names of their workflows. */
  readonly ids: { readonly [name: string]: string };
  readonly tables: RecordedTables;
}

/** So few that whatever goes round makes checkpoints. */
const ENTRIES_PER_CHECKPOINT = 8;

/** The rest until half an hour is over: after the third round of whatever rests for ten minutes, after the sixth of what rests for five. */
const REST = 'rest: until 2026-01-01T00:30';

const GOING_ROUND = [
  'looping',
  'trying',
  'polling',
  'beside',
  'handling',
  'counting',
  'jumping',
];

const ada = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;

/**
 * Lets a process of the present behaviour run one instance of each workflow until it stands at something that takes longer, and leaves them there.
 *
 * @param knex - an empty database of SQLite
 */
export async function recordBehaviour(knex: Knex): Promise<BehaviourRecording> {
  await migrate(knex);
  const backend = new TestBackend(knex, new ManualClock(), answerOf);
  const runtime = await backend.begin({
    entriesPerCheckpoint: ENTRIES_PER_CHECKPOINT,
  });
  const ids = await startAll(backend, runtime);
  await standStill(backend, runtime, ids);
  await goRound(backend, runtime, ids);
  await runtime.stop({ graceMs: 0 });
  await askToStop(backend, ids.asked);
  const now = backend.clock.now();
  return { now, ids, ...(await rowsOfTables(knex)) };
}

function answerOf(uri: string): FakeAnswer {
  const path = new URL(uri, 'http://x').pathname;
  if (path === '/flaky' || path === '/broken') return { status: 503 };
  if (path === '/slow') return 'never';
  return { value: path === '/large' ? 'x'.repeat(5_000) : uri };
}

async function startAll(backend: TestBackend, runtime: EmbeddedRuntime) {
  const ids: { [name: string]: string } = {};
  for (const [name, text] of recordedWorkflows) {
    await backend.publish(text, name);
  }
  for (const workflowId of recordedWorkflows.keys()) {
    if (workflowId === 'child') continue;
    ids[workflowId] = await runtime.start({ workflowId, input: {} });
  }
  return ids;
}

type Ids = BehaviourRecording['ids'];

/** All that happens while the clock stands still. */
async function standStill(
  backend: TestBackend,
  runtime: EmbeddedRuntime,
  ids: Ids,
) {
  await deliver(runtime, 'a', 'e1', 1);
  await deliver(runtime, 'tick', 't1', 1);
  await runtime.suspend(ids.suspended, ada);
  const reasons = {
    waiting: 'pause: until',
    retrying: 'guard: attempt 2',
    atGate: 'status 503',
    forked: 'pause: until',
    listening: 'hear: for b',
    suspended: 'by user:default/ada',
    asking: 'ask: for approval',
    parent: 'delegate: for workflow child',
    asked: 'pause: until',
  };
  for (const [name, reason] of Object.entries(reasons)) {
    await untilBecause(backend, ids[name], reason);
  }
  await backend.untilStatus(ids.completed, 'completed');
  await backend.until('a call is under way', () =>
    backend.calls.targets.includes('GET http://x/slow'),
  );
}

/** Some rounds of whatever goes round, and a second event for who hears several. */
async function goRound(
  backend: TestBackend,
  runtime: EmbeddedRuntime,
  ids: Ids,
) {
  for (const name of GOING_ROUND) {
    await untilBecause(backend, ids[name], REST, 1_000);
  }
  await deliver(runtime, 'tick', 't2', 2);
  await backend.until('the second event has been heard', () => {
    const heard = backend.calls.targets.filter(one => one.endsWith('/tick'));
    return heard.length === 2;
  });
  await untilBecause(backend, ids.hearing, REST);
}

/** As another process asks, when none is left to hear it. */
async function askToStop({ store, clock }: TestBackend, instanceId: string) {
  await store.signal({
    id: 'cancel-asked',
    instanceId,
    kind: 'cancel',
    actor: { ...ada.actor, reason: 'no more' },
    createdAt: clock.now(),
    data: {},
  });
}

async function untilBecause(
  backend: TestBackend,
  id: string,
  reason: string,
  stepMs = 0,
) {
  await backend.until(`${id} stands at "${reason}"`, async () => {
    backend.clock.advance(stepMs);
    const { because } = (await backend.reader.get(id))!;
    return because?.startsWith(reason) === true;
  });
}

async function deliver(
  runtime: EmbeddedRuntime,
  type: string,
  id: string,
  data: number,
) {
  await runtime.deliver({ specversion: '1.0', source: '/s', id, type, data });
}
