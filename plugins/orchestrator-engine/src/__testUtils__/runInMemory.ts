import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  createJqExpressionEvaluator,
  parseWorkflow,
  type ExpressionEvaluator,
  type Json,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityEffect, ChildEffect } from '../interpreter/DurableHost';
import type { RunLimits } from '../interpreter/RunLimits';
import { runWorkflow } from '../interpreter/runWorkflow';
import { Journal } from '../runtime/Journal';
import { recordingOf, type Recording } from '../runtime/loadRecording';
import { decodePayload, encodePayload } from '../runtime/payloads';
import { projectEntry, unwritten } from '../runtime/projectEntry';
import { givenNow } from '../runtime/runOptionsFor';
import { SecretMask } from '../runtime/secrets/SecretMask';
import type { Append, Instance, LogEntry } from '../store/InstanceStore';
import { addressOf, FakeActivities, type FakeAnswer } from './FakeActivities';
import { FakeChildren, type FakeChild } from './FakeChildren';
import { FakeEvents, type FakeEvent, type FakeSignal } from './FakeEvents';
import { ManualClock, settle } from './ManualClock';

/** `resident`: one journal to the end. `replaying`: a new one, fed from the log, after every commit, as if the process had died there: running calls are made again.*/
export type Residency = 'resident' | 'replaying';

/** Where the process dies: before a commit reaches the database, or right after. */
export type Crash = 'before' | 'after' | 'none';

export interface InMemoryRun {
  readonly definition: string;
  readonly input?: Json;
  readonly residency?: Residency;
  /** What happens at each attempt to commit, in order; nothing at those that follow. */
  readonly crashes?: readonly Crash[];
  /** Answers calls; default: the URI as the value. */
  readonly answer?: (
    uri: string,
    nth: number,
    effect: ActivityEffect,
  ) => FakeAnswer;
  /** Cancels the instance once this many milliseconds have passed. */
  readonly cancelAfterMs?: number;
  /** Events that come from outside. */
  readonly events?: readonly FakeEvent[];
  /** How the instances that it starts end; default: with their input. */
  readonly child?: (effect: ChildEffect) => FakeChild;
  readonly secrets?: { readonly [name: string]: Json };
  readonly limits?: Partial<RunLimits>;
  /** Default: no checkpoint is made. */
  readonly entriesPerCheckpoint?: number;
}

export interface RunReport {
  readonly status: string;
  readonly output: Json | undefined;
  readonly error: LogEntry['data'][string] | undefined;
  readonly log: readonly LogEntry[];
  /** `type key` of each entry. */
  readonly history: readonly string[];
  readonly calls: FakeActivities;
  /** Instances that it has started. */
  readonly children: readonly ChildEffect[];
  readonly elapsedMs: number;
  readonly commits: number;
  /** JSON text of the values kept apart. */
  readonly payloads: readonly string[];
  /** How many entries were read each time that a journal began. */
  readonly replayed: readonly number[];
  /** How many of these times began at a checkpoint. */
  readonly replaysFromCheckpoint: number;
}

const INSTANCE_ID = 'instance-1';
const someone: Actor = { kind: 'user', ref: 'user:default/someone' };

/** The evaluator that all tests share. */
export const sharedExpressions: ExpressionEvaluator =
  createJqExpressionEvaluator({ isGivenTime: true });

/** The definition of `tasks` (YAML of a task list, indented or not) under a valid document. */
export function workflowText(tasks: string, rest = ''): string {
  const lines = tasks.replace(/^\n+|\s+$/g, '').split('\n');
  const margin = Math.min(
    ...lines.filter(Boolean).map(line => line.search(/\S/)),
  );
  const body = lines.map(line => `  ${line.slice(margin)}`).join('\n');
  return `document:\n  dsl: '1.0.3'\n  namespace: default\n  name: under-test\n  version: 1.0.0\n${rest}do:\n${body}\n`;
}

function parsed(text: string): WorkflowDefinition {
  const { definition, problems } = parseWorkflow(text);
  if (!definition) throw new Error(JSON.stringify(problems, null, 1));
  return definition;
}

class MemoryRun {
  readonly #clock = new ManualClock();
  readonly #startedAt = this.#clock.now();
  readonly #definition: WorkflowDefinition;
  readonly #activities: FakeActivities;
  readonly #log: LogEntry[];
  readonly #payloads = new Map<string, string>();
  readonly #instance: Instance;
  readonly #events: FakeEvents;
  readonly #children: FakeChildren;
  #journal: Journal | undefined;
  readonly #replayed: number[] = [];
  #replaysFromCheckpoint = 0;
  #attempts = 0;
  #commits = 0;
  #fault: unknown;

