import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import {
  callBreakages,
  FaultyCalls,
  type Breakage,
} from '../__testUtils__/FaultyCalls';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { openStores } from '../store/knex/openStores';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

const ADA = { kind: 'user', ref: 'user:default/ada' } as const;

const text = workflowText(`
  - before: { call: http, with: { method: get, endpoint: 'http://x/before' } }
  - all:
      fork:
        branches:
          - child: { run: { workflow: { namespace: default, name: child, version: latest } } }
          - hear:
              listen:
                to:
                  one:
                    with: { type: paid }
                    correlate: { of: { from: .data.of, expect: '\${ $workflow.id }' } }
          - pause: { wait: { milliseconds: 300 } }
  - tell: { emit: { event: { with: { source: /s, type: told } } } }
  - again:
      try: [{ flaky: { call: http, with: { method: get, endpoint: 'http://x/flaky' } } }]
      catch: { retry: { delay: { milliseconds: 100 }, limit: { attempt: { count: 3 } } } }
  - fails: { call: http, with: { method: get, endpoint: 'http://x/fails' } }
  - after: { call: http, with: { method: get, endpoint: 'http://x/after' } }`);

const child = workflowText(
  `- work: { call: http, with: { method: get, endpoint: 'http://x/child' } }`,
);

/** No run has as many calls of its stores. */
const MOST_CALLS = 600;

jest.setTimeout(240_000);

describe.each(databaseIds)(
  'a process of which one call of a store fails, on %s',
  databaseId => {
    let knex: Knex;
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);

    beforeEach(async () => {
      knex = await migratedDatabase(databaseId);
      process.on('unhandledRejection', note);
    });

    afterEach(() => {
      process.off('unhandledRejection', note);
    });

    /** A process that runs the workflow once; of its calls the nth one breaks. */
    class Attempt {
      readonly faulty: FaultyCalls;
      readonly backend: TestBackend;
      readonly #visits = new Map<string, number>();
      runtime!: EmbeddedRuntime;

      constructor(nth: number, breakage: Breakage) {
        this.faulty = new FaultyCalls(nth, breakage);
        this.backend = new TestBackend(knex, new ManualClock(), uri =>
          this.#answer(uri),
        );
      }

      /** The first visit of these two is in vain. */
      #answer(uri: string) {
        const nth = (this.#visits.get(uri) ?? 0) + 1;
        this.#visits.set(uri, nth);
        const isInVain = /flaky|fails/.test(uri) && nth === 1;
        return isInVain ? { status: 503 } : { value: uri };
      }

      async run(idempotencyKey: string): Promise<string> {
        const { backend } = this;
        const wrap = <T extends object>(name: string, store: T) =>
          this.faulty.wrap(name, store);
        const stores = openStores(knex);
        const wrapped = {
          instances: wrap('instances', stores.instances),
          reader: wrap('reader', stores.reader),
          definitions: wrap('definitions', stores.definitions),
          events: wrap('events', stores.events),
        };
        const upkeep = {
          duties: wrap('duties', stores.duties),
          schedules: wrap('schedules', stores.schedules),
          housekeeping: wrap('housekeeping', stores.housekeeping),
          feed: wrap('feed', stores.feed),
        };
        const settings = { leaseMs: 600_000, pollMs: 100, parkAfterMs: 50 };
        this.runtime = await backend.begin(settings, { ...wrapped, upkeep });
        const request = { workflowId: 'under-test', input: {}, idempotencyKey };
        const id = await this.#persistently(() =>
          this.runtime.start({ ...request, initiator: ADA.ref }),
        );
        const event: CloudEvent = {
          specversion: '1.0',
          id,
          source: '/shop',
          type: 'paid',
          data: { of: id },
        };
        await this.#persistently(() => this.runtime.deliver(event));
        await this.#retryUntilCompleted(id);
        return id;
      }

      /** What a database refuses for good is a failure of the task, which is retried as any other. */
      async #retryUntilCompleted(id: string) {
        const { backend } = this;
        for (let retries = 0; ; ) {
          let status = '';
          await backend.until('it ends', async () => {
            backend.clock.advance(50);
            status = (await backend.reader.get(id))?.status ?? '';
            return status === 'failed' || status === 'completed';
          });
          if (status === 'completed') return;
          retries += 1;
          const act = { actor: ADA, idempotencyKey: `${id}-${retries}` };
          await this.#persistently(() => this.runtime.retry(id, {}, act));
          await backend.until('it goes on', async () => {
            backend.clock.advance(50);
            const log = await backend.history(id);
            const retried = log.filter(one => one === 'instance.retried');
            return retried.length === retries;
          });
        }
      }

      /** As callers do: asks again what was not answered; time goes by meanwhile. */
      async #persistently<T>(ask: () => Promise<T>): Promise<T> {
        let isAnswered = false;
        const answer = ask()
          .catch(ask)
          .finally(() => {
            isAnswered = true;
          });
        await this.backend.until('it is answered', () => {
          this.backend.clock.advance(50);
          return isAnswered;
        });
        return answer;
      }
    }

    /** What a run has made, without how long it took and in which order branches ended; of refusals, what was completed. */
    async function madeBy(attempt: Attempt, id: string, { what }: Breakage) {
      const log = await attempt.backend.history(id);
      const told =
        what === 'unavailable'
          ? log.filter(entry => !entry.startsWith('instance.status_changed'))
          : log
              .filter(entry => /^(task|instance)\.completed/.test(entry))
              .map(entry => entry.replace(/\[a\d+\]$/, ''));
      const children = await knex('instances').where({
        parent_instance_id: id,
      });
      return {
        log: [...told].sort(),
        children: children.map(({ status }) => status),
      };
    }

    it.each(callBreakages)(
      'ends each instance once, whichever call it is ($what, $when)',
      async breakage => {
        const undisturbed = new Attempt(0, breakage);
        await undisturbed.backend.publish(text);
        await undisturbed.backend.publish(child, 'child');
        const expected = await madeBy(
          undisturbed,
          await undisturbed.run('undisturbed'),
          breakage,
        );
        await undisturbed.runtime.stop({ graceMs: 0 });
        const { targets } = undisturbed.backend.calls;
        let nth = 0;
        for (;;) {
          nth += 1;
          const attempt = new Attempt(nth, breakage);
          const id = await attempt.run(`nth-${nth}`);
          const made = await madeBy(attempt, id, breakage);
          const { brokenAt } = attempt.faulty;
          await attempt.runtime.stop({ graceMs: 0 });
          expect({ brokenAt, nth, made }).toEqual({
            brokenAt,
            nth,
            made: expected,
          });
          expect({ brokenAt, calls: callsOf(attempt, breakage) }).toEqual({
            brokenAt,
            calls: callsOf(undisturbed, breakage),
          });
          if (brokenAt === undefined) break;
          if (nth > MOST_CALLS) throw new Error('It never runs undisturbed');
        }
        expect(targets).toContain('GET http://x/after');
        expect(unhandled).toEqual([]);
      },
    );

    /** What is refused for good may have been called: what is not in the log is called again. */
    function callsOf({ backend }: Attempt, { what }: Breakage) {
      const targets = [...backend.calls.targets].sort();
      return what === 'unavailable' ? targets : [...new Set(targets)];
    }
  },
);
