import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  breakableDatabase,
  type BreakableDatabase,
} from '../__testUtils__/breakableDatabase';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { breakages } from '../__testUtils__/PostgresDoor';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { isUnavailable } from '../EngineError';
import { openStores } from '../store/knex/openStores';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

/** As many statements as a run of the workflow has, and more. */
const STATEMENTS = 32;

const text = workflowText(`
  - before: { call: http, with: { method: get, endpoint: 'http://x/before' } }
  - hear:
      listen:
        to:
          one:
            with: { type: paid }
            correlate: { of: { from: .data.of, expect: '\${ $workflow.id }' } }
  - pause: { wait: { milliseconds: 200 } }
  - after: { call: http, with: { method: get, endpoint: 'http://x/after' } }`);

jest.setTimeout(180_000);

const onPostgres = databaseIds.filter(id => id.startsWith('POSTGRES'));
const describeEach =
  onPostgres.length > 0 ? describe.each(onPostgres) : describe.skip.each(['-']);

describeEach('a process whose connections break, on %s', databaseId => {
  let broken: BreakableDatabase;
  let backend: TestBackend;
  let runtime: EmbeddedRuntime;

  beforeEach(async () => {
    const id = databaseId as (typeof databaseIds)[number];
    const knex = await migratedDatabase(id);
    broken = await breakableDatabase(knex);
    const answer = (uri: string) => ({ value: uri });
    backend = new TestBackend(knex, new ManualClock(), answer);
    await backend.publish(text);
    const settings = { leaseMs: 600_000, pollMs: 100, parkAfterMs: 50 };
    runtime = await backend.begin(settings, openStores(broken.knex));
  });

  afterEach(async () => {
    await runtime.stop({ graceMs: 0 });
    await broken.close();
  });

  /** As callers do: asks again what was not answered. */
  async function persistently<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
      }
    }
  }

  async function runOnce(idempotencyKey: string): Promise<string> {
    const initiator = 'user:default/ada';
    const of = { workflowId: 'under-test', initiator };
    const request = { ...of, input: {}, idempotencyKey };
    const id = await persistently(() => runtime.start(request));
    const event: CloudEvent = {
      specversion: '1.0',
      id,
      source: '/shop',
      type: 'paid',
      data: { of: id },
    };
    await persistently(() => runtime.deliver(event));
    await backend.passUntilStatus(id, 'completed', 50);
    return id;
  }

  /** Entries that do not tell how long something took. */
  async function done(id: string): Promise<readonly string[]> {
    const log = await backend.history(id);
    return log.filter(entry => !entry.startsWith('instance.status_changed'));
  }

  it.each(breakages)(
    'runs an instance as ever and calls each address once, whichever statement breaks (%s)',
    async how => {
      const undisturbed = await done(await runOnce('undisturbed'));
      for (let nth = 1; nth <= STATEMENTS; nth += 1) {
        backend.calls.calls.length = 0;
        broken.door.breakAt(nth, how);
        const id = await runOnce(`${how}-${nth}`);
        expect({ nth, hasBroken: broken.door.hasBroken() }).toEqual({
          nth,
          hasBroken: true,
        });
        expect({ nth, log: await done(id) }).toEqual({
          nth,
          log: undisturbed,
        });
        expect({ nth, calls: backend.calls.targets }).toEqual({
          nth,
          calls: ['GET http://x/before', 'GET http://x/after'],
        });
      }
    },
  );
});
