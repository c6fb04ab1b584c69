import fc from 'fast-check';
import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { migratedDatabase } from '../../__testUtils__/databases';
import type { FakeAnswer } from '../../__testUtils__/FakeActivities';
import { ManualClock } from '../../__testUtils__/ManualClock';
import {
  sharedExpressions,
  workflowText,
} from '../../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../../__testUtils__/TestBackend';
import { EngineError } from '../../EngineError';
import type { Instance } from '../../store/InstanceStore';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';
import { loadRecording, type Recording } from '../loadRecording';
import { presentEvent } from '../presentEvent';
import { rehearse } from '../Rehearsal';
import type { WorkerSettings } from '../WorkerSettings';

const definition = workflowText(`
  - begin: { call: http, with: { method: get, endpoint: http://x/begin } }
  - rounds:
      timeout: { after: P2D }
      for: { each: item, in: '\${ [1, 2] }' }
      do:
        - again: { call: http, with: { method: get, endpoint: http://x/again } }
        - rest: { wait: PT5M }
  - both:
      fork:
        branches:
          - loop:
              for: { each: item, in: '\${ [1, 2, 3] }' }
              do:
                - one: { call: http, with: { method: get, endpoint: http://x/one } }
                - pause: { wait: PT20M }
          - guard:
              timeout: { after: P1D }
              try:
                - flaky: { call: http, with: { method: get, endpoint: http://x/flaky } }
              catch:
                retry: { delay: PT10M, limit: { attempt: { count: 1 } } }
  - end: { set: { n: 1 } }`);

const TASKS = [
  '/do/0/begin',
  '/do/1/rounds/do/0/again[1]',
  '/do/1/rounds/do/1/rest[0]',
  '/do/2/both/fork/branches/0/loop/do/0/one[0]',
  '/do/2/both/fork/branches/0/loop/do/1/pause[1]',
  '/do/2/both/fork/branches/1/guard',
  '/do/2/both/fork/branches/1/guard/try/0/flaky',
];

type Move =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'crash' | 'suspend' | 'resume' }
  | { readonly kind: 'retry'; readonly from?: string }
  | { readonly kind: 'act'; readonly task: string; readonly action: string };

const someMove: fc.Arbitrary<Move> = fc.oneof(
  fc
    .constantFrom(1_000, 300_000, 1_200_000)
    .map(ms => ({ kind: 'pass', ms } as const)),
  fc.constantFrom<Move>(
    { kind: 'crash' },
    { kind: 'suspend' },
    { kind: 'suspend' },
    { kind: 'resume' },
    { kind: 'retry' },
    { kind: 'retry', from: '/do/0/begin' },
    { kind: 'retry', from: '/do/1/rounds' },
    { kind: 'retry', from: '/do/1/rounds/do/0/again' },
    { kind: 'retry', from: '/do/2/both' },
  ),
  fc
    .tuple(
      fc.constantFrom(...TASKS),
      fc.constantFrom('retry', 'skip', 'complete'),
    )
    .map(([task, action]) => ({ kind: 'act', task, action } as const)),
);

const by = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;

/** One instance that things happen to. */
class Story {
  readonly #clock = new ManualClock();
  readonly #answers: boolean[];
  #isMended = false;
  #process = new MortalStore();
  #backend: TestBackend;
  #runtime: EmbeddedRuntime | undefined;
  #id = '';

  /** @param answers - whether each call in turn succeeds; after these all do */
  constructor(
    private readonly knex: Knex,
    answers: readonly boolean[],
    private readonly settings: Partial<WorkerSettings>,
  ) {
    this.#answers = [...answers];
    this.#backend = this.#newBackend();
  }

  async begin() {
    this.#runtime = await this.#backend.begin(this.settings);
    await this.#backend.publish(definition);
    const request = { workflowId: 'under-test', input: {} };
    this.#id = await this.#runtime.start(request);
    await this.#backend.pass(1);
  }

