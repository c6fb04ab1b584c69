/**
 * The event log's vocabulary: what an instance's log holds, what people read as its history, and what the live stream
 * sends. Stored entries and streamed events are the same thing in the same order.
 *
 * Shapes follow the events contract: new types and fields are additive, clients ignore what they do not know.
 */

/** Any JSON value. @public */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * Statuses of an instance. `waiting` and `retrying` are statuses of their own: a backing-off task is not running.
 *
 * @public
 */
export const INSTANCE_STATUSES = [
  'pending',
  'running',
  'waiting',
  'retrying',
  'suspended',
  'completed',
  'failed',
  'cancelled',
] as const;

/** One of {@link INSTANCE_STATUSES}. @public */
export type InstanceStatus = (typeof INSTANCE_STATUSES)[number];

/** Statuses of one execution of a task: those of an instance, and `skipped`. @public */
export type TaskStatus = InstanceStatus | 'skipped';

/** Whether an instance with this status has ended. @public */
export function isTerminal(status: InstanceStatus): boolean {
  return (
    status === 'completed' || status === 'failed' || status === 'cancelled'
  );
}

/** A value small enough (at most 4096 bytes as JSON) to be written where it belongs. @public */
export interface InlinePayload {
  readonly value: Json;
}

/** A value kept apart: fetch it by `ref` from the payload endpoint of its instance. @public */
export interface PayloadRef {
  readonly ref: string;
  /** Size of the value as UTF-8 JSON text. */
  readonly bytes: number;
  readonly sha256: string;
  /** The first 200 characters of the JSON text. */
  readonly preview: string;
}

/** A value that the reader may not see. @public */
export interface RedactedPayload {
  readonly redacted: true;
  /** What it takes to see it. */
  readonly permission: string;
}

/** A recorded value, inline or by reference. What is answered may be redacted; what is stored never is. @public */
export type Payload = InlinePayload | PayloadRef | RedactedPayload;

/**
 * What went wrong inside a run, as RFC 9457 and the language's error model have it.
 *
 * @public
 */
export interface ErrorDetails {
  /** URI of the kind of error, e.g. `https://serverlessworkflow.io/spec/1.0.0/errors/communication`. */
  readonly type: string;
  readonly status: number;
  readonly title?: string;
  readonly detail?: string;
  /** JSON pointer of the task that raised it. */
  readonly instance?: string;
}

/** A CloudEvent as JSON (CloudEvents 1.0, "JSON Event Format"). @public */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time?: string;
  readonly subject?: string;
  readonly datacontenttype?: string;
  readonly dataschema?: string;
  readonly data?: Json;
  readonly data_base64?: string;
  readonly [extension: string]: Json | undefined;
}

/** Who caused an entry. @public */
export interface Actor {
  readonly kind: 'user' | 'service' | 'system';
  readonly ref?: string;
  readonly reason?: string;
}

/** Which execution of which task an entry is about. @public */
export interface TaskRef {
  /** JSON pointer of the task in its definition, e.g. `/do/2/guard/try/0/dropDb`. */
  readonly ref: string;
  readonly name: string;
  /** Loop indices, outermost first, dot-separated: `37` or `37.2`. */
  readonly iteration?: string;
  /** From 1; absent outside `try` with retry. */
  readonly attempt?: number;
  /** The task key: unique for one execution of the task in its instance. */
  readonly runId: string;
}

