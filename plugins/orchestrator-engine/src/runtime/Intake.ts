/**
 * Decides what of that which comes to an instance its run is told, and notes it in the step.
 *
 * Made by the {@link Journal}, with which it shares the open effects, the events that were taken, and the step.
 *
 * - J4 A settlement is answered in the order in which it came, and stands in the log in that order.
 * - J5 What somebody asks for too late is noted as refused, and changes nothing.
 * - J6 No task takes the same event twice, nor one that another had taken before it began to listen.
 */
import {
  parseTaskKey,
  type CloudEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { askingOf } from '../interpreter/askingOf';
import { gatesDecided } from '../interpreter/decisions';
import type {
  Asked,
  Effect,
  ReceivedEvent,
  Settled,
} from '../interpreter/DurableHost';
import { refused } from './acts/actEntries';
import type { TakenEvents } from './events/TakenEvents';
import type { OpenEffects } from './OpenEffects';
import { refusalOf } from './acts/refusalOf';
import type { Replay } from './Replay';
import { SecretMask } from './secrets/SecretMask';
import type { NewEntry, Settlement } from './Settlement';
import { SettlementQueue } from './SettlementQueue';
import type { StepWriter } from './StepWriter';

/** What the intake shares with its journal. */
export interface IntakeParts {
  readonly replay: Replay;
  readonly effects: OpenEffects;
  readonly taken: TakenEvents;
  readonly step: StepWriter;
}

type EffectSettled = Extract<Settled, { readonly kind: 'effect' }>;

/** See the module header. */
export class Intake {
  readonly #queue = new SettlementQueue();
  readonly #replay: Replay;
  readonly #effects: OpenEffects;
  readonly #taken: TakenEvents;
  readonly #step: StepWriter;
  #mask = new SecretMask({});
  #asksPeople: (taskKey: string) => boolean = () => false;

  constructor({ replay, effects, taken, step }: IntakeParts) {
    this.#replay = replay;
    this.#effects = effects;
    this.#taken = taken;
    this.#step = step;
  }

  /** What is going to run. */
  follow(definition: WorkflowDefinition): void {
    this.#asksPeople = taskKey =>
      askingOf(definition, parseTaskKey(taskKey).ref).people;
  }

  /** What the run must not come to know from outside. */
  hide(mask: SecretMask): void {
    this.#mask = mask;
  }

  /** Something has come. */
  add(settlement: Settlement): void {
    this.#queue.add(settlement);
  }

  /** Something has begun or ended that settles nothing: it may be time to park. */
  lookAgain(): void {
    this.#queue.lookAgain();
  }

  /** Resolves when there is something to look at. */
  news(): Promise<void> {
    return this.#queue.news();
  }

  /** The next settlement that the run waits for; what nobody waits for any more is taken note of on the way. */
  next(): Settled | undefined {
    for (;;) {
      const untold = this.#queue.take();
      if (!untold) return undefined;
      // Not sooner: what came before the run began was not yet known to hold a secret.
      const told = this.#tell(this.#mask.of(untold));
      if (told) return told;
    }
  }

  #tell(settlement: Settlement): Settled | undefined {
    const { settled } = settlement;
    if (settled.kind === 'effect') {
      // A timer may have fired just before it was cancelled.
      if (this.#isAwaited(settled)) return this.answer(settlement);
      this.#takeSignalOf(settlement);
      return undefined;
    }
    const why = this.#refusalOf(settled, settlement);
    if (why === undefined) return this.answer(settlement);
    this.#takeSignalOf(settlement);
    this.#step.write(refused(settled, why));
    return undefined;
  }

  /** J4: notes that the run is told this. */
  answer(settlement: Settlement): Settled {
    const entry = this.#entryOf(settlement);
    this.#takeSignalOf(settlement);
    this.#effects.follow(entry);
    this.#step.write(entry);
    return settlement.settled;
  }

  /** What the run was told next, while it is replayed. */
  answerAgain(): Settled {
    const { settled, entry } = this.#replay.nextSettlement();
    this.#effects.follow(entry);
    if (settled.kind === 'effect') this.#remove(settled);
    return settled;
  }

  /** J6 */
  #isAwaited(settled: EffectSettled): boolean {
    if (!this.#effects.awaits(settled.id)) return false;
    const effect = this.#effects.find(settled.id);
    return (
      effect?.kind !== 'listen' ||
      this.#taken.isLeftFor(effect.taskKey, receivedIn(settled))
    );
  }

  /** J6 */
  #remove(settled: EffectSettled): Effect | undefined {
    const effect = this.#effects.remove(settled.id);
    if (effect?.kind !== 'listen') return effect;
    this.#taken.take(effect.taskKey, receivedIn(settled));
    if (this.#replay.isOver) this.#step.waits.end(effect.id);
    return effect;
  }

  /** J5 */
  #refusalOf(act: Asked, { afterSeq }: Settlement): string | undefined {
    const { row, decidedSeq } = this.#step;
    if (afterSeq !== undefined && afterSeq < decidedSeq) {
      return 'It has gone on since this was asked for';
    }
    return refusalOf(act, {
      status: row.status,
      ofTask: taskKey => this.#effects.ofTask(taskKey),
      asksPeople: this.#asksPeople,
    });
  }

  /** The entry of a settlement, with what only the run knows. */
  #entryOf({ settled, entry }: Settlement): NewEntry {
    if (settled.kind === 'effect') {
      const effect = this.#remove(settled);
      return { taskKey: effect?.taskKey, ...entry };
    }
    if (settled.kind !== 'retry') return entry;
    const gates = gatesDecided(this.#effects.gates, settled.from);
    const rerun = gates.map(({ taskKey }) => taskKey);
    return { ...entry, data: { ...entry.data, rerun } };
  }

  #takeSignalOf({ signalId }: Settlement) {
    if (signalId) this.#step.takeSignal(signalId);
  }
}

/** The event that has settled a listener. */
function receivedIn({ outcome }: EffectSettled): CloudEvent {
  if (!outcome.ok) throw new Error('A listener has failed');
  return (outcome.value as unknown as ReceivedEvent).event;
}
