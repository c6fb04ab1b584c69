import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, emptyDatabase } from '../__testUtils__/databases';
import type { FakeAnswer } from '../__testUtils__/FakeActivities';
import { ManualClock } from '../__testUtils__/ManualClock';
import {
  recordBehaviour,
  type BehaviourRecording,
} from '../__testUtils__/recording/recordBehaviour';
import { TestBackend } from '../__testUtils__/TestBackend';
import { BEHAVIOUR_VERSION } from '../interpreter/runWorkflow';
import { migrate, migrateTo } from '../store/knex/migrate';
import behaviour1 from './__fixtures__/behaviour1.json';
import behaviour2 from './__fixtures__/behaviour2.json';
import behaviour3 from './__fixtures__/behaviour3.json';
import behaviour4 from './__fixtures__/behaviour4.json';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import type { LogEntry } from '../store/InstanceStore';
import { presentEvent } from './presentEvent';

/** What a process of each behaviour has left (`yarn record` makes that of the present one), and the last of the migrations that there were then. */
const recordings = {
  1: { ...behaviour1, migration: '20261122000000_create_engine_tables.js' },
  2: { ...behaviour2, migration: '20261123140000_order_log_by_commit.js' },
  3: behaviour3,
  4: behaviour4,
};

const by = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;

const eventOf = (type: string) =>
  ({ specversion: '1.0', id: `new-${type}`, source: '/s', type } as const);

type Row = { readonly [column: string]: unknown };

/** Tables whose rows each database numbers itself. */
const NUMBERED = ['inbox', 'log', 'steps'];

/** Recordings were written on SQLite, which has no booleans. */
function rowOf(table: string, row: Row): Row {
  const columns = Object.entries(row).filter(
    ([name]) => name !== 'position' || !NUMBERED.includes(table),
  );
  return Object.fromEntries(
    columns.map(([column, value]) => [
      column,
      column.startsWith('is_') ? Boolean(value) : value,
    ]),
  );
}

type Restorable = Omit<BehaviourRecording, 'ids'>;

async function restore(knex: Knex, { migration, tables }: Restorable) {
  await migrateTo(knex, migration);
  for (const [table, rows] of Object.entries(tables)) {
    await knex(table).delete();
    for (const row of rows) await knex(table).insert(rowOf(table, row));
  }
  await migrate(knex);
}

async function beginOn(
  databaseId: TestDatabaseId,
  recording: Restorable,
  answer: (uri: string) => FakeAnswer,
) {
  const knex = await emptyDatabase(databaseId);
  await restore(knex, recording);
  const clock = new ManualClock();
  clock.advance(recording.now - clock.now());
  const backend = new TestBackend(knex, clock, answer);
  return { backend, runtime: await backend.begin() };
}

let ofToday: Promise<BehaviourRecording> | undefined;

/** What a process of today leaves. */
function recordToday(): Promise<BehaviourRecording> {
  ofToday ??= emptyDatabase('SQLITE_3').then(recordBehaviour);
  return ofToday;
}

const newest = recordings[4];

/** What was recorded in the log of each instance, in order. */
function logsOf({ ids, tables }: BehaviourRecording) {
  const logOf = (id: string) =>
    tables.steps
      .filter(step => step.instance_id === id)
      .flatMap(({ entries }): LogEntry[] => JSON.parse(String(entries)))
      .map(({ type, taskKey }) => `${type} ${taskKey ?? ''}`);
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, logOf(id)]),
  );
}

/** Its calls since it was restored, in order. */
function callsOf({ calls }: TestBackend, id: string): (string | undefined)[] {
  return calls.calls
    .filter(({ key }) => key.startsWith(`${id}/`))
    .map(({ key }) => key.split('[')[0].split('/').at(-1));
}

async function expectRowToEqualFold(backend: TestBackend, id: string) {
  const instance = (await backend.reader.get(id))!;
  const log = await backend.store.loadLog(id);
  const state = foldEvents(log.map(entry => presentEvent(instance, entry)));
  expect(state).toMatchObject({
    status: instance.status,
    seq: instance.seq,
    endedAt: new Date(instance.endedAt!).toISOString(),
  });
}

jest.setTimeout(180_000);

describe('the present behaviour', () => {
  it('is recorded: `yarn record` does so when it is a new one', () => {
    const behaviours = newest.tables.instances.map(
      ({ behaviour_version }) => behaviour_version,
    );
    expect(new Set(behaviours)).toEqual(new Set([BEHAVIOUR_VERSION]));
    expect(Object.values(recordings).at(-1)).toBe(newest);
  });

  it('writes today what was recorded of it', async () => {
    expect(logsOf(await recordToday())).toEqual(logsOf(newest));
  });
});

