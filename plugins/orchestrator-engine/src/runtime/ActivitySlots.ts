/**
 * Carries out so many activities at once at most, in all, of each workflow and of each kind.
 *
 * Of those that wait, the next one is of the workflow that has fewest running, so that a workflow with few activities never waits
 * behind one with many. One that is cancelled while it waits for its turn is never begun. Waiting for a message takes no slot: it may
 * be long in coming, and whatever else is to be done would wait for it.
 */
import type {
  ActivityCall,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { Counts } from './Counts';
import { neverBegun } from './journalEntries';
import type { WorkerSettings } from './WorkerSettings';

/** Activities of one workflow and one kind that wait for their turn. */
interface Lane {
  readonly workflowId: string;
  readonly kind: ActivityEffect['kind'];
  readonly waiting: Turn[];
}

interface Turn {
  readonly signal: AbortSignal;
  readonly begin: () => void;
}

/** See the module header. */
export class ActivitySlots {
  readonly #lanes = new Map<string, Lane>();
  readonly #byWorkflow = new Counts();
  readonly #byKind = new Counts();
  #running = 0;

  constructor(
    private readonly inner: {
      execute(
        effect: ActivityEffect,
        call: ActivityCall,
      ): Promise<ActivityResult>;
    },
    private readonly limits: Pick<
      WorkerSettings,
      | 'maxRunningActivities'
      | 'maxRunningActivitiesPerWorkflow'
      | 'maxRunningActivitiesByKind'
    >,
  ) {}

  async execute(
    workflowId: string,
    effect: ActivityEffect,
    context: ActivityCall,
  ): Promise<ActivityResult> {
    const { kind } = effect;
    if (isListening(effect)) return this.inner.execute(effect, context);
    if (this.#isFree(workflowId, kind)) this.#count(workflowId, kind, 1);
    else if (!(await this.#turn(workflowId, kind, context.signal))) {
      return neverBegun();
    }
    try {
      return await this.inner.execute(effect, context);
    } finally {
      this.#count(workflowId, kind, -1);
      this.#beginNext();
    }
  }

  /** Resolves when it may begin, and then it counts; `false` when it was cancelled before. */
  #turn(
    workflowId: string,
    kind: ActivityEffect['kind'],
    signal: AbortSignal,
  ): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise(resolve => {
      const giveUp = () => resolve(false);
      signal.addEventListener('abort', giveUp, { once: true });
      const begin = () => {
        signal.removeEventListener('abort', giveUp);
        this.#count(workflowId, kind, 1);
        resolve(true);
      };
      this.#laneOf(workflowId, kind).waiting.push({ signal, begin });
      this.#beginNext();
    });
  }

  #beginNext() {
    for (let lane = this.#next(); lane; lane = this.#next()) {
      const turn = lane.waiting.shift();
      if (lane.waiting.length === 0) this.#lanes.delete(keyOf(lane));
      if (turn && !turn.signal.aborted) turn.begin();
    }
  }

  /** The lane whose turn it is. Lanes are kept in the order in which they came to wait. */
  #next(): Lane | undefined {
    if (this.#running >= this.limits.maxRunningActivities) return undefined;
    let next: Lane | undefined;
    for (const lane of this.#lanes.values()) {
      if (this.#isOpen(lane) && (!next || this.#isBefore(lane, next))) {
        next = lane;
      }
    }
    return next;
  }

  /** Whether it may begin at once: nobody waits, and there is a slot. */
  #isFree(workflowId: string, kind: ActivityEffect['kind']): boolean {
    return (
      this.#lanes.size === 0 &&
      this.#running < this.limits.maxRunningActivities &&
      this.#isOpen({ workflowId, kind })
    );
  }

  #isOpen({ workflowId, kind }: Omit<Lane, 'waiting'>): boolean {
    const { maxRunningActivitiesPerWorkflow, maxRunningActivitiesByKind } =
      this.limits;
    const maxOfKind = maxRunningActivitiesByKind[kind] ?? Infinity;
    return (
      this.#byWorkflow.of(workflowId) < maxRunningActivitiesPerWorkflow &&
      this.#byKind.of(kind) < maxOfKind
    );
  }

  #isBefore(a: Lane, b: Lane): boolean {
    return (
      this.#byWorkflow.of(a.workflowId) < this.#byWorkflow.of(b.workflowId)
    );
  }

  #laneOf(workflowId: string, kind: ActivityEffect['kind']): Lane {
    const lane = { workflowId, kind, waiting: [] };
    const known = this.#lanes.get(keyOf(lane));
    if (known) return known;
    this.#lanes.set(keyOf(lane), lane);
    return lane;
  }

  #count(workflowId: string, kind: string, more: number) {
    this.#running += more;
    this.#byWorkflow.add(workflowId, more);
    this.#byKind.add(kind, more);
  }
}

function isListening(effect: ActivityEffect): boolean {
  return effect.kind === 'asyncapi' && effect.action.kind === 'receive';
}

function keyOf({ workflowId, kind }: Lane): string {
  return `${kind} ${workflowId}`;
}
