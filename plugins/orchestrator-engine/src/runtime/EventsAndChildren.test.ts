import type { Knex } from 'knex';
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import {
  CallGate,
  MortalStore,
  TestBackend,
} from '../__testUtils__/TestBackend';
import type { EventStore } from '../store/EventStore';
import { KnexEventStore } from '../store/knex/KnexEventStore';
import { KnexWorkflowEditor } from '../store/knex/KnexWorkflowEditor';
import { openStores } from '../store/knex/openStores';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

const someone = { kind: 'user', ref: 'user:default/ada' } as const;

const once = workflowText(`
  - hear:
      listen:
        to:
          one:
            with: { type: paid }
            correlate: { order: { from: .data.order, expect: '\${ .order }' } }`);

const thrice = workflowText(`
  - hear:
      listen: { to: { any: [{ with: { type: paid } }], until: '(. | length) == 3' } }`);

const withTimeout = workflowText(`
  - hear:
      timeout: { after: PT2M }
      listen: { to: { one: { with: { type: paid } } } }`);

function paid(id: string, order = 1): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: '/shop',
    type: 'paid',
    data: { order },
  };
}

jest.setTimeout(180_000);

describe.each(databaseIds)('the embedded runtime on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  const running: EmbeddedRuntime[] = [];

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
  });

  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop({ graceMs: 0 });
  });

  async function begin(
    backend = new TestBackend(knex, clock, uri => ({ value: uri })),
    more: Parameters<TestBackend['begin']>[1] = {},
  ) {
    const runtime = await backend.begin({}, more);
    running.push(runtime);
    return { backend, runtime };
  }

  function start(runtime: EmbeddedRuntime, input = {}) {
    const workflowId = 'under-test';
    return runtime.start({ workflowId, input, initiator: someone.ref });
  }

  async function outputOf(backend: TestBackend, id: string) {
    const output = (await backend.reader.get(id))?.output;
    return output && 'value' in output ? output.value : output;
  }

  /** The instance waits, and no worker holds it. */
  async function untilParked(backend: TestBackend, id: string) {
    await backend.until(`${id} is parked`, async () => {
      const [row] = await knex('instances').where({ id });
      return row.status === 'waiting' && row.owner === null;
    });
  }

  /** An event may be routed a second time while its listener ends; that signal is dropped when it would be announced. */
  async function untilNoSignalIsLeft(backend: TestBackend) {
    await backend.until('no signal is left', async () => {
      clock.advance(100);
      return (await knex('signals')).length === 0;
    });
  }

  describe('events', () => {
    it('parks who listens, and wakes it for its event alone', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(once);
      const id = await start(runtime, { order: 2 });
      await untilParked(backend, id);
      await runtime.deliver(paid('e1', 1));
      await runtime.deliver(paid('e2', 2));
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([{ order: 2 }]);
      expect(await knex('awaits')).toEqual([]);
      await untilNoSignalIsLeft(backend);
    });

    it('gives an event that came before its listener to it', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(
        workflowText(`
          - pause: { wait: PT10S }
          - hear: { listen: { to: { one: { with: { type: paid } } } } }`),
      );
      const id = await start(runtime);
      await backend.untilStatus(id, 'waiting');
      await runtime.deliver(paid('e1'));
      await backend.pass(10_000);
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([{ order: 1 }]);
    });

    it('delivers each event once, in order, however often it is sent', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(thrice);
      const id = await start(runtime);
      for (const name of ['e1', 'e1', 'e2', 'e2', 'e1', 'e3']) {
        await runtime.deliver(paid(name, Number(name.slice(1))));
      }
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([
        { order: 1 },
        { order: 2 },
        { order: 3 },
      ]);
    });

    it('gives events without secrets, to who is woken by one as well', async () => {
      const secretsFor = async () => ({ token: 's3cr3t' });
      const { backend, runtime } = await begin(undefined, {
        secrets: { secretsFor },
      });
      await backend.publish(
        workflowText(
          `
          - hear: { listen: { to: { one: { with: { type: paid } } } } }
          - told: { set: { isToken: '\${ .[0].token == $secrets.token }' } }`,
          'use: { secrets: [token] }\n',
        ),
      );
      const id = await start(runtime);
      await untilParked(backend, id);
      await runtime.deliver({ ...paid('e1'), data: { token: 's3cr3t' } });
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual({ isToken: false });
    });

    it('says that it knows an event', async () => {
      const { runtime } = await begin();
      await expect(runtime.deliver(paid('e1'))).resolves.toEqual({
        isDuplicate: false,
      });
      await expect(runtime.deliver(paid('e1'))).resolves.toEqual({
        isDuplicate: true,
      });
    });

    it('gives an event to all who listen at the same time, once each', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(
        workflowText(`
          - both:
              fork:
                branches:
                  - a: { listen: { to: { one: { with: { type: paid } } } } }
                  - b: { listen: { to: { one: { with: { type: paid } } } } }`),
      );
      const id = await start(runtime);
      await untilParked(backend, id);
      await runtime.deliver(paid('e1'));
      await backend.passUntilStatus(id, 'completed');
      const received = (await backend.history(id)).filter(entry =>
        entry.startsWith('event.received'),
      );
      expect(received).toHaveLength(2);
    });

    it('does not give the next listener an event that another has taken', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(
        workflowText(`
          - first: { listen: { to: { one: { with: { type: paid } } } } }
          - second: { listen: { to: { one: { with: { type: paid } } } } }`),
      );
      const id = await start(runtime);
      await untilParked(backend, id);
      await runtime.deliver(paid('e1', 1));
      await backend.until('the second listens', async () =>
        (await backend.history(id)).includes('event.awaited /do/1/second'),
      );
      await untilParked(backend, id);
      await runtime.deliver(paid('e2', 2));
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([{ order: 2 }]);
    });

    it('routes what a process had accepted that died before it could', async () => {
      const dead: EventStore = new Proxy(new KnexEventStore(knex), {
        get(target, name) {
          if (name === 'accept') return target.accept.bind(target);
          return () => new Promise<never>(() => {});
        },
      });
      const first = await begin(undefined, { events: dead });
      await first.backend.publish(once);
      await first.runtime.deliver(paid('e1'));
      running.splice(0);

      await knex('workers').update({ lease_until: 0 });
      const { backend, runtime } = await begin();
      const id = await start(runtime, { order: 7 });
      await untilParked(backend, id);
      await first.runtime.deliver(paid('e2', 7));
      clock.advance(1_000);
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([{ order: 7 }]);
    });

    it('hears events that came while its process was being killed', async () => {
      const mortal = new MortalStore();
      const killed = await begin(
        new TestBackend(knex, clock, uri => ({ value: uri }), mortal.wrap),
      );
      await killed.backend.publish(thrice);
      const id = await start(killed.runtime);
      await untilParked(killed.backend, id);
      await killed.runtime.deliver(paid('e1', 1));
      mortal.kill();
      running.splice(0);
      await knex('workers').update({ lease_until: 0 });

      const { backend, runtime } = await begin();
      await runtime.deliver(paid('e2', 2));
      await runtime.deliver(paid('e3', 3));
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([
        { order: 1 },
        { order: 2 },
        { order: 3 },
      ]);
    });

    it('lets a timeout win over an event that comes later, and an event over a later timeout', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(withTimeout);
      const late = await start(runtime);
      const inTime = await start(runtime);
      await untilParked(backend, late);
      await untilParked(backend, inTime);
      await runtime.deliver(paid('e1'), inTime);
      await backend.passUntilStatus(inTime, 'completed', 10);
      await backend.pass(120_000);
      await backend.passUntilStatus(late, 'failed');
      expect(await knex('awaits')).toEqual([]);
      await runtime.deliver(paid('e2'));
      await backend.pass(2_000);
      expect((await backend.reader.get(late))?.status).toBe('failed');
    });

    it('refuses what is no event, and events for what is not there or has ended', async () => {
      const { backend, runtime } = await begin();
      await expect(
        runtime.deliver({ ...paid(''), specversion: '1.0' }),
      ).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        faults: [{ pointer: '/id' }],
      });
      await expect(runtime.deliver(paid('e'), 'nope')).rejects.toMatchObject({
        code: 'INSTANCE_NOT_FOUND',
      });
      await backend.publish(workflowText('- a: { set: { n: 1 } }'));
      const id = await start(runtime);
      await backend.passUntilStatus(id, 'completed');
      await expect(runtime.deliver(paid('e'), id)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
    });

    it('lets one workflow hear what another emits', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(once);
      await backend.publish(
        workflowText(`
          - say:
              emit:
                event: { with: { source: /shop, type: paid, data: { order: 5 } } }`),
        'speaker',
      );
      const id = await start(runtime, { order: 5 });
      await untilParked(backend, id);
      await runtime.start({ workflowId: 'speaker', input: {} });
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual([{ order: 5 }]);
    });

    it('cancels who listens', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(once);
      const id = await start(runtime, { order: 1 });
      await untilParked(backend, id);
      await runtime.cancel(id, { actor: someone });
      await backend.passUntilStatus(id, 'cancelled');
      expect(await knex('awaits')).toEqual([]);
    });
  });

  describe('children', () => {
    const parent = workflowText(`
      - ask:
          run:
            workflow: { namespace: default, name: child, version: latest, input: { n: 3 } }
      - after: { set: { got: '\${ . }' } }`);

    const callingChild = workflowText(
      '- get: { call: http, with: { method: get, endpoint: http://x/1 } }',
    );

    it('waits for the end of a child, parked, and goes on with its output', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(parent);
      await backend.publish(
        workflowText(`
          - hear: { listen: { to: { one: { with: { type: paid } } } } }
          - answer: { set: { twice: '\${ 2 * ($workflow.input.n) }' } }`),
        'child',
      );
      const id = await start(runtime);
      await backend.until('both are parked', async () => {
        const rows = await knex('instances').where({ owner: null });
        return rows.filter(({ status }) => status === 'waiting').length === 2;
      });
      await runtime.deliver(paid('e1'));
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual({ got: { twice: 6 } });
      const [child] = await knex('instances').whereNot({ id });
      expect(child).toMatchObject({
        parent_instance_id: id,
        initiator: someone.ref,
      });
    });

    it('starts a child once, though its process dies right after', async () => {
      const mortal = new MortalStore();
      const killed = await begin(
        new TestBackend(knex, clock, uri => ({ value: uri }), mortal.wrap),
      );
      await killed.backend.publish(parent);
      await killed.backend.publish(
        workflowText('- pause: { wait: PT1H }'),
        'child',
      );
      const id = await start(killed.runtime);
      await killed.backend.until('the child is there', async () => {
        const rows = await knex('instances').whereNot({ id });
        return rows.length === 1;
      });
      mortal.kill();
      running.splice(0);
      await knex('workers').update({ lease_until: 0 });

      const { backend } = await begin();
      await backend.pass(3_600_000);
      await backend.passUntilStatus(id, 'completed');
      expect(await knex('instances').whereNot({ id })).toHaveLength(1);
    });

    it('fails with the error of a child that fails, and may catch it', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(
        workflowText(`
          - guard:
              try:
                - ask:
                    run:
                      workflow: { namespace: default, name: child, version: latest }
              catch:
                as: error
                do:
                  - tell: { set: { why: '\${ $error.title }' } }`),
      );
      await backend.publish(
        workflowText(`
          - no:
              raise:
                error: { type: https://x/broken, status: 500, title: broken }`),
        'child',
      );
      const id = await start(runtime);
      await backend.passUntilStatus(id, 'completed');
      expect(await outputOf(backend, id)).toEqual({ why: 'broken' });
    });

    it('fails at a child that does not exist', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(parent);
      const id = await start(runtime);
      await backend.passUntilStatus(id, 'failed');
      expect((await backend.reader.get(id))?.error).toMatchObject({
        type: expect.stringContaining('configuration'),
        detail: 'There is no workflow child',
      });
    });

    it('fails at a child whose workflow is disabled, which nobody else can start either', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(parent);
      await backend.publish(workflowText('- a: { set: { n: 1 } }'), 'child');
      const workflows = new KnexWorkflowEditor(knex);
      await workflows.configure('child', { isEnabled: false });
      const id = await start(runtime);
      await backend.passUntilStatus(id, 'failed');
      expect((await backend.reader.get(id))?.error).toMatchObject({
        type: expect.stringContaining('configuration'),
        detail: 'The workflow "child" is disabled: it may not be run',
      });
      await expect(
        runtime.start({ workflowId: 'child', input: {} }),
      ).rejects.toMatchObject({ code: 'WORKFLOW_DISABLED' });
    });

    it('cancels its child, and has ended when the child has', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(parent);
      await backend.publish(workflowText('- pause: { wait: PT1H }'), 'child');
      const id = await start(runtime);
      await untilParked(backend, id);
      await runtime.cancel(id, { actor: someone });
      await backend.passUntilStatus(id, 'cancelled');
      const [child] = await knex('instances').whereNot({ id });
      expect(child.status).toBe('cancelled');
    });

    it('cancels its child also when it ends at once', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(parent);
      await backend.publish(workflowText('- pause: { wait: PT1H }'), 'child');
      const id = await start(runtime);
      await untilParked(backend, id);
      await runtime.cancel(id, { actor: someone, force: true });
      await backend.passUntilStatus(id, 'cancelled');
      const [child] = await knex('instances').whereNot({ id });
      await backend.passUntilStatus(child.id, 'cancelled');
      expect(backend.warnings).toEqual([]);
    });

    it('goes on waiting for its child when it wakes for something else', async () => {
      const gate = new CallGate();
      const { backend, runtime } = await begin(
        new TestBackend(knex, clock, gate.answer),
      );
      await backend.publish(parent);
      await backend.publish(callingChild, 'child');
      const id = await start(runtime);
      await untilParked(backend, id);
      await runtime.suspend(id, { actor: someone });
      await backend.passUntilStatus(id, 'suspended');
      await runtime.resume(id, { actor: someone });
      await backend.passUntilStatus(id, 'waiting');
      await backend.pass(10_000);
      gate.open('http://x/1');
      await backend.passUntilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual(['GET http://x/1']);
      expect(backend.warnings).toEqual([]);
    });

    it('goes on waiting for its child after the workflow of the child has changed', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(parent);
      await backend.publish(workflowText('- pause: { wait: PT1H }'), 'child');
      const id = await start(runtime);
      await untilParked(backend, id);
      await backend.publish(
        workflowText(
          '- pause: { wait: PT1H }',
          'input: { schema: { document: { required: [more] } } }\n',
        ),
        'child',
      );
      await runtime.suspend(id, { actor: someone });
      await backend.passUntilStatus(id, 'suspended');
      await runtime.resume(id, { actor: someone });
      await backend.pass(10_000);
      await backend.pass(3_600_000);
      await backend.passUntilStatus(id, 'completed');
      expect(backend.warnings).toEqual([]);
    });

    it('does not wait for a child that nobody awaits', async () => {
      const { backend, runtime } = await begin();
      await backend.publish(
        workflowText(`
          - ask:
              run:
                await: false
                workflow: { namespace: default, name: child, version: latest }`),
      );
      await backend.publish(workflowText('- pause: { wait: PT1H }'), 'child');
      const id = await start(runtime);
      await backend.passUntilStatus(id, 'completed');
      const [child] = await knex('instances').whereNot({ id });
      expect(child).toMatchObject({ parent_instance_id: id });
      await backend.pass(3_600_000);
      await backend.passUntilStatus(child.id, 'completed');
      expect(await knex('signals')).toEqual([]);
    });
  });

  it('keeps schedules, tells lifecycle events and forgets what is old, without being asked', async () => {
    const published: string[] = [];
    const { backend } = await begin(undefined, {
      upkeep: {
        ...openStores(knex),
        retention: { completedMs: 60_000 },
        lifecycle: {
          level: 'workflow',
          source: 'http://x',
          publish: async events => {
            published.push(...events.map(({ type }) => type));
          },
        },
      },
    });
    await backend.publish(
      workflowText('- a: { set: { n: 1 } }', 'schedule: { every: PT1H }\n'),
    );
    await backend.pass(10_000);
    await backend.pass(3_600_000);
    await backend.until('it was told', async () => {
      clock.advance(1_000);
      return published.includes('io.serverlessworkflow.workflow.completed.v1');
    });
    await backend.until('it is forgotten', async () => {
      clock.advance(10_000);
      return (await knex('log')).length === 0;
    });
    expect(await knex('instances')).toEqual([]);
  });
});
