import { createHash } from 'node:crypto';
import { Failure } from '../../lib/Failure.mjs';
import { dyingAfterCommits } from './dyingAfterCommits.mjs';
import {
  createJqExpressionEvaluator,
  EmbeddedRuntime,
  KnexDefinitionStore,
  KnexEventStore,
  KnexInstanceReader,
  KnexInstanceStore,
  parseWorkflow,
} from './engine.mjs';
import { POLL_MS, VirtualClock } from './VirtualClock.mjs';
import { WorkUnderWay } from './WorkUnderWay.mjs';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What has not ended by then waits for what never comes. */
const HORIZON_MS = 1000 * DAY_MS;

/** A lease that needs no heartbeat before the horizon. */
const LEASE_MS = 4 * HORIZON_MS;

/** How often it is looked for work in vain before it is clear that nothing will come. */
const VAIN_LOOKS = 4;

const expressions = createJqExpressionEvaluator({ isGivenTime: true });
const someone = { kind: 'user', ref: 'user:default/ada' };

/** The engine as a deployment has it, on an empty database, with a clock of its own and the activities that it is given. */
export class Engine {
  clock = new VirtualClock();
  warnings = [];
  /** Events that workflows have published. */
  emitted = [];
  #work = new WorkUnderWay();
  #database;
  #definitions;
  #reader;
  #delivered = new Set();
  #runtime;

  /**
   * @param {{database: import('./databases.mjs').Database, isReplaying: boolean}} setting
   * @param {{activities: object, held: () => number, secrets?: object}} world
   */
  constructor({ database, isReplaying }, { activities, held }) {
    const { knex } = database;
    const store = new KnexInstanceStore(knex);
    const log = message => this.warnings.push(message);
    this.#database = database;
    this.#work.held = held;
    this.#definitions = this.#work.watch(new KnexDefinitionStore(knex));
    this.#reader = new KnexInstanceReader(knex);
    this.#runtime = new EmbeddedRuntime({
      instances: this.#work.watch(
        isReplaying ? dyingAfterCommits(store) : store,
      ),
      reader: this.#reader,
      definitions: this.#definitions,
      events: this.#work.watch(this.#noting(new KnexEventStore(knex))),
      activities: this.#work.watch(activities),
      expressions,
      runtime: { name: 'orchestrator', version: '0.1.0', metadata: {} },
      clock: this.clock,
      settings: {
        pollMs: POLL_MS,
        leaseMs: LEASE_MS,
        parkAfterMs: isReplaying ? 0 : Infinity,
      },
      logger: { info: () => {}, warn: log, error: log },
    });
  }

  async begin() {
    await this.#runtime.startWorkers();
  }

  async end() {
    await this.#runtime.stop({ graceMs: 0 });
    await this.#database.empty();
  }

  /** Makes a text the present definition of its workflow. @throws {Failure} when it has faults */
  async publish(text) {
    const { definition, document, problems } = parseWorkflow(text, {
      expressions,
    });
    if (!definition) {
      const details = problems.map(
        ({ line, column, message }) => `${line}:${column} ${message}`,
      );
      throw new Failure('the definition has faults', {
        details: details.join('\n'),
      });
    }
    const { namespace, name, version } = document;
    await this.#definitions.publish(
      {
        workflowId: definition.id,
        hash: createHash('sha256').update(text).digest('hex'),
        namespace,
        name,
        version,
        format: 'yaml',
        text,
        isValid: true,
        problems,
        loadedAt: this.clock.now(),
      },
      'conformance',
    );
    return definition;
  }

  /** @returns {Promise<string>} the id of the instance */
  start(workflowId, input) {
    return this.#runtime.start({ workflowId, input, initiator: someone.ref });
  }

  /** Publishes an event to all that listen. */
  async deliver(event) {
    this.#delivered.add(event.id);
    await this.#runtime.deliver(event);
  }

  cancel(instanceId) {
    return this.#runtime.cancel(instanceId, { actor: someone });
  }

  /** Resolves when all that can be done without time going by is done. */
  quiet() {
    return this.#work.done();
  }

  /** Lets time go by until the condition holds, or nothing more will happen. */
  async goOnUntil(condition) {
    let vainLooks = 0;
    while (vainLooks < VAIN_LOOKS && this.clock.elapsedMs < HORIZON_MS) {
      await this.quiet();
      if (await condition()) return true;
      const wakeAt = await this.#database.nextWakeAt();
      const reason = this.clock.advance(wakeAt);
      vainLooks = reason === 'alarm' ? 0 : vainLooks + 1;
    }
    return false;
  }

  /** @returns {Promise<{status: string, output?: unknown, error?: object, history: {type: string, taskKey?: string}[]}>} */
  async examine(instanceId) {
    const instance = await this.#reader.get(instanceId);
    const { status, output, error, endedAt } = instance;
    return {
      status,
      endedAt,
      output: output && (await this.#valueOf(instanceId, output)),
      error,
      history: await this.#reader.readLog(instanceId, {
        afterSeq: 0,
        limit: 10_000,
      }),
    };
  }

  async instances() {
    return this.#reader.list({
      limit: 1000,
      offset: 0,
      orderBy: { field: 'createdAt', direction: 'asc' },
    });
  }

  /** The store, which notes what is published by others than us. */
  #noting(store) {
    return new Proxy(store, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target);
        if (name !== 'accept') return value.bind?.(target) ?? value;
        return async received => {
          const isNew = await target.accept(received);
          const { event } = received;
          if (isNew && !this.#delivered.has(event.id)) this.emitted.push(event);
          return isNew;
        };
      },
    });
  }

  async #valueOf(instanceId, payload) {
    if ('value' in payload) return payload.value;
    return JSON.parse(
      await this.#reader.readPayload(instanceId, payload.sha256),
    );
  }
}
