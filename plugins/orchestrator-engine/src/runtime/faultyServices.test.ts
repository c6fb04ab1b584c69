import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import { Servers } from '../activities/__testUtils__/servers';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import {
  callBreakages,
  FaultyCalls,
  type Breakage,
} from '../__testUtils__/FaultyCalls';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { Receiver } from '../__testUtils__/WebhookWorld';
import { openStores } from '../store/knex/openStores';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import { JobRunner } from './jobs/JobRunner';
import { Webhooks } from './webhooks/Webhooks';

const SOURCE = 'http://portal/api/orchestrator';

const text = workflowText(`
  - ask:
      call: approval
      with: { title: Go?, approvers: [user:ada, user:joe], required: 2 }
  - fails: { call: http, with: { method: get, endpoint: 'http://x/fails' } }`);

/** No run has as many calls of its stores. */
const MOST_CALLS = 1_000;

/** How long an attempt to send may take by the clock that the test advances. Milliseconds. */
const NEVER_LATE_MS = 600_000;

jest.setTimeout(240_000);

const by = (name: string, idempotencyKey?: string) => ({
  actor: { kind: 'user', ref: `user:default/${name}` } as const,
  idempotencyKey,
});

describe.each(databaseIds)(
  'a process of which one call fails of what serves people, jobs and webhooks, on %s',
  databaseId => {
    let knex: Knex;
    let servers: Servers;
    let receiver: Receiver;
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);

    beforeEach(async () => {
      knex = await migratedDatabase(databaseId);
      servers = new Servers();
      receiver = await new Receiver().listen(servers, new ManualClock());
      process.on('unhandledRejection', note);
    });

    afterEach(() => {
      process.off('unhandledRejection', note);
      servers.close();
    });

    /** A process in which people decide, a job retries what has failed, and a webhook is told; of its calls the nth one breaks. */
    class Attempt {
      readonly faulty: FaultyCalls;
      readonly backend: TestBackend;
      readonly webhooks: Webhooks;
      readonly jobs: ReturnType<typeof openStores>['jobs'];
      readonly told: string[] = [];
      readonly published: CloudEvent[] = [];
      readonly #stores = openStores(knex);
      runtime!: EmbeddedRuntime;
      jobRunner!: JobRunner;
      #rounds = 0;

      constructor(nth: number, readonly breakage: Breakage) {
        this.faulty = new FaultyCalls(nth, breakage);
        this.backend = new TestBackend(knex, new ManualClock(), (uri, visit) =>
          visit === 1 ? { status: 503 } : { value: uri },
        );
        this.webhooks = new Webhooks({
          webhooks: this.#faulty('webhooks'),
          feed: this.#faulty('feed'),
          source: SOURCE,
          ...this.#means,
          random: () => 0,
          timeoutMs: NEVER_LATE_MS,
        });
        this.jobs = this.#faulty('jobs');
      }

      async begin(): Promise<this> {
        this.runtime = await this.backend.begin(
          { leaseMs: 600_000 },
          {
            approvals: this.#faulty('approvals'),
            upkeep: {
              ...this.#stores,
              duties: this.#faulty('duties'),
              feed: this.#faulty('feed'),
              lifecycle: {
                level: 'workflow',
                source: SOURCE,
                publish: async events => void this.published.push(...events),
              },
              asked: {
                approvals: this.#faulty('approvals'),
                tell: async asked =>
                  void this.told.push(...asked.map(({ id }) => id)),
              },
              outgoing: this.webhooks,
            },
          },
        );
        this.jobRunner = new JobRunner({
          ...this.#means,
          jobs: this.jobs,
          duties: this.#faulty('duties'),
          reader: this.#stores.reader,
          runtime: this.runtime,
        });
        this.jobRunner.start();
        return this;
      }

      /** Nothing is told of what was before. */
      async untilItFollowsTheFeed() {
        await this.#until('it follows the feed', async () => {
          const rows = await knex('duties')
            .whereIn('name', ['lifecycle', 'asked'])
            .whereNotNull('state');
          return rows.length === 2;
        });
      }

      async run(key: string): Promise<string> {
        const id = await this.runtime.start({
          workflowId: 'under-test',
          input: {},
        });
        // What is decided by then is told to nobody.
        await this.#until('they are told', () => this.told.length > 0);
        for (const name of ['ada', 'joe']) await this.#decide(id, name);
        await this.#untilStatus(id, 'failed');
        await this.#retryByJob(id, key);
        await this.#untilStatus(id, 'completed');
        await this.#until('its job has ended', async () => {
          const job = await this.#stores.jobs.get(key);
          return job?.endedAt !== undefined;
        });
        await this.#untilAllIsTold(id);
        return id;
      }

      async stop() {
        await this.jobRunner.stop();
        await this.runtime.stop({ graceMs: 0 });
      }

      async #decide(instanceId: string, name: string) {
        const filter = { instanceId };
        const [{ id: approvalId }] = await this.#persistently(() =>
          this.#faulty('approvals').list({ filter, limit: 1 }),
        );
        const request = { approvalId, decision: 'approve' };
        await this.#persistently(() =>
          this.runtime.decide(request, by(name, `${instanceId}-${name}`)),
        );
      }

      async #retryByJob(id: string, key: string) {
        const job = {
          id: key,
          action: 'retry' as const,
          force: false,
          actor: by('ada').actor,
          filter: {
            kind: 'compare' as const,
            field: 'id' as const,
            operator: 'eq' as const,
            value: id,
          },
          idempotency: { key, requestHash: key },
          createdAt: this.backend.clock.now(),
        };
        await this.#persistently(() => this.jobs.create(job, 10));
        this.jobRunner.nudge();
      }

      /** The webhook, and who follows events. */
      async #untilAllIsTold(id: string) {
        await this.#until('all is told', async () => {
          if (this.breakage.what === 'refused') await this.#forgetHolds();
          const rows = await knex('webhook_deliveries').where({
            instance_id: id,
          });
          const isSent =
            rows.length > 0 &&
            rows.every(({ status }) => status === 'delivered') &&
            rows.some(row => row.event_type.endsWith('workflow.completed'));
          const isPublished = this.published.some(
            ({ type, source }) =>
              type.endsWith('workflow.completed.v1') && source.includes(id),
          );
          return isSent && isPublished;
        });
      }

      /** What is refused for good is left to whoever finds it later, when so much time has gone by. */
      async #forgetHolds() {
        this.#rounds += 1;
        if (this.#rounds % 100 > 0) return;
        await knex('webhook_deliveries').update({ held_until: 0 });
      }

      #untilStatus(id: string, status: string) {
        return this.#until(`it is ${status}`, async () => {
          const instance = await this.#stores.reader.get(id);
          return instance?.status === status;
        });
      }

      #until(what: string, condition: () => Promise<boolean> | boolean) {
        return this.backend.until(what, () => {
          this.backend.clock.advance(50);
          return condition();
        });
      }

      /** As callers do: asks again what was not answered; time goes by meanwhile. */
      async #persistently<T>(ask: () => Promise<T>): Promise<T> {
        let isAnswered = false;
        const answer = ask()
          .catch(ask)
          .finally(() => {
            isAnswered = true;
          });
        await this.#until('it is answered', () => isAnswered);
        return answer;
      }

      get #means() {
        const { clock, warnings } = this.backend;
        const warn = (message: string) => void warnings.push(message);
        return { clock, logger: { info: () => {}, warn, error: warn } };
      }

      #faulty<N extends keyof ReturnType<typeof openStores>>(
        name: N,
      ): ReturnType<typeof openStores>[N] {
        return this.faulty.wrap(name, this.#stores[name]);
      }
    }

    /** What a run has made, each once however often it was tried; without the order in which it came. */
    async function madeBy(attempt: Attempt, id: string, key: string) {
      const { reader, approvals, jobs } = openStores(knex);
      const filter = { instanceId: id };
      const asked = await approvals.list({ filter, limit: 10 });
      const deliveries = await knex('webhook_deliveries').where({
        instance_id: id,
      });
      const come = new Set(receiver.ids);
      const { backend } = attempt;
      return {
        log: (await backend.history(id)).sort(),
        status: (await reader.get(id))?.status,
        calls: backend.calls.targets,
        asked: asked.map(({ status, votes }) => ({
          status,
          votes: votes.map(vote => vote.by),
        })),
        isTold: asked.every(one => attempt.told.includes(one.id)),
        job: await jobs.get(key),
        sent: deliveries.map(row => row.event_type).sort(),
        received: deliveries.every(row => come.has(row.id)),
        isReceivedOnce:
          attempt.breakage.what === 'refused' ||
          come.size === receiver.ids.length,
        published: [
          ...new Set(
            attempt.published
              .filter(({ source }) => source.includes(id))
              .map(event => event.type),
          ),
        ].sort(),
      };
    }

    it.each(callBreakages)(
      'decides, acts and tells once, whichever call it is ($what, $when)',
      async breakage => {
        const undisturbed = new Attempt(0, breakage);
        await undisturbed.backend.publish(text);
        await undisturbed.webhooks.registry.create({
          url: receiver.url,
          events: ['workflow.*'],
          createdBy: 'user:default/ada',
        });
        await undisturbed.begin();
        await undisturbed.untilItFollowsTheFeed();
        const first = await undisturbed.run('undisturbed');
        const expected = await madeBy(undisturbed, first, 'undisturbed');
        await undisturbed.stop();
        expect(expected).toMatchObject({
          asked: [{ votes: ['user:default/ada', 'user:default/joe'] }],
          isTold: true,
          job: { succeeded: 1, total: 1 },
          received: true,
          isReceivedOnce: true,
        });
        for (let nth = 1; ; nth += 1) {
          const key = `nth-${nth}`;
          const attempt = await new Attempt(nth, breakage).begin();
          const id = await attempt.run(key);
          const made = await madeBy(attempt, id, key);
          const { brokenAt } = attempt.faulty;
          await attempt.stop();
          expect({ brokenAt, made }).toEqual({
            brokenAt,
            made: { ...expected, job: jobLike(expected.job, made.job) },
          });
          if (brokenAt === undefined) break;
          if (nth > MOST_CALLS) throw new Error('It never runs undisturbed');
        }
        expect(unhandled).toEqual([]);
      },
    );

    /** The same, with the id and the times of another one. */
    function jobLike(job: object | undefined, other: object | undefined) {
      const { id, createdAt, endedAt } = { ...other } as Record<
        string,
        unknown
      >;
      return { ...job, id, createdAt, endedAt };
    }
  },
);
