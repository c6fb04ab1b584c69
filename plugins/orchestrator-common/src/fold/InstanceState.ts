import type {
  ErrorDetails,
  InstanceStatus,
  Payload,
  TaskStatus,
} from '../events';

/**
 * An instance as its event log tells it, complete up to `seq`.
 *
 * Plain JSON: what the API answers, what a live stream begins with, what pages draw. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface InstanceState {
  readonly id: string;
  readonly workflow: { readonly id: string; readonly version: string };
  /** Of the last event folded; 0 before the first. */
  readonly seq: number;
  readonly epoch: string;
  readonly status: InstanceStatus;
  /** Why it has this status, in one line. */
  readonly because?: string;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly initiator?: string;
  readonly targetEntity?: string;
  readonly input?: Payload;
  readonly output?: Payload;
  readonly error?: ErrorDetails;
  /** Whether it has failed and can go on. */
  readonly canRetry?: boolean;
  /** The instance of which this one is another run. */
  readonly rerunOf?: string;
  /** What people know it by. */
  readonly businessKey?: string;
  /** What people sort it by. */
  readonly labels?: { readonly [name: string]: string };
  /** The instance that has started it. */
  readonly parent?: { readonly instanceId: string };
  /** One for each execution of a task, in the order in which they first appear. */
  readonly tasks: readonly TaskState[];
  /** How many that have ended are not among them, for there are many: `listTaskRuns` has all. Default: none. */
  readonly tasksLeftOut?: number;
}

/** One execution of a task. @public */
export interface TaskState {
  /** The task key, unique in the instance. */
  readonly key: string;
  /** JSON pointer of the task in its definition. */
  readonly ref: string;
  readonly name: string;
  readonly kind?: string;
  /** Loop indices, outermost first: `37` or `37.2`. */
  readonly iteration?: string;
  readonly attempt?: number;
  readonly status: TaskStatus;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly input?: Payload;
  readonly output?: Payload;
  readonly error?: ErrorDetails;
  /** Whether it has failed and stands at a gate, where somebody may decide what becomes of it. */
  readonly canRetry?: boolean;
  /** While it waits or backs off: until when. */
  readonly waitingUntil?: string;
  /** The latest ones, in order. */
  readonly retries: readonly TaskRetry[];
  /** How many earlier ones are not among them, for there are many: the log has all. Default: none. */
  readonly retriesLeftOut?: number;
  /** What it asks people, or has asked them. */
  readonly approval?: TaskApproval;
  /** The last call it made. */
  readonly call?: TaskCall;
}

/** A try that failed and was scheduled again. @public */
export interface TaskRetry {
  /** The attempt that was scheduled, from 2. */
  readonly attempt: number;
  readonly nextAt: string;
  readonly error: ErrorDetails;
}

/** A question to people. @public */
export interface TaskApproval {
  /** What the API knows it by. */
  readonly id: string;
  readonly title: string;
  /** Entity refs of users and groups. */
  readonly approvers: readonly string[];
  /** When it is late. */
  readonly dueAt?: string;
}

/** A call to the outside. @public */
export interface TaskCall {
  /** What is called, for people. */
  readonly target: string;
  /** The HTTP status, when an answer came. */
  readonly status?: number;
  /** Whether it succeeded; absent while it is under way. */
  readonly ok?: boolean;
}

/** The state before the first event; what the events know replaces what is empty here. @public */
export function emptyInstance(id: string): InstanceState {
  return {
    id,
    workflow: { id: '', version: '' },
    seq: 0,
    epoch: '',
    status: 'pending',
    createdAt: '',
    tasks: [],
  };
}

/**
 * Whether the log has told how the instance ended. Only then its output or error is there: the change of its status comes
 * an event earlier.
 *
 * @public
 */
export function hasEnded(state: InstanceState): boolean {
  return state.endedAt !== undefined;
}
