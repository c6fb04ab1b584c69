import {
  isTerminal,
  type ErrorDetails,
  type EventData,
  type InstanceStatus,
  type OrchestratorEvent,
  type Payload,
  type TaskRef,
  type TaskStatus,
} from './events';

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
  readonly retries: readonly TaskRetry[];
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

const running = { status: 'running', waitingUntil: undefined } as const;

/** The accumulator of one fold: copies the task list at most once and finds tasks by key. */
class Fold {
  #state: InstanceState;
  #tasks: TaskState[] | undefined;
  #indexByKey: Map<string, number> | undefined;

  constructor(state: InstanceState) {
    this.#state = state;
  }

  get state(): InstanceState {
    return this.#state;
  }

  apply(event: OrchestratorEvent) {
    if (event.seq <= this.#state.seq) return;
    if (event.task) {
      this.#applyToTask(event.task, event);
    }
    if (event.type === 'instance.retried') {
      event.data.rerun.forEach(key => this.#passGate(key));
    }
    this.#state = changed(this.#state, {
      ...instanceChange(event, this.#state),
      id: event.instanceId,
      workflow: event.workflow,
      seq: event.seq,
      epoch: epochOf(event.id),
      ...(this.#tasks && { tasks: this.#tasks }),
    });
  }

  #applyToTask(task: TaskRef, event: OrchestratorEvent) {
    if (event.type === 'task.started') {
      tryKeysAround(task).forEach(key => this.#resume(key));
    }
    const before = this.#find(task.runId);
    const change = taskChange(event, before ?? firstSeen(task));
    if (change) this.#put(changed(before ?? firstSeen(task), change));
  }

  /** A task that backs off runs again as soon as something of its body does. */
  #resume(key: string) {
    const task = this.#find(key);
    if (task?.status === 'retrying') this.#put(changed(task, running));
  }

  /** Its error is decided on; whatever runs instead has a key of its own. */
  #passGate(key: string) {
    const task = this.#find(key);
    if (task?.canRetry) this.#put(changed(task, { canRetry: undefined }));
  }

  #find(key: string): TaskState | undefined {
    const index = this.#index().get(key);
    return index === undefined ? undefined : this.#list()[index];
  }

  #put(task: TaskState) {
    this.#tasks ??= [...this.#state.tasks];
    const index = this.#index().get(task.key) ?? this.#tasks.length;
    this.#tasks[index] = task;
    this.#index().set(task.key, index);
  }

  #list(): readonly TaskState[] {
    return this.#tasks ?? this.#state.tasks;
  }

  #index(): Map<string, number> {
    this.#indexByKey ??= new Map(
      this.#list().map((task, index) => [task.key, index]),
    );
    return this.#indexByKey;
  }
}

/**
 * The state after one more event. Never changes `state`; what the event does not touch stays the same object.
 *
 * An event with `seq ≤ state.seq` changes nothing, an event of an unknown type only advances `seq`.
 *
 * @public
 */
export function foldInstance(
  state: InstanceState,
  event: OrchestratorEvent,
): InstanceState {
  return foldEvents([event], state);
}

/**
 * The state after many events, the same as folding them one by one but linear in their number.
 *
 * @param events - in the order of their `seq`
 * @param from - where to begin; the empty instance of the first event when left out
 * @throws TypeError when there is neither an event nor a state to begin with
 * @public
 */
export function foldEvents(
  events: Iterable<OrchestratorEvent>,
  from?: InstanceState,
): InstanceState {
  let fold = from && new Fold(from);
  for (const event of events) {
    fold ??= new Fold(emptyInstance(event.instanceId));
    fold.apply(event);
  }
  if (!fold) {
    throw new TypeError('There is nothing to fold: no event and no state');
  }
  return fold.state;
}

function firstSeen(task: TaskRef): TaskState {
  const { runId: key, ref, name, iteration, attempt } = task;
  return changed<TaskState>(
    { key, ref, name, status: 'pending', retries: [] },
    { iteration, attempt },
  );
}

/** What an event says of the instance itself. Only these events change its status. */
function instanceChange(
  event: OrchestratorEvent,
  state: InstanceState,
): Partial<InstanceState> | undefined {
  switch (event.type) {
    case 'instance.created': {
      const { input, initiator, targetEntity, rerunOf } = event.data;
      const { businessKey, labels, parent } = event.data;
      return {
        createdAt: event.time,
        input,
        initiator,
        targetEntity,
        rerunOf,
        businessKey,
        labels,
        parent: parent && { instanceId: parent.instanceId },
      };
    }
    case 'instance.started':
      return { startedAt: event.time, status: 'running' };
    case 'instance.status_changed':
      return statusChange(state, event.data.to, event.data.because);
    case 'instance.suspended':
      return { status: 'suspended', because: event.data.reason };
    case 'instance.resumed':
      return (
        event.data.to && { status: event.data.to, because: event.data.because }
      );
    case 'instance.retried':
      return statusChange(state, 'running', undefined);
    case 'instance.completed':
      return {
        status: 'completed',
        output: event.data.output,
        endedAt: event.time,
      };
    case 'instance.failed':
      return {
        status: 'failed',
        error: event.data.error,
        canRetry: event.data.canRetry,
        endedAt: event.time,
      };
    case 'instance.cancelled':
      return {
        status: 'cancelled',
        because: event.actor?.reason ?? state.because,
        endedAt: event.time,
      };
    default:
      return undefined;
  }
}

