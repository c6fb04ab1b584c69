/**
 * Runs routines over a host: multiplexes the branches of one instance and is the only place where anything waits.
 *
 * Owns the fibers (one per running branch) and the effects they wait for. Deterministic: given the same settlements in
 * the same order, it starts the same effects in the same order.
 *
 * - D1 A cancelled branch has stopped, its running activity included, before its parent goes on.
 * - D2 Nothing but {@link DurableHost.race} decides what comes next; a breath only gives way.
 */
import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import { assertNever } from '../assertNever';
import type { TaskAction } from '../TaskAction';
import {
  gatesDecided,
  GoingBack,
  isDecidable,
  TaskDecided,
  type Decision,
} from './decisions';
import type {
  Asked,
  DurableHost,
  Effect,
  GateEffect,
  Settled,
} from './DurableHost';
import { endsAtOnce } from './endsAtOnce';
import type { End, Fiber } from './Fiber';
import { Join } from './Join';
import type { Branch, Operation, Routine } from './routine';
import { WorkflowError } from './WorkflowError';

/** How a driven routine ended. */
export type Drive<T> =
  | { readonly kind: 'returned'; readonly value: T }
  | { readonly kind: 'threw'; readonly error: unknown }
  | {
      readonly kind: 'cancelled';
      readonly by: Actor;
      /** Whether what ran was not waited for. */
      readonly isForced: boolean;
    };

/** Called by the driver as the run goes on. */
export interface DriverObserver {
  /** Time has moved on to the settlement that is about to be handled. */
  onSettled(settled: Settled): void;
  /** Nothing is left to do but wait for these. */
  onWaiting(effects: readonly Effect[]): void;
}

/** See the module header. */
export class Driver {
  readonly #waiting = new Map<string, { fiber: Fiber; effect: Effect }>();
  readonly #ready: Fiber[] = [];
  #held: Fiber[] = [];
  #cancelled: { readonly by: Actor; readonly isForced: boolean } | undefined;
  #end: End | undefined;
  #root: Fiber | undefined;

  constructor(
    private readonly host: DurableHost,
    private readonly observer: DriverObserver,
  ) {}

