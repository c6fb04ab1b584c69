import { createHash } from 'node:crypto';
import { Failure } from '../../lib/Failure.mjs';
import { dyingAfterCommits } from './dyingAfterCommits.mjs';
import {
  createJqExpressionEvaluator,
  EmbeddedRuntime,
  openStores,
  parseWorkflow,
} from './engine.mjs';
import { LEASE_MS, POLL_MS, VirtualClock } from './VirtualClock.mjs';
import { WorkUnderWay } from './WorkUnderWay.mjs';

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
  #approvals;
  #definitions;
  #reader;
  #delivered = new Set();
  #runtime;

  /**
   * @param {{database: import('./databases.mjs').Database, isReplaying: boolean}} setting
   * @param {{activities: object, held: () => number, secrets: Record<string, unknown>}} world
   */
  constructor(setting, { activities, held, secrets }) {
    const stores = this.#openStores(setting);
    const { duties, schedules, housekeeping, feed, ...others } = stores;
    const log = message => this.warnings.push(message);
    this.#database = setting.database;
    this.#work.held = held;
    this.#approvals = stores.approvals;
    this.#definitions = stores.definitions;
    this.#reader = stores.reader;
    this.#runtime = new EmbeddedRuntime({
      ...others,
      upkeep: { duties, schedules, housekeeping, feed },
      activities: this.#work.watch(activities),
      expressions,
      secrets: { secretsFor: async ({ names }) => pick(secrets, names) },
      runtime: { name: 'orchestrator', version: '0.1.0', metadata: {} },
      clock: this.clock,
      settings: {
        pollMs: POLL_MS,
        leaseMs: LEASE_MS,
        parkAfterMs: setting.isReplaying ? 0 : Infinity,
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

  /** Lets somebody decide what is asked longest, as soon as something is. @throws {Failure} when nothing is asked */
  async decide({ by, ...decision }) {
    let asked;
    const isAsked = await this.goOnUntil(async () => {
      const filter = { status: 'pending' };
      [asked] = await this.#approvals.list({ filter, limit: 1 });
      return asked !== undefined;
    });
    if (!isAsked) throw new Failure(`nothing is asked that ${by} could decide`);
    const actor = { kind: 'user', ref: by };
    await this.#runtime.decide(
      { approvalId: asked.id, ...decision },
      { actor },
    );
  }

  cancel(instanceId) {
    return this.#runtime.cancel(instanceId, { actor: someone });
  }

  /** Resolves when all that can be done without time going by is done. */
  quiet() {
    return this.#work.done();
  }

  /** Resolves when the engine has found what it was not told of, such as a new definition. */
  async lookedAround() {
    await this.quiet();
    this.clock.look();
    await this.quiet();
  }

  /** Lets time go by until the condition holds, or nothing more will happen. */
  async goOnUntil(condition) {
    for (let vainLooks = 0; vainLooks < VAIN_LOOKS; ) {
      await this.quiet();
      if (await condition()) return true;
      const reason = this.clock.advance(await this.#database.nextDueAt());
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

  #openStores({ database: { knex }, isReplaying }) {
    const stores = openStores(knex);
    const changed = {
      ...stores,
      events: this.#noting(stores.events),
      instances: isReplaying
        ? dyingAfterCommits(stores.instances)
        : stores.instances,
    };
    return Object.fromEntries(
      Object.entries(changed).map(([name, store]) => [
        name,
        this.#work.watch(store),
      ]),
    );
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
    const { pieces } = await this.#reader.openPayload(instanceId, payload.ref);
    return JSON.parse((await Array.fromAsync(pieces())).join(''));
  }
}

function pick(values, names) {
  return Object.fromEntries(
    names
      .filter(name => Object.hasOwn(values, name))
      .map(name => [name, values[name]]),
  );
}
