import { createJqExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Knex } from 'knex';
import {
  breakableDatabase,
  type BreakableDatabase,
} from '../../__testUtils__/breakableDatabase';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { breakages } from '../../__testUtils__/PostgresDoor';
import { KnexEventStore } from '../../store/knex/KnexEventStore';
import { KnexInstanceStore } from '../../store/knex/KnexInstanceStore';
import { EventRouter } from './EventRouter';
import { awaitsOf } from './listeners';

const WORKER = 'w1';
const POLL_MS = 1_000;

/** More than a pass has statements; each is broken once. */
const MANY = 60;

jest.setTimeout(180_000);

const onPostgres = databaseIds.filter(id => id.startsWith('POSTGRES'));
const describeEach =
  onPostgres.length > 0 ? describe.each(onPostgres) : describe.skip.each(['-']);

describeEach('a router whose connection breaks, on %s', databaseId => {
  let knex: Knex;
  let instances: KnexInstanceStore;
  let broken: BreakableDatabase;
  let router: EventRouter;
  const clock = new ManualClock();

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId as (typeof databaseIds)[number]);
    instances = new KnexInstanceStore(knex);
    await instances.registerWorker(WORKER, 600_000);
    broken = await breakableDatabase(knex, { min: 0, max: 2 });
    router = new EventRouter({
      store: new KnexEventStore(broken.knex),
      expressions: createJqExpressionEvaluator({ isGivenTime: true }),
      clock,
      pollMs: POLL_MS,
      onAnnounced: () => {},
      logger: { info() {}, warn() {}, error() {} },
    });
    router.start();
  });

  afterEach(async () => {
    await router.stop();
    await broken.close();
  });

  async function listen(instanceId: string) {
    const instance = {
      id: instanceId,
      workflowId: 'shop',
      workflowVersion: '1.0.0',
      definitionHash: 'hash',
      behaviourVersion: 1,
      epoch: 'e1',
      input: { value: {} },
      createdAt: 1000,
      payloads: [],
    };
    await instances.commit(WORKER, {
      steps: [],
      created: [{ instance, isOwned: true }],
    });
    const expectation = {
      literals: { type: 'paid', subject: instanceId },
      patterns: {},
      expressions: {},
      correlations: [],
      variables: {},
    };
    const effect = {
      kind: 'listen' as const,
      id: '/do/0/a:event:0',
      taskKey: '/do/0/a',
      expectations: [expectation],
    };
    const entry = {
      seq: 2,
      type: 'event.awaited' as const,
      taskKey: '/do/0/a',
      time: 2000,
      data: {},
    };
    const step = {
      instanceId,
      afterSeq: 1,
      entries: [entry],
      payloads: [],
      change: { status: 'waiting' as const },
      takenSignals: [],
      release: true,
      awaits: awaitsOf(effect, 1000),
    };
    await instances.commit(WORKER, { steps: [step], created: [] });
  }

  async function send(subject: string) {
    const event = {
      specversion: '1.0' as const,
      id: `for-${subject}`,
      source: '/shop',
      type: 'paid',
      subject,
    };
    await new KnexEventStore(knex).accept({ event, receivedAt: 2000 });
  }

  /** Polls until nothing is left to be done. */
  async function untilRouted() {
    const giveUpAt = Date.now() + 60_000;
    while (Date.now() < giveUpAt) {
      clock.advance(POLL_MS);
      await new Promise(resolve => setTimeout(resolve, 5));
      if (!(await isAnythingLeft())) return;
    }
    throw new Error('What was begun is never done');
  }

  async function isAnythingLeft(): Promise<boolean> {
    const left = await Promise.all([
      knex('inbox').whereRaw('not is_routed'),
      knex('awaits').whereRaw('not is_caught_up'),
      knex('signals').whereRaw('not is_announced'),
    ]);
    return left.flat().length > 0;
  }

  async function toldOf(instanceId: string) {
    const row = await knex('instances').where({ id: instanceId }).first();
    const signals = await knex('signals').where({ instance_id: instanceId });
    return {
      isDue: row.wake_at !== null,
      openSignals: row.open_signals,
      signals: signals.length,
    };
  }

  it.each(breakages)(
    'tells each listener once of its event, whichever of its statements breaks (%s)',
    async how => {
      const once = { isDue: true, openSignals: 1, signals: 1 };
      await untilRouted();
      const { door } = broken;
      let nth = 0;
      do {
        nth += 1;
        const [before, after] = [`${how}-${nth}-before`, `${how}-${nth}-after`];
        await send(before);
        await untilRouted();
        await listen(after);
        await untilRouted();
        door.breakAt(nth, how);
        await listen(before);
        await send(after);
        router.nudge();
        await untilRouted();
        expect({ nth, ...(await toldOf(before)) }).toEqual({ nth, ...once });
        expect({ nth, ...(await toldOf(after)) }).toEqual({ nth, ...once });
      } while (door.hasBroken() && nth < MANY);
      expect(nth).toBeGreaterThan(20);
      expect(nth).toBeLessThan(MANY);
    },
  );
});
