/**
 * A run over a recorded log that carries nothing out and writes nothing: shows where an instance stands, and what would become of it.
 */
import type {
  Asked,
  DurableHost,
  Effect,
  Settled,
  TaskEntry,
} from '../interpreter/DurableHost';
import { endsAtOnce } from '../interpreter/endsAtOnce';
import {
  runWorkflow,
  type RunWorkflowOptions,
} from '../interpreter/runWorkflow';
import { startEntry } from './journalEntries';
import type { Recording } from './loadRecording';
import type { NewEntry } from './Settlement';
import { Replay } from './Replay';

/** What an instance waits for at the end of its log; nothing when it has ended for good. */
export type Rehearsed = readonly Effect[];

/**
 * Where the instance stands; or would stand once it had done what is asked for.
 *
 * @param run - with the definition to run
 * @throws {@link NonDeterminismError} the log does not fit the definition
 * @throws {@link GoingBack} there is no such task to go back to
 */
export async function rehearse(
  run: Omit<RunWorkflowOptions, 'host'>,
  recording: Recording,
  { asked, breathe = () => undefined }: RehearsalOptions = {},
): Promise<Rehearsed> {
  const host = new Rehearsal(recording, asked, breathe);
  const from = recording.start?.run;
  await Promise.race([runWorkflow({ ...run, host, from }), host.stands]);
  host.requireEnd();
  return host.waitsFor;
}

interface RehearsalOptions {
  /** What is asked of the instance where it stands. */
  readonly asked?: Asked;
  /** Lets the rest of the process have its turn. Default: never. */
  readonly breathe?: DurableHost['breathe'];
}

class Rehearsal implements DurableHost {
  readonly #replay: Replay;
  readonly #open = new Map<string, Effect>();
  readonly #openBefore: Set<string>;
  #asked: Asked | undefined;
  #time = 0;
  #onStands = () => {};
  /** Resolves when nothing is left but to wait. */
  readonly stands = new Promise<void>(resolve => {
    this.#onStands = resolve;
  });

  constructor(
    { entries, payloadTexts, start }: Recording,
    asked: Asked | undefined,
    readonly breathe: DurableHost['breathe'],
  ) {
    this.#replay = new Replay(entries, payloadTexts);
    start?.timeouts.forEach(timeout => this.#open.set(timeout.id, timeout));
    this.#openBefore = new Set(start?.open?.map(({ id }) => id));
    this.#time = start?.run.now ?? 0;
    this.#asked = asked;
  }

  /** @throws {@link NonDeterminismError} more is recorded than the run has come to */
  requireEnd(): void {
    if (!this.#replay.isOver) this.#replay.nextSettlement();
  }

  get waitsFor(): Rehearsed {
    return [...this.#open.values()];
  }

  start(effect: Effect): void {
    if (this.#open.has(effect.id)) return;
    const isKnown = this.#openBefore.delete(effect.id);
    if (!isKnown) this.#make(startEntry(effect, this.#time));
    this.#open.set(effect.id, effect);
  }

  record(entry: TaskEntry): void {
    this.#make(entry);
  }

  cancel(effect: Effect): void {
    if (endsAtOnce(effect)) this.#open.delete(effect.id);
  }

  async race(): Promise<Settled> {
    if (!this.#replay.isOver)
      return this.#settle(this.#replay.nextSettlement());
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked) return { ...asked, actor: { kind: 'system' }, time: this.#time };
    this.#onStands();
    return new Promise<never>(() => {});
  }

  #make(entry: NewEntry) {
    if (!this.#replay.isOver) this.#replay.expect(entry);
  }

  #settle({ settled }: { readonly settled: Settled }): Settled {
    this.#time = settled.time;
    if (settled.kind === 'effect') this.#open.delete(settled.id);
    return settled;
  }
}