  /** Runs the branch to its end. Never rejects but when the host does. */
  async drive<T>(branch: Branch<T>): Promise<Drive<T>> {
    this.#root = this.#beginRoot(branch);
    this.#resume(this.#root, routine => routine.next());
    for (;;) {
      await this.#takeTurns();
      if (this.#end) break;
      this.observer.onWaiting([...this.#waiting.values()].map(w => w.effect));
      this.#settle(this.#root, await this.host.race());
    }
    return this.#result(this.#end);
  }

  /** Whether a branch, or an effect, has been told to end and has not yet ended. */
  get isUnwinding(): boolean {
    return [...this.#waiting.values()].some(
      ({ fiber }) => fiber.isCancelled || fiber.decided !== undefined,
    );
  }

  /** Lets each fiber that can go on do so, in the order in which they came to that. */
  async #takeTurns() {
    for (;;) {
      const fiber = this.#ready.shift();
      if (!fiber) return;
      if (fiber.waiting?.kind !== 'turn') continue;
      const breath = this.host.breathe();
      if (breath) await breath;
      fiber.waiting = undefined;
      this.#resume(fiber, routine => routine.next());
    }
  }

  #result<T>(end: End): Drive<T> {
    if (end.kind === 'threw') return end;
    if (this.#cancelled) return { kind: 'cancelled', ...this.#cancelled };
    if (end.kind === 'returned') {
      return { kind: 'returned', value: end.value as T };
    }
    throw new Error('The run stopped without having been cancelled');
  }

  #beginRoot(branch: Branch<unknown>): Fiber {
    return this.#begin(branch, end => {
      this.#end = end;
    });
  }

  /** No fiber is unwound: what is under way goes on as part of the new branch. */
  #restart(branch: Branch<unknown>) {
    this.#waiting.clear();
    this.#ready.length = 0;
    this.#held = [];
    this.#root = this.#beginRoot(branch);
    this.#takeTurnLater(this.#root);
  }

  #begin(branch: Branch<unknown>, onEnd: Fiber['onEnd']): Fiber {
    return { routine: branch(), onEnd, isCancelled: false };
  }

  #settle(root: Fiber, settled: Settled) {
    this.observer.onSettled(settled);
    switch (settled.kind) {
      case 'effect':
        this.#settleEffect(settled);
        break;
      case 'cancel':
        this.#cancelAll(root, settled);
        break;
      case 'suspend':
        break;
      case 'resume':
        this.#releaseHeld();
        break;
      case 'retry':
        this.#retry(settled);
        break;
      case 'act':
        this.#decideOn(settled.taskKey, settled.action);
        break;
      default:
        assertNever(settled, 'settlement');
    }
  }

  #settleEffect({ id, outcome }: Extract<Settled, { kind: 'effect' }>) {
    const wait = this.#waiting.get(id);
    if (!wait) throw new Error(`Nothing waits for effect ${id}`);
    const { fiber } = wait;
    const { decided } = fiber;
    this.#forget(fiber, id);
    if (fiber.isCancelled) this.#stop(fiber);
    else if (decided) this.#resume(fiber, r => r.throw(decided));
    else if (outcome.ok) this.#resume(fiber, r => r.next(outcome.value));
    else this.#resume(fiber, r => r.throw(new WorkflowError(outcome.error)));
  }

  #cancelAll(
    root: Fiber,
    { actor, force }: { readonly actor: Actor; readonly force: boolean },
  ) {
    this.#cancelled =
      force || !this.#cancelled
        ? { by: actor, isForced: force }
        : this.#cancelled;
    this.#cancel(root, force);
  }

  #releaseHeld() {
    const held = this.#held.filter(({ waiting }) => waiting?.kind === 'hold');
    this.#held = [];
    for (const fiber of held) this.#takeTurnLater(fiber);
  }

  /** Gates that the first of those decided makes the run leave are decided with it. */
  #retry({ from, input }: Extract<Asked, { kind: 'retry' }>) {
    for (const gate of gatesDecided(this.#gates(), from)) {
      const wait = this.#waiting.get(gate.id);
      if (!wait) continue;
      this.host.cancel(gate);
      this.#forget(wait.fiber, gate.id);
      if (from === undefined || from === gate.pointer) {
        this.#resume(wait.fiber, r => r.next({ kind: 'retry', input }));
      } else {
        this.#resume(wait.fiber, r => r.throw(new GoingBack(from, input)));
      }
    }
  }

  #gates(): GateEffect[] {
    return [...this.#waiting.values()].flatMap(({ effect }) =>
      effect.kind === 'gate' ? effect : [],
    );
  }

  /** The effect that the task waits for is given up, and has stopped when the task ends as decided (D1). */
  #decideOn(taskKey: string, action: TaskAction) {
    const wait = [...this.#waiting.values()].find(
      ({ effect }) => effect.taskKey === taskKey && isDecidable(effect),
    );
    if (!wait) throw new Error(`Nothing can be decided of ${taskKey}`);
    const { fiber, effect } = wait;
    this.host.cancel(effect);
    if (effect.kind === 'gate') {
      this.#forget(fiber, effect.id);
      this.#resume(fiber, r => r.next(action satisfies Decision));
      return;
    }
    if (action.kind !== 'retry') {
      fiber.decided = new TaskDecided(taskKey, action);
    }
    if (!endsAtOnce(effect)) return;
    const { decided } = fiber;
    this.#forget(fiber, effect.id);
    this.#resume(fiber, r => (decided ? r.throw(decided) : r.next(null)));
  }

  #forget(fiber: Fiber, effectId: string) {
    this.#waiting.delete(effectId);
    fiber.waiting = undefined;
    fiber.decided = undefined;
  }

  /** Lets a fiber run up to its next wait or its end. */
  #resume(
    fiber: Fiber,
    step: (routine: Routine<unknown>) => IteratorResult<Operation, unknown>,
  ) {
    let result: IteratorResult<Operation, unknown>;
    try {
      result = step(fiber.routine);
    } catch (error) {
      fiber.onEnd({ kind: 'threw', error });
      return;
    }
    if (result.done) fiber.onEnd({ kind: 'returned', value: result.value });
    else this.#wait(fiber, result.value);
  }

  #wait(fiber: Fiber, operation: Operation) {
    switch (operation.kind) {
      case 'breathe':
        this.#takeTurnLater(fiber);
        break;
      case 'hold':
        fiber.waiting = { kind: 'hold' };
        this.#held.push(fiber);
        break;
      case 'perform':
        this.#perform(fiber, operation.effect);
        break;
      case 'restart':
        this.#restart(operation.branch);
        break;
      default:
        this.#join(fiber, operation);
    }
  }

  #takeTurnLater(fiber: Fiber) {
    fiber.waiting = { kind: 'turn' };
    this.#ready.push(fiber);
  }

  #perform(fiber: Fiber, effect: Effect) {
    fiber.waiting = effect;
    this.#waiting.set(effect.id, { fiber, effect });
    this.host.start(effect);
  }

  #join(
    parent: Fiber,
    { kind, branches }: Extract<Operation, { kind: 'all' | 'first' }>,
  ) {
    const join = new Join(kind, branches.length);
    const onChildEnd = (index: number) => (end: End) => {
      if (join.note(index, end)) {
        join.children.forEach(child => this.#cancel(child));
      }
      // Cancelling siblings above may already have ended the last of them, and with it this join.
      if (join.isOver && parent.waiting === join) this.#leave(parent, join.end);
    };
    join.children.push(
      ...branches.map((branch, i) => this.#begin(branch, onChildEnd(i))),
    );
    parent.waiting = join;
    if (join.isOver) this.#leave(parent, join.end);
    for (const child of join.children) {
      if (join.isDecided) child.onEnd({ kind: 'stopped' });
      else this.#resume(child, routine => routine.next());
    }
  }

  /** All children of a join have ended: the parent goes on, or stops if it was cancelled meanwhile. */
  #leave(parent: Fiber, end: End) {
    parent.waiting = undefined;
    if (parent.isCancelled) this.#stop(parent);
    else if (end.kind === 'threw')
      this.#resume(parent, r => r.throw(end.error));
    else if (end.kind === 'returned') {
      this.#resume(parent, r => r.next(end.value));
    }
  }

  /** D1: the fiber ends once all it waits for has ended. @param force - what it waits for is not waited for any more */
  #cancel(fiber: Fiber, force = false) {
    const { waiting } = fiber;
    if (!waiting || (fiber.isCancelled && !force)) return;
    fiber.isCancelled = true;
    if (waiting.kind === 'join') {
      waiting.children.forEach(child => this.#cancel(child, force));
      return;
    }
    if (waiting.kind !== 'turn' && waiting.kind !== 'hold') {
      this.host.cancel(waiting);
      if (!force && !endsAtOnce(waiting)) return;
      this.#waiting.delete(waiting.id);
    }
    fiber.waiting = undefined;
    this.#stop(fiber);
  }

  /** Unwinds a cancelled routine; its `finally` blocks run and must not yield. */
  #stop(fiber: Fiber) {
    try {
      fiber.routine.return(undefined);
    } catch (error) {
      fiber.onEnd({ kind: 'threw', error });
      return;
    }
    fiber.onEnd({ kind: 'stopped' });
  }
}
