import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import {
  EmbeddedRuntime,
  type EmbeddedRuntimeOptions,
} from '../runtime/EmbeddedRuntime';
import type { WorkerSettings } from '../runtime/WorkerSettings';
import type { InstanceStore } from '../store/InstanceStore';
import { KnexApprovalStore } from '../store/knex/KnexApprovalStore';
import { KnexDefinitionStore } from '../store/knex/KnexDefinitionStore';
import { KnexEventStore } from '../store/knex/KnexEventStore';
import { KnexInstanceReader } from '../store/knex/KnexInstanceReader';
import { KnexInstanceStore } from '../store/knex/KnexInstanceStore';
import { addressOf, FakeActivities, type FakeAnswer } from './FakeActivities';
import { settle, type ManualClock } from './ManualClock';
import { sharedExpressions } from './runInMemory';

/** How long a test waits for what should be there at once, on however busy a machine. */
const PATIENCE_MS = 60_000;

/** Leases go by the database's clock and heartbeats by the manual one: no lease runs out while that stands still, unless the test says so. */
const LEASE_MS = 600_000;

/** Answers calls once the test has said so. */
export class CallGate {
  readonly #opened = new Map<string, () => void>();
  readonly #passed = new Map<string, Promise<void>>();

  answer = async (uri: string): Promise<FakeAnswer> => {
    await this.#gateOf(uri);
    return { value: uri };
  };

  open(...uris: string[]) {
    for (const uri of uris) {
      void this.#gateOf(uri);
      this.#opened.get(uri)!();
    }
  }

  #gateOf(uri: string): Promise<void> {
    const known = this.#passed.get(uri);
    if (known) return known;
    const passed = new Promise<void>(resolve => this.#opened.set(uri, resolve));
    this.#passed.set(uri, passed);
    return passed;
  }
}

/** A store whose process can be killed: then nothing is written, and nothing answered, any more. */
export class MortalStore {
  #isDead = false;

  wrap = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          this.#isDead
            ? new Promise<never>(() => {})
            : Reflect.apply(value, target, args);
      },
    });

  kill() {
    this.#isDead = true;
  }
}

/** A backend process with a database, a manual clock and fake calls. */
export class TestBackend {
  readonly store: InstanceStore;
  readonly reader: KnexInstanceReader;
  readonly definitions: KnexDefinitionStore;
  readonly calls: FakeActivities;
  readonly warnings: string[] = [];

  constructor(
    private readonly knex: Knex,
    readonly clock: ManualClock,
    readonly answer: (
      uri: string,
      nth: number,
    ) => FakeAnswer | Promise<FakeAnswer>,
    wrap: (store: InstanceStore) => InstanceStore = store => store,
  ) {
    this.store = wrap(new KnexInstanceStore(knex));
    this.reader = new KnexInstanceReader(knex);
    this.definitions = new KnexDefinitionStore(knex);
    this.calls = new FakeActivities((effect, nth) =>
      answer(addressOf(effect), nth),
    );
  }

  async begin(
    settings: Partial<WorkerSettings> = {},
    more: Partial<EmbeddedRuntimeOptions> = {},
  ): Promise<EmbeddedRuntime> {
    const runtime = new EmbeddedRuntime({
      instances: this.store,
      reader: this.reader,
      approvals: new KnexApprovalStore(this.knex),
      events: new KnexEventStore(this.knex),
      definitions: this.definitions,
      activities: this.calls,
      expressions: sharedExpressions,
      runtime: { name: 'orchestrator', version: '0', metadata: {} },
      clock: this.clock,
      settings: { leaseMs: LEASE_MS, ...settings },
      ...more,
      logger: {
        info: () => {},
        warn: message => this.warnings.push(message),
        error: message => this.warnings.push(message),
      },
    });
    await runtime.startWorkers();
    return runtime;
  }

  async publish(text: string, workflowId = 'under-test') {
    await this.definitions.publish(
      {
        workflowId,
        hash: createHash('sha256').update(text).digest('hex'),
        namespace: 'default',
        name: workflowId,
        version: '1.0.0',
        format: 'yaml',
        text,
        isValid: true,
        problems: [],
        loadedAt: 1,
      },
      'test',
    );
  }

  async history(instanceId: string): Promise<string[]> {
    const log = await this.store.loadLog(instanceId);
    return log.map(({ type, taskKey }) =>
      taskKey ? `${type} ${taskKey}` : type,
    );
  }

  /** Gives real input and output of the database time, while the clock stands still. */
  async until(what: string, condition: () => Promise<boolean> | boolean) {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (Date.now() < giveUpAt) {
      if (await condition()) return;
      await this.knex.raw('select 1');
      await settle();
    }
    throw new Error(
      `Waited in vain until ${what}: ${this.warnings.join('; ')}`,
    );
  }

  /** As {@link until}, while time goes on slowly: whatever is tried again after a moment is. */
  async slowlyUntil(what: string, condition: () => Promise<boolean>) {
    await this.until(what, async () => {
      this.clock.advance(10);
      return condition();
    });
  }

  /** As {@link slowlyUntil}, until the instance has a status. */
  async slowlyUntilStatus(instanceId: string, status: string) {
    await this.slowlyUntil(`${instanceId} is ${status}`, async () => {
      const instance = await this.reader.get(instanceId);
      return instance?.status === status;
    });
  }

  /** Lets time go by in steps, so that what is due at each has its turn. */
  async pass(ms: number) {
    const stepMs = ms / 20;
    for (let step = 0; step < 20; step += 1) {
      this.clock.advance(stepMs);
      await this.knex.raw('select 1');
      await settle();
    }
  }

  /** As {@link untilStatus}, while time goes on in steps of `stepMs`. */
  async passUntilStatus(instanceId: string, status: string, stepMs = 500) {
    await this.until(`${instanceId} is ${status}`, async () => {
      this.clock.advance(stepMs);
      const instance = await this.reader.get(instanceId);
      return instance?.status === status;
    });
  }

  async untilStatus(instanceId: string, status: string) {
    await this.until(`${instanceId} is ${status}`, async () => {
      const instance = await this.reader.get(instanceId);
      return instance?.status === status;
    });
  }
}
