import type { Knex } from 'knex';
import type { EmbeddedRuntime } from '../runtime/EmbeddedRuntime';
import type { WorkflowRuntime } from '../runtime/WorkflowRuntime';
import type { Approval } from '../store/ApprovalStore';
import type { Instance, LogEntry } from '../store/InstanceStore';
import { KnexApprovalStore } from '../store/knex/KnexApprovalStore';
import { KnexWorkflowEditor } from '../store/knex/KnexWorkflowEditor';
import { databaseIds, migratedDatabase } from './databases';
import type { FakeAnswer } from './FakeActivities';
import { ManualClock } from './ManualClock';
import { MortalStore, TestBackend } from './TestBackend';

/** What a service answers to a call of this URI. @param nth - counts the calls of the same URI in one process, from 1 */
export type Answer = (
  uri: string,
  nth: number,
) => FakeAnswer | Promise<FakeAnswer>;

/** A runtime in a process of its own, and what a test must see or bring about beside it. */
export interface RuntimeBackend {
  /** Of the present process. */
  readonly runtime: WorkflowRuntime;
  /** URIs of all calls of all processes, in the order in which they were made. */
  readonly calls: readonly string[];
  /** Publishes the workflow `under-test`; its former definition is the present one no more. */
  publish(text: string): Promise<void>;
  disable(): Promise<void>;
  /** Ends the process without warning, and begins another. */
  crash(): Promise<void>;
  /** Lets the process end in good order, and begins another. */
  restart(graceMs: number): Promise<void>;
  /** Lets time go by. */
  pass(ms: number): Promise<void>;
  until(what: string, condition: () => Promise<boolean>): Promise<void>;
  instance(id: string): Promise<Instance | undefined>;
  log(id: string): Promise<readonly LogEntry[]>;
  pendingApprovals(id: string): Promise<readonly Approval[]>;
  close(): Promise<void>;
}

/** Every runtime there is, on every database that this machine has. */
export const runtimeBackends: readonly [
  string,
  (answer: Answer) => Promise<RuntimeBackend>,
][] = databaseIds.map(id => [
  `embedded, ${id}`,
  async answer => {
    const backend = new EmbeddedBackend(await migratedDatabase(id), answer);
    await backend.begin();
    return backend;
  },
]);

class EmbeddedBackend implements RuntimeBackend {
  readonly calls: string[] = [];
  readonly #clock = new ManualClock();
  #process = new MortalStore();
  #backend: TestBackend;
  #runtime: EmbeddedRuntime | undefined;

  constructor(private readonly knex: Knex, private readonly answer: Answer) {
    this.#backend = this.#newProcess();
  }

  get runtime(): WorkflowRuntime {
    if (!this.#runtime) throw new Error('The process has not begun');
    return this.#runtime;
  }

  async begin() {
    this.#runtime = await this.#backend.begin();
  }

  publish = (text: string) => this.#backend.publish(text);

  async disable() {
    const editor = new KnexWorkflowEditor(this.knex);
    await editor.configure('under-test', { isEnabled: false });
  }

  async crash() {
    this.#process.kill();
    void this.runtime.stop({ graceMs: 0 });
    await this.knex('workers').update({ lease_until: 0 });
    this.#backend = this.#newProcess();
    await this.begin();
  }

  async restart(graceMs: number) {
    let hasEnded = false;
    const ending = this.runtime.stop({ graceMs }).then(() => {
      hasEnded = true;
    });
    await this.until('the process has ended', async () => hasEnded);
    await ending;
    this.#backend = this.#newProcess();
    await this.begin();
  }

  pass = (ms: number) => this.#backend.pass(ms);

  until = (what: string, condition: () => Promise<boolean>) =>
    this.#backend.slowlyUntil(what, condition);

  instance = (id: string) => this.#backend.reader.get(id);

  log = (id: string) => this.#backend.store.loadLog(id);

  pendingApprovals = (instanceId: string) =>
    new KnexApprovalStore(this.knex).list({
      filter: { instanceId, status: 'pending' },
      limit: 10,
    });

  close = () => this.runtime.stop({ graceMs: 0 });

  #newProcess(): TestBackend {
    this.#process = new MortalStore();
    const answer: Answer = (uri, nth) => {
      this.calls.push(uri);
      return this.answer(uri, nth);
    };
    return new TestBackend(this.knex, this.#clock, answer, this.#process.wrap);
  }
}