  constructor(
    private readonly run: InMemoryRun,
    private readonly expressions: ExpressionEvaluator,
  ) {
    this.#definition = parsed(run.definition);
    const { answer = uri => ({ value: uri }) } = run;
    this.#activities = new FakeActivities((effect, nth) =>
      answer(addressOf(effect), nth, effect),
    );
    const tell = (signal: FakeSignal) => this.#tell(signal);
    this.#events = new FakeEvents(sharedExpressions, tell);
    this.#children = new FakeChildren(
      run.child ?? (({ input }) => ({ output: input })),
      tell,
    );
    const { payload, stored } = encodePayload(run.input ?? {});
    if (stored) this.#payloads.set(stored.sha256, stored.text);
    const time = this.#clock.now();
    this.#log = [
      { seq: 1, type: 'instance.created', time, data: { input: payload } },
    ];
    this.#instance = {
      id: INSTANCE_ID,
      workflowId: this.#definition.id,
      workflowVersion: '1.0.0',
      definitionHash: '',
      behaviourVersion: 1,
      epoch: 'e',
      seq: 1,
      status: 'pending',
      input: payload,
      createdAt: time,
      openSignals: 0,
    };
  }

  async toEnd(): Promise<RunReport> {
    this.#begin();
    if (this.run.cancelAfterMs !== undefined) {
      this.#clock.schedule(
        () => this.#tell({ id: 'cancel', kind: 'cancel', data: {} }),
        this.run.cancelAfterMs,
      );
    }
    for (const { afterMs = 0, ...event } of this.run.events ?? []) {
      this.#clock.schedule(() => this.#events.deliver(event), afterMs);
    }
    for (let turn = 0; turn < 2000 && !this.#hasEnded; turn += 1) {
      await settle();
      if (this.#fault) throw this.#fault;
      if (!this.#hasEnded && !this.#clock.advanceToNext()) break;
    }
    return this.#report();
  }

  get #row() {
    return this.#log.reduce(projectEntry, unwritten);
  }

  get #hasEnded(): boolean {
    return this.#row.endedAt !== undefined;
  }

  #tell(signal: FakeSignal) {
    this.#journal?.signal({
      ...signal,
      instanceId: INSTANCE_ID,
      actor: someone,
      createdAt: this.#clock.now(),
    });
  }

  #begin() {
    const recording = recordingOf(this.#log, this.#payloads);
    const journal: Journal = new Journal(
      {
        clock: this.#clock,
        parkAfterMs: Infinity,
        entriesPerCheckpoint: this.run.entriesPerCheckpoint ?? Infinity,
        commit: step => this.#commit(step),
        execute: (effect, signal) => this.#execute(effect, signal),
        listen: effect => this.#events.listen(effect),
        startChild: async effect => {
          this.#children.start(effect);
          return undefined;
        },
        cancelChild: async effect => this.#children.cancel(effect),
        onParked: () => {},
        isStopping: () => false,
        breathe: () => undefined,
      },
      this.#instance,
      recording,
    );
    this.#journal = journal;
    journal.hide(new SecretMask(this.run.secrets ?? {}));
    this.#replayed.push(recording.entries.length);
    if (recording.start) this.#replaysFromCheckpoint += 1;
    this.#interpret(journal, recording).catch(fault => {
      this.#fault = fault;
    });
  }

  async #interpret(journal: Journal, { start: from }: Recording) {
    const runtime = { name: 'orchestrator', version: '0', metadata: {} };
    const { limits, secrets } = this.run;
    const { startedAt, given } = journal.begin(givenNow({ runtime, limits }));
    await runWorkflow({
      ...given,
      definition: this.#definition,
      expressions: this.expressions,
      secrets,
      host: journal,
      from: from?.run,
      start: {
        instanceId: INSTANCE_ID,
        input: this.run.input ?? {},
        startedAt,
      },
    });
    await journal.finish();
  }

  /** What is recorded as done is never done again (R1). */
  #execute(effect: ActivityEffect, signal: AbortSignal) {
    const isDone = this.#log.some(
      ({ type, data }) =>
        type === 'call.completed' && data.callId === effect.id,
    );
    if (isDone) this.#fault = new Error(`${effect.id} is executed again`);
    return this.#activities.execute(effect, {
      signal,
      idempotencyKey: effect.taskKey ?? effect.id,
      requireLease: () => {},
    });
  }

  async #commit(step: Append) {
    if (step.afterSeq !== this.#log.length) {
      throw new Error(`Step after ${step.afterSeq}, log ${this.#log.length}`);
    }
    const crash = this.#crashAt(this.#attempts);
    this.#attempts += 1;
    if (crash === 'before') await this.#dieAndComeBack();
    this.#commits += 1;
    this.#log.push(...step.entries);
    for (const { sha256, text } of step.payloads) {
      this.#payloads.set(sha256, text);
    }
    if (crash === 'after' && !this.#hasEnded) await this.#dieAndComeBack();
  }

  #crashAt(attempt: number): Crash {
    const always = this.run.residency === 'replaying' ? 'after' : 'none';
    return this.run.crashes?.[attempt] ?? always;
  }

  async #dieAndComeBack(): Promise<never> {
    this.#journal?.dispose();
    this.#begin();
    return new Promise(() => {});
  }

  #report(): RunReport {
    const { status, output, error } = this.#row;
    return {
      status,
      output: output && decodePayload(output, this.#payloads),
      error,
      log: this.#log,
      history: this.#log.map(({ type, taskKey }) =>
        taskKey === undefined ? type : `${type} ${taskKey}`,
      ),
      calls: this.#activities,
      children: this.#children.started,
      elapsedMs: this.#clock.now() - this.#startedAt,
      commits: this.#commits,
      payloads: [...this.#payloads.values()],
      replayed: this.#replayed,
      replaysFromCheckpoint: this.#replaysFromCheckpoint,
    };
  }
}

/** Runs a definition over the real journal with a log in memory, a manual clock and fake calls. */
export async function runInMemory(run: InMemoryRun): Promise<RunReport> {
  const memory = new MemoryRun(run, sharedExpressions);
  return memory.toEnd();
}