/** An instance that goes on after it had ended has neither end nor error any more. */
function statusChange(
  state: InstanceState,
  status: InstanceStatus,
  because: string | undefined,
): Partial<InstanceState> {
  const goesOn = isTerminal(state.status) && !isTerminal(status);
  return {
    status,
    because,
    ...(goesOn && {
      endedAt: undefined,
      error: undefined,
      output: undefined,
      canRetry: undefined,
    }),
  };
}

/** What an event says of its task. */
function taskChange(
  event: OrchestratorEvent,
  task: TaskState,
): Partial<TaskState> | undefined {
  switch (event.type) {
    case 'task.started':
      return begun(event.time, event.data);
    case 'task.waiting':
      return { status: 'waiting', waitingUntil: event.data.until };
    case 'event.awaited':
      return { status: 'waiting', waitingUntil: undefined };
    case 'approval.requested':
      return awaitingApproval(event.data);
    case 'approval.resolved':
    case 'event.received':
      return isParked(task) ? running : {};
    case 'task.retry_scheduled':
      return retryScheduled(task, event.data);
    case 'timer.fired':
      return isParked(task) && event.data.purpose !== 'timeout' ? running : {};
    case 'task.completed':
      return {
        ...ended('completed', event.time),
        output: event.data.output,
        error: undefined,
      };
    case 'task.failed':
      return {
        ...ended('failed', event.time),
        error: event.data.error,
        canRetry: event.data.canRetry,
      };
    case 'task.held':
      return { status: 'suspended' };
    case 'task.acted':
      return { canRetry: undefined };
    case 'task.skipped':
      return ended('skipped', event.time);
    case 'task.cancelled':
      return ended('cancelled', event.time);
    case 'call.started':
      return { call: { target: event.data.target } };
    case 'call.completed':
      return task.call && { call: answered(task.call, event.data) };
    default:
      return undefined;
  }
}

function begun(
  startedAt: string,
  { kind, input }: { readonly kind: string; readonly input: Payload },
): Partial<TaskState> {
  return {
    ...running,
    kind,
    input,
    startedAt,
    endedAt: undefined,
    output: undefined,
    error: undefined,
    canRetry: undefined,
  };
}

function retryScheduled(
  task: TaskState,
  { attempt, nextAt, error }: TaskRetry,
): Partial<TaskState> {
  return {
    status: 'retrying',
    waitingUntil: nextAt,
    retries: [...task.retries, { attempt, nextAt, error }],
  };
}

function awaitingApproval({
  approvalId: id,
  title,
  approvers,
  dueAt,
}: EventData['approval.requested']): Partial<TaskState> {
  const asked: TaskApproval = { id, title, approvers };
  const approval = changed(asked, { dueAt });
  return { status: 'waiting', waitingUntil: undefined, approval };
}

function ended(status: TaskStatus, endedAt: string): Partial<TaskState> {
  return { status, endedAt, waitingUntil: undefined };
}

function answered(
  call: TaskCall,
  { ok, status }: { readonly ok: boolean; readonly status?: number },
): TaskCall {
  return changed(call, { ok, status });
}

function isParked(task: TaskState): boolean {
  return task.status === 'waiting' || task.status === 'retrying';
}

/**
 * Keys of the `try` tasks whose repeated attempts a task may be part of.
 *
 * A `try` runs in the scope before the attempt's step: around `/do/0/guard/try/0/fetch[3.a2]` is `/do/0/guard[3]`.
 */
function tryKeysAround({ ref, runId }: TaskRef): string[] {
  const scope = runId.slice(ref.length + 1, -1).split('.');
  const scopesOfTries = scope
    .flatMap((step, index) =>
      step.startsWith('a') ? [scope.slice(0, index).join('.')] : [],
    )
    .map(outer => (outer ? `[${outer}]` : ''));
  const refsOfTries = [...ref.matchAll(/\/try\/\d+\//g)].map(match =>
    ref.slice(0, match.index),
  );
  return refsOfTries.flatMap(tryRef =>
    scopesOfTries.map(outer => `${tryRef}${outer}`),
  );
}

function epochOf(eventId: string): string {
  return eventId.slice(0, eventId.lastIndexOf('.'));
}

/** A copy with other values; members changed to `undefined` are left out, as in JSON. */
function changed<T extends object>(before: T, change: Partial<T>): T {
  const after = { ...before, ...change };
  for (const key in change) {
    if (change[key] === undefined) delete after[key];
  }
  return after;
}