  async does(move: Move) {
    try {
      await this.#try(move);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
    if (move.kind !== 'crash') await this.#backend.pass(1);
  }

  /** Lets whatever stands in its way go on until it has completed. */
  async end() {
    this.#isMended = true;
    for (let turn = 0; turn < 30; turn += 1) {
      const status = (await this.#backend.reader.get(this.#id))?.status;
      if (status === 'completed') break;
      await this.does({ kind: 'resume' });
      await this.does({ kind: 'retry' });
      await this.#backend.pass(3_600_000);
    }
    await this.#runtime!.stop({ graceMs: 0 });
  }

  /** The row of the instance, its log, and what a replay reads of it. */
  async stands() {
    const instance = (await this.#backend.reader.get(this.#id))!;
    const recording = await loadRecording(this.#backend.store, instance);
    const log = await this.#backend.store.loadLog(this.#id);
    return { instance, log, recording };
  }

  async #try(move: Move) {
    const runtime = this.#runtime!;
    switch (move.kind) {
      case 'pass':
        return this.#backend.pass(move.ms);
      case 'crash':
        return this.#crash();
      case 'suspend':
        return runtime.suspend(this.#id, by);
      case 'resume':
        return runtime.resume(this.#id, by);
      case 'retry':
        return runtime.retry(this.#id, { from: move.from }, by);
      default: {
        const kind = move.action as 'retry' | 'skip' | 'complete';
        const action = { kind, output: null };
        return runtime.actOnTask(this.#id, move.task, action, by);
      }
    }
  }

  async #crash() {
    this.#process.kill();
    void this.#runtime?.stop({ graceMs: 0 });
    await this.knex('workers').update({ lease_until: 0 });
    this.#process = new MortalStore();
    this.#backend = this.#newBackend();
    this.#runtime = await this.#backend.begin(this.settings);
    await this.#backend.pass(1);
  }

  #newBackend(): TestBackend {
    return new TestBackend(
      this.knex,
      this.#clock,
      uri => this.#answer(uri),
      this.#process.wrap,
    );
  }

  #answer(uri: string): FakeAnswer {
    const isGood = this.#isMended || (this.#answers.shift() ?? true);
    return isGood ? { value: uri } : { status: 503 };
  }
}

async function expectInvariants(story: Story) {
  const { instance, log: entries, recording } = await story.stands();
  expect(entries.map(({ seq }) => seq)).toEqual(
    entries.map((_, index) => index + 1),
  );
  const state = foldEvents(entries.map(entry => presentEvent(instance, entry)));
  const { status, because, error, output, seq } = instance;
  expect({ because, error, output, ...state }).toMatchObject({
    status,
    because,
    error,
    output,
    seq,
  });
  for (const type of ['task.started', 'task.completed', 'call.completed']) {
    const keys = entries
      .filter(entry => entry.type === type)
      .map(({ taskKey }) => taskKey);
    expect(keys).toEqual([...new Set(keys)]);
  }
  await expectToReplay(instance, recording);
}

/** R5 */
async function expectToReplay(
  { id: instanceId, startedAt = 0 }: Instance,
  recording: Recording,
) {
  const run = {
    definition: parseWorkflow(definition).definition!,
    expressions: sharedExpressions,
    runtime: { name: 'orchestrator', version: '0', metadata: {} },
    start: { instanceId, input: {}, startedAt },
  };
  await expect(rehearse(run, recording)).resolves.toBeDefined();
}

jest.setTimeout(180_000);

describe('an instance that people act on while its process crashes', () => {
  it('keeps its invariants (L1, L2, R1, R5), and comes to its end once nothing stands in its way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.nat(3).map(isGood => isGood > 0),
          {
            minLength: 3,
            maxLength: 8,
          },
        ),
        fc.array(someMove, { minLength: 6, maxLength: 12, size: 'max' }),
        fc.constantFrom(5, 1_000),
        async (answers, moves, entriesPerCheckpoint) => {
          const knex = await migratedDatabase('SQLITE_3');
          const story = new Story(knex, answers, { entriesPerCheckpoint });
          await story.begin();
          for (const move of moves) {
            await story.does(move);
            await expectInvariants(story);
          }
          await story.end();
          await expectInvariants(story);
          const { instance } = await story.stands();
          expect(instance.status).toBe('completed');
          await knex.destroy();
        },
      ),
      { numRuns: 30 },
    );
  });
});