describe.each(databaseIds)(
  'a database of behaviour 1 that is migrated with running instances in it, on %s',
  databaseId => {
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;

    beforeEach(async () => {
      ({ backend, runtime } = await beginOn(databaseId, recordings[1], answer));
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    const answer = (uri: string): FakeAnswer =>
      uri.endsWith('bad') ? { status: 503 } : { value: uri };

    it.each([
      ['waiting', 'completed', ['after']],
      ['retrying', 'completed', ['flaky']],
      ['running', 'completed', ['slow']],
      ['forked', 'completed', ['late']],
      ['asked', 'cancelled', []],
      ['willFail', 'failed', ['bad']],
    ])(
      'lets %s go on to its end, %s, and repeats no completed call (R1, R5)',
      async (id, end, calls) => {
        await backend.pass(3_600_000);
        await backend.passUntilStatus(id, end);
        expect(callsOf(backend, id)).toEqual(calls);
        await expectRowToEqualFold(backend, id);
      },
    );

    it('fails as behaviour 1 did, at no gate (R4)', async () => {
      await backend.pass(3_600_000);
      await backend.passUntilStatus('willFail', 'failed');
      expect((await backend.history('willFail')).slice(-3)).toEqual([
        'task.failed /do/1/bad',
        'instance.status_changed',
        'instance.failed',
      ]);
      for (const id of ['willFail', 'failed']) {
        await expect(runtime.retry(id, {}, by)).rejects.toMatchObject({
          code: 'STATE_CONFLICT',
          message: expect.stringContaining('failed for good'),
        });
      }
    });

    it('suspends and resumes what was started before', async () => {
      await runtime.suspend('waiting', by);
      await backend.untilStatus('waiting', 'suspended');
      await runtime.resume('waiting', by);
      await backend.pass(3_600_000);
      await backend.passUntilStatus('waiting', 'completed');
      await expectRowToEqualFold(backend, 'waiting');
      expect(backend.calls.targets).toContain('GET http://x/after');
    });

    it('keeps what has ended, and runs it once more', async () => {
      const completed = await backend.reader.get('completed');
      expect(completed).toMatchObject({ status: 'completed' });
      const again = await runtime.rerun('completed', {}, by);
      await backend.passUntilStatus(again, 'completed');
    });
  },
);

describe.each(databaseIds)(
  'a database of behaviour 2 that is migrated with running instances in it, on %s',
  databaseId => {
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;

    const answer = (uri: string): FakeAnswer => ({ value: uri });

    beforeEach(async () => {
      ({ backend, runtime } = await beginOn(databaseId, recordings[2], answer));
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    it.each([
      ['waiting', 'completed', ['after']],
      ['retrying', 'completed', ['flaky']],
      ['running', 'completed', ['slow']],
      ['looping', 'completed', ['large', 'large']],
      ['jumping', 'completed', []],
      ['forked', 'completed', ['late']],
      ['asked', 'cancelled', []],
    ])(
      'lets %s go on to its end, %s, and repeats no completed call (R1, R5)',
      async (id, end, calls) => {
        await backend.pass(3_600_000);
        await backend.passUntilStatus(id, end);
        expect(callsOf(backend, id)).toEqual(calls);
        await expectRowToEqualFold(backend, id);
      },
    );

    it('makes no checkpoints in what was started before there were any (R4)', async () => {
      await runtime.stop({ graceMs: 0 });
      runtime = await backend.begin({ entriesPerCheckpoint: 1 });
      await backend.pass(7_200_000);
      await backend.passUntilStatus('jumping', 'completed');
      const history = await backend.history('jumping');
      expect(history).not.toContain('instance.checkpointed');
    });

    it('retries what stands at a gate', async () => {
      await runtime.retry('atGate', {}, by);
      await backend.passUntilStatus('atGate', 'completed');
      expect(callsOf(backend, 'atGate')).toEqual(['broken']);
      await expectRowToEqualFold(backend, 'atGate');
    });

    it('resumes what is suspended', async () => {
      await runtime.resume('suspended', by);
      await backend.passUntilStatus('suspended', 'completed');
      expect(callsOf(backend, 'suspended')).toEqual(['resumed']);
    });

    it('gives events to what has listened', async () => {
      const event = { specversion: '1.0', id: 'e2', source: '/s' } as const;
      await runtime.deliver({ ...event, type: 'b', data: 2 });
      await backend.passUntilStatus('listening', 'completed');
      expect(callsOf(backend, 'listening')).toEqual(['heard']);
    });
  },
);

/** What both of the behaviours that make checkpoints have left, with the calls that each has yet to make. */
const sinceCheckpoints = [
  ['waiting', 'completed', ['after']],
  ['retrying', 'completed', ['flaky']],
  ['running', 'completed', ['slow']],
  ['looping', 'completed', ['large', 'large', 'large']],
  ['jumping', 'completed', []],
  ['trying', 'completed', ['step', 'step', 'step', 'step', 'step', 'unsteady']],
  ['forked', 'completed', ['late']],
  ['parent', 'completed', ['delegated']],
  ['asked', 'cancelled', []],
] as const;

/** What only the newer one has left: loops in places where the older one made no checkpoint. */
const sinceEverywhere = [
  ['polling', 'completed', [...Array(5).fill('poll'), 'polled']],
  ['handling', 'completed', [...Array(5).fill('mend'), 'mended']],
  ['counting', 'completed', [...Array(5).fill('count'), 'countedAll']],
] as const;

const sinceBranches = [...sinceCheckpoints, ...sinceEverywhere];

describe.each(databaseIds)('on %s', databaseId => {
  describe.each([
    [3, 'as it was recorded', async () => recordings[3], sinceCheckpoints],
    [4, 'as it was recorded', async () => recordings[4], sinceBranches],
    [BEHAVIOUR_VERSION, 'as it is today', recordToday, sinceBranches],
  ] as const)(
    'a database of behaviour %i, %s, that is migrated with running instances in it, after checkpoints',
    (behaviour, _, read, runs) => {
      let recording: BehaviourRecording;
      let ids: BehaviourRecording['ids'];
      let backend: TestBackend;
      let runtime: EmbeddedRuntime;

      const answer = (uri: string): FakeAnswer => ({ value: uri });

      beforeEach(async () => {
        recording = await read();
        ({ ids } = recording);
        ({ backend, runtime } = await beginOn(databaseId, recording, answer));
      });

      afterEach(() => runtime.stop({ graceMs: 0 }));

      it.each(runs)(
        'lets %s go on to its end, %s, and repeats no completed call (R1, R5, R10)',
        async (name, end, calls) => {
          await backend.pass(3_600_000);
          await backend.passUntilStatus(ids[name], end, 2_000);
          expect(callsOf(backend, ids[name])).toEqual(calls);
          await expectRowToEqualFold(backend, ids[name]);
        },
      );

      it('retries what stands at a gate', async () => {
        await runtime.retry(ids.atGate, {}, by);
        await backend.passUntilStatus(ids.atGate, 'completed');
        expect(callsOf(backend, ids.atGate)).toEqual(['broken']);
      });

      it('resumes what is suspended', async () => {
        await runtime.resume(ids.suspended, by);
        await backend.passUntilStatus(ids.suspended, 'completed');
        expect(callsOf(backend, ids.suspended)).toEqual(['resumed']);
      });

      it('gives events to what has listened', async () => {
        await runtime.deliver(eventOf('b'));
        await backend.passUntilStatus(ids.listening, 'completed');
        expect(callsOf(backend, ids.listening)).toEqual(['heard']);
      });

      it('goes on with what people decide', async () => {
        const [{ id }] = recording.tables.approvals;
        const request = { approvalId: String(id), decision: 'approve' };
        await runtime.decide(request, by);
        await backend.passUntilStatus(ids.asking, 'completed');
        expect(callsOf(backend, ids.asking)).toEqual(['approved']);
      });

      it('keeps to where its behaviour makes checkpoints (R4)', async () => {
        await runtime.stop({ graceMs: 0 });
        runtime = await backend.begin({ entriesPerCheckpoint: 1 });
        await backend.pass(3_600_000);
        await backend.passUntilStatus(ids.forked, 'completed', 2_000);
        const history = await backend.history(ids.forked);
        const late = history.findIndex(entry => entry.endsWith('/late'));
        const made = history[late - 1] === 'instance.checkpointed';
        expect(made).toBe(behaviour >= 4);
      });
    },
  );

  describe('a database of behaviour 4, with branches that stand beside each other', () => {
    const { ids } = behaviour4;
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;

    beforeEach(async () => {
      ({ backend, runtime } = await beginOn(databaseId, recordings[4], uri => ({
        value: uri,
      })));
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    it('ends the loop when the event comes that it competes with', async () => {
      await runtime.deliver(eventOf('stop'));
      await backend.passUntilStatus(ids.polling, 'completed');
      expect(callsOf(backend, ids.polling)).toEqual(['polled']);
    });

    it('waits for each branch as long as it takes', async () => {
      await runtime.deliver(eventOf('stop'));
      await backend.until('the loop has ended', async () => {
        backend.clock.advance(60_000);
        const beside = await backend.reader.get(ids.beside);
        return beside?.because === 'later: until 2026-01-01T03:00:00.000Z';
      });
      await backend.passUntilStatus(ids.beside, 'completed', 2_000);
      const expected = [...Array(5).fill('turn'), 'besides'];
      expect(callsOf(backend, ids.beside)).toEqual(expected);
      await expectRowToEqualFold(backend, ids.beside);
    });

    it('takes the events that follow, and none twice', async () => {
      for (const id of ['t1', 't2', 't3', 't4']) {
        await runtime.deliver({ ...eventOf('tick'), id });
      }
      await backend.pass(3_600_000);
      await backend.passUntilStatus(ids.hearing, 'completed', 2_000);
      const expected = ['tick', 'tick', 'heardAll'];
      expect(callsOf(backend, ids.hearing)).toEqual(expected);
    });

    it('tells a child to stop whose parent is cancelled', async () => {
      const { instances } = behaviour4.tables;
      const child = instances.find(one => one.workflow_id === 'child')!;
      await runtime.cancel(ids.parent, by);
      await backend.passUntilStatus(ids.parent, 'cancelled');
      const { status } = (await backend.reader.get(child.id))!;
      expect(status).toBe('cancelled');
    });
  });
});