/** Data of each type of entry. Times are ISO 8601 in UTC, durations are milliseconds. @public */
export interface EventData {
  'instance.created': {
    readonly input: Payload;
    readonly initiator?: string;
    readonly targetEntity?: string;
    /** The instance of which this one is another run. */
    readonly rerunOf?: string;
    /** What people know it by. */
    readonly businessKey?: string;
    readonly labels?: { readonly [name: string]: string };
    /** The instance, and its effect, that started this one. */
    readonly parent?: {
      readonly instanceId: string;
      readonly effectId: string;
    };
  };
  /** `$runtime` and the limits that the run keeps. */
  'instance.started': {
    readonly runtime?: { readonly name: string; readonly version: string };
    readonly limits?: { readonly [name: string]: number };
  };
  'instance.status_changed': {
    readonly from: InstanceStatus;
    readonly to: InstanceStatus;
    readonly because?: string;
  };
  'instance.completed': {
    readonly output: Payload;
    readonly durationMs: number;
  };
  'instance.failed': {
    readonly error: ErrorDetails;
    /** Whether it can go on: tasks stand at a gate, where somebody may decide what becomes of them. */
    readonly canRetry?: boolean;
  };
  /** The engine has set the instance aside; nothing of it is lost. */
  'instance.suspended': { readonly reason: string };
  /** No further task is to begin; the actor says who asks for it, and why. */
  'instance.suspend_requested': {};
  /** The instance goes on. */
  'instance.resumed': {
    /** Present when the engine had set it aside: the status that it had before. */
    readonly to?: InstanceStatus;
    readonly because?: string;
  };
  /** A replay begins here: what came before is no longer needed to go on. */
  'instance.checkpointed': {
    /** Where the run stands. */
    readonly state: PayloadRef;
  };
  /** An instance that had failed goes on. */
  'instance.retried': {
    /** JSON pointer of the task to begin again with; absent: the tasks that failed run again. */
    readonly from?: string;
    /** Given instead of the input that the task had. */
    readonly input?: Payload;
    /** Task keys of the gates that are decided by it. */
    readonly rerun: readonly string[];
    /** When it goes on with another definition of its workflow. */
    readonly definition?: {
      readonly from: DefinitionVersion;
      readonly to: DefinitionVersion;
    };
  };
  'instance.cancel_requested': {
    /** Whether what runs is not waited for. */
    readonly force?: boolean;
  };
  'instance.cancelled': { readonly forced: boolean };
  /** What somebody asked for was no longer possible; nothing has changed. */
  'instance.act_refused': {
    readonly act: ActKind;
    readonly taskKey?: string;
    readonly why: string;
  };
  'task.started': { readonly kind: string; readonly input: Payload };
  'task.waiting': { readonly kind: 'timer'; readonly until: string };
  'task.completed': {
    readonly output: Payload;
    readonly durationMs: number;
    /** Where the flow goes: a task name, `exit` or `end`; absent for the next task of the list. */
    readonly next?: string;
  };
  'task.failed': {
    readonly error: ErrorDetails;
    /** Whether no enclosing `try` may handle the error. */
    readonly final: boolean;
    /** The task stands at a gate: somebody may have it run again, leave it out, complete it, or let the error through. */
    readonly canRetry?: boolean;
  };
  'task.retry_scheduled': {
    /** The attempt to come, from 2. */
    readonly attempt: number;
    /** Attempts in all that the policy allows, when it limits them. */
    readonly of?: number;
    readonly nextAt: string;
    readonly error: ErrorDetails;
  };
  /** `user`: somebody has decided to leave it out. */
  'task.skipped': { readonly why: 'if' | 'user' };
  'task.cancelled': {};
  /** The task would begin, were its instance not suspended. */
  'task.held': {};
  /** Somebody has decided what becomes of the task; the actor says who, and why. */
  'task.acted': {
    readonly action: 'retry' | 'skip' | 'complete' | 'fail';
    /** With `complete`. */
    readonly output?: Payload;
    /** With `fail`. */
    readonly error?: ErrorDetails;
  };
  'timer.started': {
    readonly timerId: string;
    readonly purpose: 'timeout' | 'turn';
    readonly until: string;
  };
  'timer.fired': {
    readonly timerId: string;
    readonly purpose: TimerPurpose;
  };
  'call.started': {
    readonly callId: string;
    readonly kind: string;
    /** What is called, for people: `GET http://…`. Never holds credentials. */
    readonly target: string;
    readonly request?: Payload;
  };
  'call.completed': {
    readonly callId: string;
    readonly ok: boolean;
    /** HTTP status, when an answer came. */
    readonly status?: number;
    readonly durationMs: number;
    readonly response?: Payload;
    readonly error?: ErrorDetails;
  };
  /** A task waits for an event. */
  'event.awaited': {
    readonly listenId: string;
    /** Of events that it takes; empty when it takes events of any type. */
    readonly eventTypes: readonly string[];
  };
  'event.received': {
    readonly listenId: string;
    /** Which of the filters has taken the event, from 0. */
    readonly expectation: number;
    /** Source and id say which event it is. */
    readonly source?: string;
    readonly eventId?: string;
    readonly event: Payload;
  };
  /** A task asks people, and waits for what they decide. */
  'approval.requested': {
    /** Id of the effect, by which the answer finds it. */
    readonly effectId: string;
    /** What people and the API know it by. */
    readonly approvalId: string;
    readonly title: string;
    /** Entity refs of users and groups. */
    readonly approvers: readonly string[];
    /** What can be decided; the first lets it pass. */
    readonly decisions: readonly string[];
    /** How many people must decide for the first decision. */
    readonly required: number;
    readonly excludeInitiator: boolean;
    /** When it is late. */
    readonly dueAt?: string;
    /** `{ description?, formSchema? }`: what is to be known, and the JSON Schema of what is to be filled in. */
    readonly request: Payload;
  };
  /** People have decided; the actor is who made the vote that counts. */
  'approval.resolved': {
    readonly effectId: string;
    readonly approvalId: string;
    /** `{ decision, by, comment?, data?, decidedAt, votes }`. */
    readonly response: Payload;
  };
}

/** A definition of a workflow, by its version and the hash of its text. @public */
export interface DefinitionVersion {
  readonly version: string;
  readonly hash: string;
}

/** What people can ask of an instance that has begun. @public */
export type ActKind = 'cancel' | 'suspend' | 'resume' | 'retry' | 'act';

/** What a timer is for; `turn` lets a long row of tasks that wait for nothing be committed on the way. @public */
export type TimerPurpose = 'wait' | 'backoff' | 'timeout' | 'turn';

/** Types of entries of the log. @public */
export type EventType = keyof EventData;

/** One entry of an instance's log, as it is stored, paged and streamed. @public */
export type OrchestratorEvent = {
  [T in EventType]: {
    readonly v: 1;
    /** `<epoch>.<seq>`. */
    readonly id: string;
    /** From 1, gap-free within the instance. */
    readonly seq: number;
    readonly type: T;
    readonly time: string;
    readonly instanceId: string;
    readonly workflow: { readonly id: string; readonly version: string };
    readonly task?: TaskRef;
    readonly actor?: Actor;
    readonly data: EventData[T];
  };
}[EventType];

/** The event of one type. @public */
export type EventOf<T extends EventType> = Extract<
  OrchestratorEvent,
  { readonly type: T }
>;
