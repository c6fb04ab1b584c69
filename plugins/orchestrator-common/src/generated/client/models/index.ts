// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
/* tslint:disable */
/* eslint-disable */
/** @public */
export interface Actor {
    kind: ActorKind;
    ref?: string;
    reason?: string;
}



/** @public */
export const ActorKind = {
    User: 'user',
    Service: 'service',
    System: 'system'
} as const;
/** @public */
export type ActorKind = typeof ActorKind[keyof typeof ActorKind];

/** @public */
export interface AddNodeRequest {
    name: string;
    task: { [key: string]: any; };
    /**
     * JSON pointer of the list. Default: the top level.
     */
    container?: string;
    /**
     * Place in the list, from 0. Default: at its end.
     */
    index?: number;
    position?: CanvasPosition;
}
/** @public */
export interface ApiInfo {
    /**
     * Of this contract.
     */
    version: string;
}
/**
 * A question that a run asks people.
 * @public
 */
export interface Approval {
    id: string;
    instanceId: string;
    workflow: WorkflowVersion;
    /**
     * Key of the task's execution.
     */
    task: string;
    /**
     * Who has started the run.
     */
    initiator?: string;
    /**
     * The entity that the run is for.
     */
    entityRef?: string;
    title: string;
    /**
     * Markdown.
     */
    description?: string;
    /**
     * JSON Schema of what is to be filled in.
     */
    formSchema?: { [key: string]: any; };
    /**
     * Entity refs of users and groups.
     */
    approvers: Array<string>;
    /**
     * What can be decided; the first lets it pass.
     */
    decisions: Array<string>;
    /**
     * How many people must decide for the first decision.
     */
    required: number;
    /**
     * Whether who has started the run cannot decide.
     */
    excludeInitiator: boolean;
    status: ApprovalStatus;
    /**
     * Whether it is pending and overdue.
     */
    isLate: boolean;
    /**
     * ISO 8601 in UTC.
     */
    requestedAt: string;
    /**
     * ISO 8601 in UTC.
     */
    dueAt?: string;
    /**
     * When it was decided or withdrawn, ISO 8601 in UTC.
     */
    closedAt?: string;
    /**
     * The one that counts.
     */
    decision?: string;
    /**
     * What people have decided, oldest first.
     */
    votes: Array<ApprovalVote>;
    /**
     * Whether the caller may decide it now.
     */
    mayDecide: boolean;
}


/** @public */
export interface ApprovalDecisionRequest {
    /**
     * One of the approval's `decisions`.
     */
    decision: string;
    comment?: string;
    /**
     * Any JSON value.
     */
    data?: any | null;
}
/** @public */
export interface ApprovalPage {
    items: Array<Approval>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
}

/** @public */
export const ApprovalScope = {
    Mine: 'mine',
    Groups: 'groups',
    All: 'all'
} as const;
/** @public */
export type ApprovalScope = typeof ApprovalScope[keyof typeof ApprovalScope];


/**
 * `withdrawn`: the task has ended, or gone another way, before it was decided.
 * @public
 */
export const ApprovalStatus = {
    Pending: 'pending',
    Decided: 'decided',
    Withdrawn: 'withdrawn'
} as const;
/** @public */
export type ApprovalStatus = typeof ApprovalStatus[keyof typeof ApprovalStatus];

/**
 * What one person has decided.
 * @public
 */
export interface ApprovalVote {
    decision: string;
    /**
     * Entity ref.
     */
    by: string;
    comment?: string;
    /**
     * Any JSON value.
     */
    data?: any | null;
    /**
     * ISO 8601 in UTC.
     */
    decidedAt: string;
}
/** @public */
export interface AuthToken {
    /**
     * Who issued it, e.g. `github`.
     */
    provider: string;
    token: string;
}
/**
 * What the run waits for.
 * @public
 */
export interface Blocker {
    /**
     * What has to happen: `timer`, `event`, `approval`, `child`, `call`, `retry`, `decision` on what has failed, `resume`.
     */
    kind: BlockerKindEnum;
    /**
     * Key of the task's execution.
     */
    task?: string;
    /**
     * The task's name.
     */
    name?: string;
    /**
     * For people.
     */
    because: string;
    /**
     * ISO 8601 in UTC.
     */
    until?: string;
}


/**
 * @public
 */
export const BlockerKindEnum = {
    Timer: 'timer',
    Event: 'event',
    Approval: 'approval',
    Child: 'child',
    Call: 'call',
    Retry: 'retry',
    Decision: 'decision',
    Resume: 'resume'
} as const;
/** @public */
export type BlockerKindEnum = typeof BlockerKindEnum[keyof typeof BlockerKindEnum];


/** @public */
export const BulkAction = {
    Suspend: 'suspend',
    Resume: 'resume',
    Cancel: 'cancel',
    Retry: 'retry',
    Delete: 'delete'
} as const;
/** @public */
export type BulkAction = typeof BulkAction[keyof typeof BulkAction];

/** @public */
export interface BulkPreview {
    /**
     * On how many instances the job would act.
     */
    total: number;
    /**
     * How many of these are in a state in which the action means nothing now; the job would skip them.
     */
    unsuited: number;
    /**
     * How many more the query finds, that the caller may see but not act on. They would not be in the job.
     */
    forbidden: number;
    /**
     * The first ones.
     */
    sample: Array<InstanceSummary>;
}
/**
 * As the parameters of `listInstances`; `ids` are those of instances.
 * @public
 */
export interface BulkQuery {
    ids?: Array<string>;
    workflowId?: Array<string>;
    status?: Array<InstanceStatus>;
    running?: boolean;
    entityRef?: string;
    initiator?: string;
    businessKey?: string;
    parentId?: string;
    label?: Array<string>;
    q?: string;
    startedAfter?: string;
    startedBefore?: string;
}
/** @public */
export interface BulkRequest {
    action: BulkAction;
    query: BulkQuery;
    /**
     * With `cancel`: does not wait for what runs.
     */
    force?: boolean;
    /**
     * Why; kept in the event logs.
     */
    reason?: string;
    /**
     * Whether the job begins only when it is resumed.
     */
    paused?: boolean;
}


/**
 * The last event before the server closes the live stream.
 * @public
 */
export interface ByeEvent {
    reason: ByeReason;
    /**
     * When to come back.
     */
    reconnectAfterMs?: number;
}



/** @public */
export const ByeReason = {
    Finished: 'finished',
    Shutdown: 'shutdown',
    TokenExpired: 'token-expired',
    MaxAge: 'max-age',
    Forbidden: 'forbidden',
    SlowConsumer: 'slow-consumer'
} as const;
/** @public */
export type ByeReason = typeof ByeReason[keyof typeof ByeReason];

/** @public */
export interface CancelRequest {
    /**
     * Why; kept in the event log.
     */
    reason?: string;
    /**
     * Whether not to wait for what runs.
     */
    force?: boolean;
}
/**
 * A list of tasks.
 * @public
 */
export interface CanvasContainer {
    /**
     * JSON pointer of the list.
     */
    id: string;
    role: CanvasContainerRoleEnum;
    /**
     * Id of the task that holds it.
     */
    owner?: string;
    label?: string;
    position: CanvasPosition;
    size: CanvasSize;
}


/**
 * @public
 */
export const CanvasContainerRoleEnum = {
    Workflow: 'workflow',
    Body: 'body',
    Branches: 'branches',
    Try: 'try',
    Catch: 'catch',
    Foreach: 'foreach'
} as const;
/** @public */
export type CanvasContainerRoleEnum = typeof CanvasContainerRoleEnum[keyof typeof CanvasContainerRoleEnum];

/**
 * A task, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends.
 * @public
 */
export interface CanvasNode {
    /**
     * JSON pointer of the task; of a point that of its container and its kind.
     */
    id: string;
    /**
     * Empty for a point.
     */
    name: string;
    /**
     * Kind of the task, e.g. `set`; or `start`, `end`, `stop`.
     */
    kind: string;
    /**
     * JSON pointer of the list it stands in.
     */
    container: string;
    /**
     * The task as the definition has it.
     */
    task?: { [key: string]: any; };
    position: CanvasPosition;
    size: CanvasSize;
}
/** @public */
export interface CanvasPosition {
    x: number;
    y: number;
}
/** @public */
export interface CanvasSize {
    width: number;
    height: number;
}
/**
 * CloudEvents 1.0 in JSON. Further attributes are extensions.
 * @public
 */
export interface CloudEvent {
    [key: string]: any | any;
    specversion: CloudEventSpecversionEnum;
    /**
     * Unique within its source.
     */
    id: string;
    source: string;
    type: string;
    subject?: string;
    time?: string;
    datacontenttype?: string;
    dataschema?: string;
    /**
     * Any JSON value.
     */
    data?: any | null;
    dataBase64?: string;
}


/**
 * @public
 */
export const CloudEventSpecversionEnum = {
    _10: '1.0'
} as const;
/** @public */
export type CloudEventSpecversionEnum = typeof CloudEventSpecversionEnum[keyof typeof CloudEventSpecversionEnum];

/** @public */
export interface CompleteTaskRequest {
    /**
     * Any JSON value.
     */
    output: any | null;
    /**
     * Why; kept in the event log.
     */
    reason?: string;
}
/** @public */
export interface CreateWebhookRequest {
    url: string;
    events: Array<string>;
    /**
     * Only events of these workflows. Default: of all.
     */
    workflowIds?: Array<string>;
    /**
     * `whsec_` and 24 to 64 bytes in base64. Default: a random one.
     */
    secret?: string;
}
/** @public */
export interface CreatedWebhook {
    id: string;
    url: string;
    /**
     * Types of lifecycle events without `io.serverlessworkflow.` and `.v1`, e.g. `workflow.faulted`; `workflow.*` for all that begin so.
     */
    events: Array<string>;
    /**
     * Only events of these workflows; of all when empty.
     */
    workflowIds: Array<string>;
    enabled: boolean;
    /**
     * Why it was switched off, when nobody did it.
     */
    disabledBecause?: string;
    /**
     * Since when no attempt has gone well, ISO 8601 in UTC.
     */
    failingSince?: string;
    /**
     * Until when the secret before signs, too, ISO 8601 in UTC.
     */
    previousSecretUntil?: string;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    createdBy: string;
    /**
     * Shown this once.
     */
    secret?: string;
}
/** @public */
export interface DefinitionProblem {
    /**
     * Stable, e.g. `UNSUPPORTED`.
     */
    code: string;
    severity: ProblemSeverity;
    message: string;
    /**
     * JSON pointer into the definition.
     */
    pointer: string;
    line: number;
    column: number;
    /**
     * What was probably meant.
     */
    suggestion?: string;
}


/**
 * One text that a workflow has had.
 * @public
 */
export interface DefinitionVersion {
    /**
     * As the definition has it.
     */
    version: string;
    /**
     * SHA-256 of the text.
     */
    hash: string;
    /**
     * Whether it is what runs now.
     */
    current: boolean;
    /**
     * Whether no problem is an error.
     */
    valid: boolean;
    /**
     * When it was first published, ISO 8601 in UTC.
     */
    loadedAt: string;
}
/** @public */
export interface DefinitionVersionPage {
    items: Array<DefinitionVersion>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
}
/** @public */
export interface Delivery {
    /**
     * What is sent as `webhook-id`.
     */
    id: string;
    webhookId: string;
    /**
     * The CloudEvent's id.
     */
    eventId: string;
    /**
     * As in `events`, or `webhook.test`.
     */
    eventType: string;
    instanceId?: string;
    status: DeliveryStatus;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    /**
     * When it is sent next, ISO 8601 in UTC.
     */
    nextAt?: string;
    attempts: Array<DeliveryAttempt>;
}


/** @public */
export interface DeliveryAttempt {
    /**
     * ISO 8601 in UTC.
     */
    at: string;
    /**
     * The HTTP status, when an answer came.
     */
    status?: number;
    durationMs: number;
    /**
     * How the answer begins: 1 kB at most.
     */
    answer?: string;
    /**
     * Why no answer came.
     */
    error?: string;
}
/** @public */
export interface DeliveryPage {
    items: Array<Delivery>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
}

/** @public */
export const DeliveryStatus = {
    Pending: 'pending',
    Delivered: 'delivered',
    Failed: 'failed'
} as const;
/** @public */
export type DeliveryStatus = typeof DeliveryStatus[keyof typeof DeliveryStatus];

/**
 * How many more there are of each kind than the answer has.
 * @public
 */
export interface DifferencesLeftOut {
    input: number;
    output: number;
    tasks: number;
}
/** @public */
export interface DryRunRequest {
    /**
     * The workflow's input.
     */
    inputData?: { [key: string]: any; };
    /**
     * By JSON pointer of the task.
     */
    mocks?: { [key: string]: Mock; };
}
/** @public */
export interface DryRunResult {
    status: InstanceStatus;
    /**
     * When it goes no further: what it waits for.
     */
    because?: string;
    /**
     * Any JSON value.
     */
    output?: any | null;
    error?: ErrorDetails;
    /**
     * How long the run would have waited for timers.
     */
    virtualMs: number;
    /**
     * Of more than 500 executions those that have not ended, the latest of each task, and the last others.
     */
    tasks: Array<TaskState>;
    /**
     * How many executions are not among the tasks. Default: none.
     */
    tasksLeftOut?: number;
    /**
     * The first 1000.
     */
    calls: Array<MadeCall>;
    /**
     * How many came after them, when there were more. Default: none.
     */
    callsLeftOut?: number;
}


/**
 * What failed, on what, and what to do.
 * @public
 */
export interface ErrorBody {
    /**
     * The kind of error, e.g. `NotFoundError`.
     */
    name: string;
    message: string;
    code?: ErrorCode;
    /**
     * Each single fault, when there are several places to look at.
     */
    details?: Array<ErrorDetail>;
}



/**
 * Stable, for programs. Absent when the portal refuses a request before it reaches the orchestrator, which is so for a
 * token that is missing or not valid.
 *
 * @public
 */
export const ErrorCode = {
    WorkflowNotFound: 'WORKFLOW_NOT_FOUND',
    WorkflowExists: 'WORKFLOW_EXISTS',
    WorkflowReadOnly: 'WORKFLOW_READ_ONLY',
    WorkflowDisabled: 'WORKFLOW_DISABLED',
    VersionConflict: 'VERSION_CONFLICT',
    InstanceNotFound: 'INSTANCE_NOT_FOUND',
    TaskNotFound: 'TASK_NOT_FOUND',
    TriggerNotFound: 'TRIGGER_NOT_FOUND',
    ApprovalNotFound: 'APPROVAL_NOT_FOUND',
    JobNotFound: 'JOB_NOT_FOUND',
    PayloadNotFound: 'PAYLOAD_NOT_FOUND',
    WebhookNotFound: 'WEBHOOK_NOT_FOUND',
    DeliveryNotFound: 'DELIVERY_NOT_FOUND',
    InputInvalid: 'INPUT_INVALID',
    DefinitionInvalid: 'DEFINITION_INVALID',
    StateConflict: 'STATE_CONFLICT',
    RequestInvalid: 'REQUEST_INVALID',
    NotImplemented: 'NOT_IMPLEMENTED',
    Unauthenticated: 'UNAUTHENTICATED',
    Forbidden: 'FORBIDDEN',
    NotAcceptable: 'NOT_ACCEPTABLE',
    UnsupportedMediaType: 'UNSUPPORTED_MEDIA_TYPE',
    RateLimited: 'RATE_LIMITED',
    TooManyStreams: 'TOO_MANY_STREAMS',
    Overloaded: 'OVERLOADED',
    AuthTokensRequired: 'AUTH_TOKENS_REQUIRED',
    EncryptionKeyMissing: 'ENCRYPTION_KEY_MISSING',
    PayloadTooLarge: 'PAYLOAD_TOO_LARGE',
    IdempotencyConflict: 'IDEMPOTENCY_CONFLICT',
    StoreUnavailable: 'STORE_UNAVAILABLE'
} as const;
/** @public */
export type ErrorCode = typeof ErrorCode[keyof typeof ErrorCode];

/** @public */
export interface ErrorDetail {
    /**
     * JSON pointer to what is wrong, e.g. `/name`; empty for the whole.
     */
    pointer: string;
    message: string;
}
/**
 * An error inside a run, as RFC 9457 and the language have it.
 * @public
 */
export interface ErrorDetails {
    /**
     * E.g. `https://serverlessworkflow.io/spec/1.0.0/errors/communication`.
     */
    type: string;
    status: number;
    title?: string;
    detail?: string;
    /**
     * JSON pointer of the task that raised it.
     */
    instance?: string;
}
/** @public */
export interface ErrorRequest {
    method: string;
    url: string;
}
/**
 * The body of every answer of 400 and above.
 * @public
 */
export interface ErrorResponse {
    error: ErrorBody;
    request: ErrorRequest;
    response: ErrorStatus;
}
/** @public */
export interface ErrorStatus {
    statusCode: number;
}
/** @public */
export interface EventPage {
    items: Array<OrchestratorEvent>;
    epoch: string;
    /**
     * The oldest `seq` that the log still has.
     */
    first: number;
    /**
     * The newest `seq`.
     */
    head: number;
    /**
     * How many events the log has.
     */
    total: number;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     */
    next?: string;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     */
    prev?: string;
}
/** @public */
export interface EventReceipt {
    id: string;
    source: string;
    /**
     * `duplicate`: an event with the same source and id was taken before.
     */
    outcome: EventReceiptOutcomeEnum;
}


/**
 * @public
 */
export const EventReceiptOutcomeEnum = {
    Accepted: 'accepted',
    Duplicate: 'duplicate'
} as const;
/** @public */
export type EventReceiptOutcomeEnum = typeof EventReceiptOutcomeEnum[keyof typeof EventReceiptOutcomeEnum];

/** @public */
export interface ExecuteTaskRequest {
    /**
     * JSON pointer of the task in the definition.
     */
    taskRef: string;
    /**
     * Any JSON value.
     */
    input?: any | null;
    /**
     * By JSON pointer of the task.
     */
    mocks?: { [key: string]: Mock; };
    /**
     * Names the trials that belong together, in the audit; a new one when left out.
     */
    sessionId?: string;
}
/** @public */
export interface ExecuteWorkflowRequestDTO {
    /**
     * The workflow's input.
     */
    inputData?: { [key: string]: any; };
    /**
     * Tokens for the services that the workflow calls, one for each provider. A workflow that names `authTokens` in
     * `use.secrets` has them as `$secrets.authTokens.<provider>`. They are kept encrypted until the instance ends, and not
     * at all by a workflow that does not name them. Answers 501 (`ENCRYPTION_KEY_MISSING`) where the portal has no key.
     *
     */
    authTokens?: Array<AuthToken>;
    /**
     * The catalog entity that the run is for, e.g. `component:default/payments`.
     */
    targetEntity?: string;
    /**
     * What the run is about in the world outside; for finding it again.
     */
    businessKey?: string;
    /**
     * For finding it again. Names have letters, digits and `. _ / -`, at most 63 of them.
     */
    labels?: { [key: string]: string; };
    /**
     * When instances wait for a worker, those with a higher one are taken up first.
     */
    priority?: number;
}
/** @public */
export interface ExecuteWorkflowResponseDTO {
    /**
     * The instance's id.
     */
    id: string;
    status?: InstanceStatus;
    /**
     * Any JSON value.
     */
    output?: any | null;
    error?: ErrorDetails;
}


/** @public */
export interface FailTaskRequest {
    error?: ErrorDetails;
    /**
     * Why; kept in the event log.
     */
    reason?: string;
}
/**
 * Compares a field; `IN` and `BETWEEN` take a list, `LIKE` takes `%` for any text, `IS_NULL` a boolean.
 * @public
 */
export interface FieldFilter {
    field: string;
    operator: FieldOperator;
    value: FieldValue;
}



/** @public */
export const FieldOperator = {
    Eq: 'EQ',
    Gt: 'GT',
    Gte: 'GTE',
    Lt: 'LT',
    Lte: 'LTE',
    In: 'IN',
    IsNull: 'IS_NULL',
    Like: 'LIKE',
    Between: 'BETWEEN'
} as const;
/** @public */
export type FieldOperator = typeof FieldOperator[keyof typeof FieldOperator];

/**
 * A value, or a list of values.
 * @public
 */
export type FieldValue = Array<ScalarValue> | boolean | number | string;
/**
 * A condition on the items of a list.
 * @public
 */
export type Filter = FieldFilter | LogicalFilter | NestedFilter;
/**
 * A list of tasks.
 * @public
 */
export interface GraphContainer {
    /**
     * JSON pointer of the list.
     */
    id: string;
    /**
     * What its tasks are to the task that holds them, e.g. `try`.
     */
    role: string;
    /**
     * Id of the task that holds it; the workflow's own has none.
     */
    owner?: string;
    /**
     * How often or when its tasks run.
     */
    label?: string;
    nodes: Array<string>;
}
/** @public */
export interface GraphEdge {
    id: string;
    /**
     * Why the flow goes this way, e.g. `next`, `case`, `loop`.
     */
    kind: string;
    from: string;
    to: string;
    /**
     * When it is taken, where that is not always.
     */
    label?: string;
}
/**
 * A task, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends.
 * @public
 */
export interface GraphNode {
    /**
     * JSON pointer of the task; of a point that of its container and its kind.
     */
    id: string;
    /**
     * Kind of the task, e.g. `set`; or `start`, `end`, `stop`.
     */
    kind: string;
    /**
     * Id of the container it stands in.
     */
    container: string;
    /**
     * Empty for a point.
     */
    title: string;
    /**
     * What it does, in one line.
     */
    summary?: string;
    /**
     * jq: when this does not hold, the task is skipped.
     */
    condition?: string;
    /**
     * How what fails in it is tried again, in words.
     */
    retry?: string;
    /**
     * How long it may take, in words.
     */
    timeout?: string;
    /**
     * Names of the extensions that run around it.
     */
    extensions: Array<string>;
}
/** @public */
export interface Health {
    status: HealthStatus;
    /**
     * How many instances have not ended.
     */
    running: number;
    /**
     * How many instances wait for a worker to take them up.
     */
    due: number;
    store: StoreHealth;
    worker: WorkerHealth;
}



/** @public */
export const HealthStatus = {
    Ok: 'ok',
    Degraded: 'degraded'
} as const;
/** @public */
export type HealthStatus = typeof HealthStatus[keyof typeof HealthStatus];


/** @public */
export const HistoryOrder = {
    Asc: 'asc',
    Desc: 'desc'
} as const;
/** @public */
export type HistoryOrder = typeof HistoryOrder[keyof typeof HistoryOrder];

/** @public */
export interface InlinePayload {
    /**
     * Any JSON value.
     */
    value: any | null;
}
/** @public */
export interface InputSchemaResponseDTO {
    /**
     * A JSON Schema.
     */
    inputSchema?: { [key: string]: any; };
    /**
     * The input of the instance that was asked for.
     */
    data?: { [key: string]: any; };
}
/** @public */
export interface InstanceComparison {
    a: InstanceSummary;
    b: InstanceSummary;
    /**
     * Whether both have run by the same text.
     */
    sameDefinition: boolean;
    input: Array<ValueDifference>;
    output: Array<ValueDifference>;
    tasks: Array<TaskComparison>;
    leftOut?: DifferencesLeftOut;
}
/** @public */
export interface InstancePage {
    items: Array<InstanceSummary>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
    /**
     * How many match in all, when asked for.
     */
    total?: number;
}
/** @public */
export interface InstanceProgress {
    instanceId: string;
    status: InstanceStatus;
    /**
     * Tasks of the top level that are done or left out.
     */
    completed: number;
    /**
     * Tasks of the top level.
     */
    total: number;
    /**
     * Since it started, or how long it took.
     */
    elapsedMs?: number;
    /**
     * ISO 8601 in UTC; absent when it has ended, or no earlier run tells.
     */
    estimatedCompletion?: string;
    /**
     * How many earlier runs the estimate rests on.
     */
    estimatedFrom?: number;
    milestones: Array<Milestone>;
    blockers: Array<Blocker>;
}


/**
 * The fold of an instance's event log up to `seq`.
 * @public
 */
export interface InstanceState {
    id: string;
    workflow: WorkflowVersion;
    seq: number;
    epoch: string;
    status: InstanceStatus;
    /**
     * Why it has this status, in one line.
     */
    because?: string;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    /**
     * ISO 8601 in UTC.
     */
    startedAt?: string;
    /**
     * ISO 8601 in UTC.
     */
    endedAt?: string;
    /**
     * Who started it, e.g. `user:default/ada`.
     */
    initiator?: string;
    targetEntity?: string;
    businessKey?: string;
    /**
     * For finding it again. Names have letters, digits and `. _ / -`, at most 63 of them.
     */
    labels?: { [key: string]: string; };
    parent?: ParentLink;
    input?: Payload;
    output?: Payload;
    error?: ErrorDetails;
    /**
     * One for each execution of a task, in the order in which they first appear; see `tasksLeftOut`.
     */
    tasks: Array<TaskState>;
    /**
     * How many executions are not in `tasks`: when there are more than 500, the earlier ones of those that have ended and were
     * followed by another of the same task. `listTaskRuns` has all.
     *
     */
    tasksLeftOut?: number;
}



/** @public */
export const InstanceStatus = {
    Pending: 'pending',
    Running: 'running',
    Waiting: 'waiting',
    Retrying: 'retrying',
    Suspended: 'suspended',
    Completed: 'completed',
    Failed: 'failed',
    Cancelled: 'cancelled'
} as const;
/** @public */
export type InstanceStatus = typeof InstanceStatus[keyof typeof InstanceStatus];

/**
 * An instance in a list.
 * @public
 */
export interface InstanceSummary {
    id: string;
    workflow: WorkflowVersion;
    status: InstanceStatus;
    /**
     * Why it has this status, in one line.
     */
    because?: string;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    /**
     * ISO 8601 in UTC.
     */
    startedAt?: string;
    /**
     * ISO 8601 in UTC.
     */
    endedAt?: string;
    /**
     * Who started it.
     */
    initiator?: string;
    targetEntity?: string;
    businessKey?: string;
    /**
     * For finding it again. Names have letters, digits and `. _ / -`, at most 63 of them.
     */
    labels: { [key: string]: string; };
    parent?: ParentLink;
    error?: ErrorDetails;
}


/**
 * Something done with many instances.
 * @public
 */
export interface Job {
    id: string;
    action: BulkAction;
    reason?: string;
    status: JobStatus;
    total: number;
    pending: number;
    succeeded: number;
    skipped: number;
    failed: number;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    createdBy: string;
    /**
     * ISO 8601 in UTC.
     */
    endedAt?: string;
}


/** @public */
export interface JobItem {
    instanceId: string;
    outcome: JobOutcome;
    code?: ErrorCode;
    /**
     * Why it was skipped or failed.
     */
    message?: string;
}



/**
 * `succeeded`: the instance is as was asked. `skipped`: its state did not allow it, it was gone, or the job was cancelled.
 * `failed`: it could not be done, as `code` and `message` say. `pending`: none yet.
 *
 * @public
 */
export const JobOutcome = {
    Pending: 'pending',
    Succeeded: 'succeeded',
    Skipped: 'skipped',
    Failed: 'failed'
} as const;
/** @public */
export type JobOutcome = typeof JobOutcome[keyof typeof JobOutcome];

/** @public */
export interface JobPage {
    items: Array<Job>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
}

/**
 * `completed` when each instance has its outcome; `cancelled` when it was cancelled before.
 *
 * @public
 */
export const JobStatus = {
    Running: 'running',
    Paused: 'paused',
    Completed: 'completed',
    Cancelled: 'cancelled'
} as const;
/** @public */
export type JobStatus = typeof JobStatus[keyof typeof JobStatus];

/**
 * A job, and what became of instances.
 * @public
 */
export interface JobWithItems {
    id: string;
    action: BulkAction;
    reason?: string;
    status: JobStatus;
    total: number;
    pending: number;
    succeeded: number;
    skipped: number;
    failed: number;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    createdBy: string;
    /**
     * ISO 8601 in UTC.
     */
    endedAt?: string;
    items: Array<JobItem>;
    /**
     * Cursor of the next page of items; absent on the last one.
     */
    next?: string;
}


/** @public */
export interface LanguageInfo {
    name: string;
    versions: Array<string>;
}
/** @public */
export interface LastRun {
    instanceId: string;
    status: InstanceStatus;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
}



/** @public */
export const LogLevel = {
    Info: 'info',
    Warn: 'warn',
    Error: 'error'
} as const;
/** @public */
export type LogLevel = typeof LogLevel[keyof typeof LogLevel];

/** @public */
export interface LogLine {
    offset: number;
    /**
     * ISO 8601 in UTC.
     */
    time: string;
    level: LogLevel;
    /**
     * Key of the task's execution.
     */
    task?: string;
    /**
     * Which attempt of the innermost `try` around the task it is of; absent for the first, and outside of any.
     */
    attempt?: number;
    message: string;
}


/** @public */
export interface LogPage {
    items: Array<LogLine>;
    /**
     * Offset to go on after.
     */
    next: number;
}
/**
 * Combines conditions; `NOT` holds when none of them does.
 * @public
 */
export interface LogicalFilter {
    operator: LogicalOperator;
    filters: Array<Filter>;
}



/** @public */
export const LogicalOperator = {
    And: 'AND',
    Or: 'OR',
    Not: 'NOT'
} as const;
/** @public */
export type LogicalOperator = typeof LogicalOperator[keyof typeof LogicalOperator];

/**
 * A call that the run would make, or has made.
 * @public
 */
export interface MadeCall {
    /**
     * Key of the task's execution.
     */
    task: string;
    /**
     * E.g. `http`.
     */
    kind: string;
    /**
     * What is called, for people.
     */
    target: string;
    /**
     * Whether a mock has answered it.
     */
    mocked: boolean;
    /**
     * Any JSON value.
     */
    input?: any | null;
}
/**
 * A task of the top level.
 * @public
 */
export interface Milestone {
    /**
     * JSON pointer of the task.
     */
    ref: string;
    name: string;
    status: TaskStatus;
    /**
     * ISO 8601 in UTC.
     */
    startedAt?: string;
    /**
     * ISO 8601 in UTC.
     */
    endedAt?: string;
    /**
     * How long it has usually taken.
     */
    usualMs?: number;
}


/**
 * What a task's calls answer instead of being made; one of `output`, `outputs` and `error`, or `events`.
 * @public
 */
export interface Mock {
    /**
     * Any JSON value.
     */
    output?: any | null;
    /**
     * One for each call, in order; the last one for all that follow.
     */
    outputs?: Array<any>;
    error?: ErrorDetails;
    /**
     * What a listening task receives, in order.
     */
    events?: Array<CloudEvent>;
}
/** @public */
export interface MoveNodeRequest {
    /**
     * JSON pointer of the list.
     */
    container: string;
    /**
     * Place in the list, from 0.
     */
    index: number;
}
/**
 * What a nested filter holds.
 * @public
 */
export type NestedCondition = FieldFilter | NestedFilter;
/**
 * A condition on a field of a field.
 * @public
 */
export interface NestedFilter {
    field: string;
    nested: NestedCondition;
}
/** @public */
export interface NextWorkflowDTO {
    id: string;
    name: string;
}
/** @public */
export interface NodeInstanceDTO {
    typename?: string;
    /**
     * The key of the task's execution.
     */
    id: string;
    name?: string;
    /**
     * The kind of task, e.g. `set`.
     */
    type?: string;
    /**
     * ISO 8601 in UTC.
     */
    enter?: string;
    /**
     * ISO 8601 in UTC.
     */
    exit?: string;
    /**
     * JSON pointer of the task in the definition.
     */
    definitionId?: string;
    nodeId?: string;
    errorMessage?: string;
}
/** @public */
export interface NodeTemplate {
    id: string;
    /**
     * The kind of task.
     */
    kind: string;
    /**
     * When it calls a function of this deployment, its name.
     */
    _function?: string;
    title: string;
    description: string;
    /**
     * JSON Schema of what the task is written with.
     */
    schema: { [key: string]: any; };
    /**
     * A task to begin with.
     */
    example: { [key: string]: any; };
}
/** @public */
export interface NodeTemplateList {
    items: Array<NodeTemplate>;
}
/**
 * What has become of a time at which a trigger was due.
 * @public
 */
export interface Occurrence {
    /**
     * When it was due, or events had come; ISO 8601 in UTC.
     */
    at: string;
    /**
     * When it was started or skipped; ISO 8601 in UTC.
     */
    handledAt: string;
    /**
     * The run that was started; absent when there is none that the caller may see.
     */
    instanceId?: string;
    status?: InstanceStatus;
    /**
     * Why nothing was started.
     */
    skipped?: string;
}


/** @public */
export interface OccurrencePage {
    /**
     * The next times, ISO 8601 in UTC.
     */
    upcoming: Array<string>;
    items: Array<Occurrence>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
}
/**
 * One entry of an instance's log. Ignore types and fields that you do not know.
 * @public
 */
export interface OrchestratorEvent {
    /**
     * Version of this envelope, 1.
     */
    v: number;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     */
    id: string;
    /**
     * From 1, without gaps within the instance.
     */
    seq: number;
    /**
     * E.g. `task.started`.
     */
    type: string;
    /**
     * ISO 8601 in UTC.
     */
    time: string;
    instanceId: string;
    workflow: WorkflowVersion;
    task?: TaskRef;
    actor?: Actor;
    /**
     * What happened; its fields depend on `type`.
     */
    data: { [key: string]: any; };
}

/** @public */
export const OrderDirection = {
    Asc: 'ASC',
    Desc: 'DESC'
} as const;
/** @public */
export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];


/** @public */
export const OutputFormat = {
    Text: 'text',
    Number: 'number',
    Link: 'link',
    Markdown: 'markdown'
} as const;
/** @public */
export type OutputFormat = typeof OutputFormat[keyof typeof OutputFormat];

/** @public */
export type OutputValue = number | string;
/** @public */
export interface PaginationInfoDTO {
    /**
     * How many items a page has at most.
     */
    pageSize?: number;
    /**
     * How many items to leave out before the page.
     */
    offset?: number;
    orderDirection?: OrderDirection;
    /**
     * The field to order by.
     */
    orderBy?: string;
}


/**
 * The instance that has started this one.
 * @public
 */
export interface ParentLink {
    instanceId: string;
}
/**
 * A recorded value, inline or by reference.
 * @public
 */
export type Payload = InlinePayload | PayloadRef | RedactedPayload;
/** @public */
export interface PayloadRef {
    /**
     * For `getPayload`.
     */
    ref: string;
    /**
     * Size as UTF-8 JSON text.
     */
    bytes: number;
    sha256: string;
    /**
     * The first 200 characters of the JSON text.
     */
    preview: string;
}
/**
 * The live stream's heartbeat. `head` behind the log's end tells a client that it has lost something.
 * @public
 */
export interface PingEvent {
    /**
     * ISO 8601 in UTC.
     */
    serverTime: string;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     */
    head: string;
    /**
     * Milliseconds until the next one.
     */
    intervalMs: number;
}

/** @public */
export const ProblemSeverity = {
    Error: 'error',
    Warning: 'warning'
} as const;
/** @public */
export type ProblemSeverity = typeof ProblemSeverity[keyof typeof ProblemSeverity];

/** @public */
export interface ProcessInstanceDTO {
    id: string;
    /**
     * The workflow's id.
     */
    processId: string;
    version?: string;
    processName?: string;
    state?: ProcessInstanceStatusDTO;
    status?: InstanceStatus;
    /**
     * Why it has this status, in one line.
     */
    because?: string;
    endpoint?: string;
    serviceUrl?: string;
    /**
     * ISO 8601 in UTC.
     */
    start?: string;
    /**
     * ISO 8601 in UTC.
     */
    end?: string;
    /**
     * For people.
     */
    duration?: string;
    description?: string;
    workflowdata?: WorkflowDataDTO;
    /**
     * Who started it.
     */
    initiatorEntity?: string;
    targetEntity?: string;
    executionSummary?: Array<string>;
    error?: ProcessInstanceErrorDTO;
    nodes: Array<NodeInstanceDTO>;
    /**
     * How many that have ended are not among the nodes, for there are many: `listTaskRuns` has all. Default: none.
     */
    nodesLeftOut?: number;
}


/** @public */
export interface ProcessInstanceErrorDTO {
    typename?: string;
    /**
     * JSON pointer of the task that failed.
     */
    nodeDefinitionId: string;
    message?: string;
}
/** @public */
export interface ProcessInstanceListResultDTO {
    /**
     * How many match in all.
     */
    totalCount?: number;
    items?: Array<ProcessInstanceDTO>;
    paginationInfo?: PaginationInfoDTO;
}

/** @public */
export const ProcessInstanceStatusDTO = {
    Active: 'ACTIVE',
    Error: 'ERROR',
    Completed: 'COMPLETED',
    Aborted: 'ABORTED',
    Suspended: 'SUSPENDED',
    Pending: 'PENDING'
} as const;
/** @public */
export type ProcessInstanceStatusDTO = typeof ProcessInstanceStatusDTO[keyof typeof ProcessInstanceStatusDTO];

/** @public */
export interface ReasonRequest {
    /**
     * Why; kept in the event log.
     */
    reason?: string;
}
/**
 * A value that the caller may not see.
 * @public
 */
export interface RedactedPayload {
    redacted: RedactedPayloadRedactedEnum;
    /**
     * What it takes to see it.
     */
    permission: string;
}


/**
 * @public
 */
export const RedactedPayloadRedactedEnum = {
    True: true
} as const;
/** @public */
export type RedactedPayloadRedactedEnum = typeof RedactedPayloadRedactedEnum[keyof typeof RedactedPayloadRedactedEnum];

/** @public */
export interface RerunRequest {
    /**
     * In place of the input of the first run.
     */
    inputData?: { [key: string]: any; };
    /**
     * Tokens for the services that the workflow calls, one for each provider. A workflow that names `authTokens` in
     * `use.secrets` has them as `$secrets.authTokens.<provider>`. They are kept encrypted until the instance ends, and not
     * at all by a workflow that does not name them. Answers 501 (`ENCRYPTION_KEY_MISSING`) where the portal has no key.
     *
     */
    authTokens?: Array<AuthToken>;
}
/** @public */
export interface RetriggerInstanceRequestDTO {
    /**
     * Tokens for the services that the workflow calls, one for each provider. A workflow that names `authTokens` in
     * `use.secrets` has them as `$secrets.authTokens.<provider>`. They are kept encrypted until the instance ends, and not
     * at all by a workflow that does not name them. Answers 501 (`ENCRYPTION_KEY_MISSING`) where the portal has no key.
     *
     */
    authTokens?: Array<AuthToken>;
}
/** @public */
export interface RetryRequest {
    /**
     * Why; kept in the event log.
     */
    reason?: string;
    /**
     * JSON pointer of the task to go on from. Default: the tasks that failed.
     */
    from?: string;
    /**
     * Any JSON value.
     */
    input?: any | null;
    /**
     * Version or hash of the definition to go on with. Default: the one it has.
     */
    version?: string;
    /**
     * Tokens for the services that the workflow calls, one for each provider. A workflow that names `authTokens` in
     * `use.secrets` has them as `$secrets.authTokens.<provider>`. They are kept encrypted until the instance ends, and not
     * at all by a workflow that does not name them. Answers 501 (`ENCRYPTION_KEY_MISSING`) where the portal has no key.
     *
     */
    authTokens?: Array<AuthToken>;
}
/** @public */
export interface RuntimeInfo {
    name: string;
    /**
     * Of the interpreter; instances keep the one they started with.
     */
    behaviourVersion: number;
    database: RuntimeInfoDatabaseEnum;
}


/**
 * @public
 */
export const RuntimeInfoDatabaseEnum = {
    Sqlite: 'sqlite',
    Postgres: 'postgres'
} as const;
/** @public */
export type RuntimeInfoDatabaseEnum = typeof RuntimeInfoDatabaseEnum[keyof typeof RuntimeInfoDatabaseEnum];

/**
 * A single value.
 * @public
 */
export type ScalarValue = boolean | number | string;
/**
 * Which items, in which order, which page.
 * @public
 */
export interface SearchRequest {
    filters?: Filter;
    paginationInfo?: PaginationInfoDTO;
}
/** @public */
export interface ServerInfo {
    name: string;
    version: string;
    api: ApiInfo;
    runtime: RuntimeInfo;
    languages: Array<LanguageInfo>;
    /**
     * What this deployment has means for: kinds of calls, processes, protocols and transports, e.g. `call:grpc`, `run:script:python`; `auth-tokens` when it can keep the tokens of callers.
     */
    capabilities: Array<string>;
    limits: ServerLimits;
}
/** @public */
export interface ServerLimits {
    maxBodyBytes: number;
    /**
     * Larger values come by reference.
     */
    inlineBytes: number;
}
/** @public */
export interface SnapshotData {
    state: InstanceState;
    reason?: SnapshotReason;
}


/**
 * What the live stream sends when it has to replace all that the client knows.
 * @public
 */
export interface SnapshotEvent {
    v: number;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     */
    id: string;
    seq: number;
    type: SnapshotEventTypeEnum;
    /**
     * ISO 8601 in UTC.
     */
    time: string;
    instanceId: string;
    workflow: WorkflowVersion;
    data: SnapshotData;
}


/**
 * @public
 */
export const SnapshotEventTypeEnum = {
    Snapshot: 'snapshot'
} as const;
/** @public */
export type SnapshotEventTypeEnum = typeof SnapshotEventTypeEnum[keyof typeof SnapshotEventTypeEnum];


/**
 * Why the cursor could not be served: the log was made anew (`epoch`), something after it was deleted (`expired`), it is ahead of
 * the log (`ahead`), or it is too far behind (`lagging`). Absent when there was none.
 *
 * @public
 */
export const SnapshotReason = {
    Epoch: 'epoch',
    Expired: 'expired',
    Ahead: 'ahead',
    Lagging: 'lagging'
} as const;
/** @public */
export type SnapshotReason = typeof SnapshotReason[keyof typeof SnapshotReason];

/** @public */
export interface StoreHealth {
    status: HealthStatus;
    latencyMs: number;
}


/**
 * What the task asks people, or has asked them.
 * @public
 */
export interface TaskApproval {
    /**
     * Of the approval.
     */
    id: string;
    title: string;
    /**
     * Entity refs of users and groups.
     */
    approvers: Array<string>;
    /**
     * When it is late, ISO 8601 in UTC.
     */
    dueAt?: string;
}
/**
 * The task's last call.
 * @public
 */
export interface TaskCall {
    /**
     * E.g. `GET http://localhost:7007/api/catalog/entities`.
     */
    target: string;
    /**
     * The HTTP status, when an answer came.
     */
    status?: number;
    /**
     * Whether it succeeded; absent while it is under way.
     */
    ok?: boolean;
}
/** @public */
export interface TaskComparison {
    /**
     * Key of the task's execution.
     */
    key: string;
    name: string;
    /**
     * Whether it ran in one only, or ended otherwise.
     */
    different: boolean;
    a?: TaskOutcome;
    b?: TaskOutcome;
}
/** @public */
export interface TaskOutcome {
    status: TaskStatus;
    durationMs?: number;
}


/** @public */
export interface TaskRef {
    /**
     * JSON pointer of the task in the definition.
     */
    ref: string;
    name: string;
    iteration?: string;
    attempt?: number;
    /**
     * The key of the task's execution.
     */
    runId: string;
}
/** @public */
export interface TaskRetry {
    /**
     * The attempt that was scheduled.
     */
    attempt: number;
    /**
     * ISO 8601 in UTC.
     */
    nextAt: string;
    error: ErrorDetails;
}
/** @public */
export interface TaskRun {
    run: TaskState;
    /**
     * The last 100 runs of the same task in the same iteration, in the order in which they began.
     */
    attempts: Array<TaskState>;
    /**
     * How many came before them, when there were more: `listTaskRuns` has all. Default: none.
     */
    attemptsLeftOut?: number;
}
/** @public */
export interface TaskRunPage {
    items: Array<TaskState>;
    total: number;
}
/** @public */
export interface TaskState {
    /**
     * Unique for this execution in its instance, e.g. `/do/0/each/do/0/fetch[3]`.
     */
    key: string;
    /**
     * JSON pointer of the task in the definition.
     */
    ref: string;
    name: string;
    /**
     * E.g. `call`.
     */
    kind?: string;
    /**
     * Loop indices, outermost first, e.g. `3.0`.
     */
    iteration?: string;
    attempt?: number;
    status: TaskStatus;
    /**
     * ISO 8601 in UTC.
     */
    startedAt?: string;
    /**
     * ISO 8601 in UTC.
     */
    endedAt?: string;
    input?: Payload;
    output?: Payload;
    error?: ErrorDetails;
    /**
     * While it waits or backs off: until when, ISO 8601 in UTC.
     */
    waitingUntil?: string;
    /**
     * The latest 50, in order.
     */
    retries: Array<TaskRetry>;
    /**
     * How many earlier ones are not in `retries`; the log has all.
     */
    retriesLeftOut?: number;
    approval?: TaskApproval;
    call?: TaskCall;
}



/** @public */
export const TaskStatus = {
    Pending: 'pending',
    Running: 'running',
    Waiting: 'waiting',
    Retrying: 'retrying',
    Suspended: 'suspended',
    Completed: 'completed',
    Failed: 'failed',
    Cancelled: 'cancelled',
    Skipped: 'skipped'
} as const;
/** @public */
export type TaskStatus = typeof TaskStatus[keyof typeof TaskStatus];

/** @public */
export interface TaskTestResult {
    sessionId: string;
    taskRef: string;
    status: InstanceStatus;
    /**
     * Any JSON value.
     */
    input: any | null;
    /**
     * Any JSON value.
     */
    output?: any | null;
    error?: ErrorDetails;
    durationMs: number;
    calls: Array<MadeCall>;
}


/**
 * What starts a workflow by itself.
 * @public
 */
export interface Trigger {
    id: string;
    workflowId: string;
    kind: TriggerKindEnum;
    /**
     * Whether it starts runs: it is not paused, nor its workflow disabled.
     */
    enabled: boolean;
    /**
     * For people: the interval, the cron expression, the events.
     */
    expression?: string;
    timeZone?: string;
    /**
     * ISO 8601 in UTC.
     */
    nextAt?: string;
    /**
     * ISO 8601 in UTC.
     */
    lastAt?: string;
    lastInstanceId?: string;
}


/**
 * @public
 */
export const TriggerKindEnum = {
    Every: 'every',
    Cron: 'cron',
    After: 'after',
    On: 'on'
} as const;
/** @public */
export type TriggerKindEnum = typeof TriggerKindEnum[keyof typeof TriggerKindEnum];

/** @public */
export interface TriggerList {
    items: Array<Trigger>;
}
/** @public */
export interface UpdateNodeRequest {
    name?: string;
    task?: { [key: string]: any; };
    position?: CanvasPosition;
}
/** @public */
export interface UpdateWebhookRequest {
    url?: string;
    events?: Array<string>;
    workflowIds?: Array<string>;
    enabled?: boolean;
    /**
     * A new secret: `whsec_` and 24 to 64 bytes in base64.
     */
    secret?: string;
    /**
     * Whether a random secret is to be made.
     */
    rotateSecret?: boolean;
}
/** @public */
export interface ValidationResult {
    /**
     * Whether no problem is an error.
     */
    valid: boolean;
    problems: Array<DefinitionProblem>;
}
/**
 * A place where two values differ; the side where there is nothing is left out.
 * @public
 */
export interface ValueDifference {
    pointer: string;
    /**
     * Any JSON value.
     */
    a?: any | null;
    /**
     * Any JSON value.
     */
    b?: any | null;
}
/** @public */
export interface Webhook {
    id: string;
    url: string;
    /**
     * Types of lifecycle events without `io.serverlessworkflow.` and `.v1`, e.g. `workflow.faulted`; `workflow.*` for all that begin so.
     */
    events: Array<string>;
    /**
     * Only events of these workflows; of all when empty.
     */
    workflowIds: Array<string>;
    enabled: boolean;
    /**
     * Why it was switched off, when nobody did it.
     */
    disabledBecause?: string;
    /**
     * Since when no attempt has gone well, ISO 8601 in UTC.
     */
    failingSince?: string;
    /**
     * Until when the secret before signs, too, ISO 8601 in UTC.
     */
    previousSecretUntil?: string;
    /**
     * ISO 8601 in UTC.
     */
    createdAt: string;
    createdBy: string;
}
/** @public */
export interface WebhookList {
    items: Array<Webhook>;
}
/** @public */
export interface WorkerHealth {
    status: HealthStatus;
    /**
     * What is wrong with it.
     */
    reason?: string;
}


/** @public */
export interface WorkflowAvailabilityResponseDTO {
    isAvailable?: boolean;
    statusCode?: number;
    urlToFetch?: string;
    /**
     * Why it cannot run: the first problem of its definition, as `line 12, column 5: …`.
     */
    reason?: string;
}
/** @public */
export interface WorkflowCanvas {
    workflowId: string;
    version: string;
    nodes: Array<CanvasNode>;
    /**
     * The first is the workflow's own; each stands before those within it.
     */
    containers: Array<CanvasContainer>;
    edges: Array<GraphEdge>;
}
/**
 * The run's output, or its input until there is one. `result` is shown to people.
 * @public
 */
export interface WorkflowDataDTO {
    [key: string]: any | any;
    result?: WorkflowResultDTO;
}
/**
 * A definition and what was found wrong with it.
 * @public
 */
export interface WorkflowDetails {
    workflowId: string;
    /**
     * Empty when it cannot be read.
     */
    namespace: string;
    name: string;
    /**
     * Empty when it cannot be read.
     */
    version: string;
    title?: string;
    description?: string;
    format: WorkflowFormatDTO;
    /**
     * Whether no problem is an error.
     */
    valid: boolean;
    problems: Array<DefinitionProblem>;
    /**
     * A JSON Schema.
     */
    inputSchema?: { [key: string]: any; };
    /**
     * The document as JSON; absent when it is not readable.
     */
    definition?: { [key: string]: any; };
    tags: Array<string>;
    /**
     * Its owner, as `metadata.owner` of the document says.
     */
    owner?: string;
    /**
     * SHA-256 of the text.
     */
    hash?: string;
    /**
     * Where the text comes from; `api` when it was created here.
     */
    source?: string;
    /**
     * Whether it may be run.
     */
    enabled?: boolean;
    /**
     * When this text was first published, ISO 8601 in UTC.
     */
    loadedAt?: string;
}



/** @public */
export const WorkflowFormatDTO = {
    Yaml: 'yaml',
    Json: 'json'
} as const;
/** @public */
export type WorkflowFormatDTO = typeof WorkflowFormatDTO[keyof typeof WorkflowFormatDTO];

/** @public */
export interface WorkflowGraph {
    /**
     * In the order of the definition, a task before what it holds.
     */
    nodes: Array<GraphNode>;
    /**
     * The first is the workflow's own.
     */
    containers: Array<GraphContainer>;
    edges: Array<GraphEdge>;
}

/**
 * `invalid`: the definition has errors. `disabled`: it may not be run. `failing`: the last run that ended has failed.
 * `healthy`: it has not. `idle`: none has ended yet.
 *
 * @public
 */
export const WorkflowHealth = {
    Healthy: 'healthy',
    Failing: 'failing',
    Idle: 'idle',
    Disabled: 'disabled',
    Invalid: 'invalid'
} as const;
/** @public */
export type WorkflowHealth = typeof WorkflowHealth[keyof typeof WorkflowHealth];

/** @public */
export interface WorkflowLogEntry {
    id: string;
    log: string;
}
/** @public */
export interface WorkflowLogsResponse {
    instanceId?: string;
    logs?: Array<WorkflowLogEntry>;
}
/** @public */
export interface WorkflowOutputDTO {
    key: string;
    value: OutputValue;
    format?: OutputFormat;
}


/** @public */
export interface WorkflowOverviewDTO {
    workflowId: string;
    /**
     * The title, or the name when there is none.
     */
    name?: string;
    format: WorkflowFormatDTO;
    lastRunId?: string;
    /**
     * When it last ran, in milliseconds since 1970; absent when it never did.
     */
    lastTriggeredMs?: number;
    lastRunStatus?: ProcessInstanceStatusDTO;
    description?: string;
    /**
     * Whether it can run.
     */
    isAvailable?: boolean;
    availability?: WorkflowAvailabilityResponseDTO;
    version?: string;
    workflowRunStats?: WorkflowRunStatsDTO;
}


/** @public */
export interface WorkflowOverviewListResultDTO {
    overviews?: Array<WorkflowOverviewDTO>;
    paginationInfo?: PaginationInfoDTO;
}
/** @public */
export interface WorkflowPage {
    items: Array<WorkflowSummary>;
    /**
     * Cursor of the next page; absent on the last one.
     */
    next?: string;
}
/** @public */
export interface WorkflowPatch {
    title?: string;
    tags?: Array<string>;
    /**
     * Whether it may be run.
     */
    enabled?: boolean;
}
/** @public */
export interface WorkflowResultDTO {
    message?: string;
    nextWorkflows?: Array<NextWorkflowDTO>;
    outputs?: Array<WorkflowOutputDTO>;
}
/** @public */
export interface WorkflowRunStatsDTO {
    /**
     * Completed among those that completed or failed, 0 to 1; absent before the first.
     */
    successRatio?: number;
    /**
     * Runs of the last 30 days.
     */
    runsLastMonth?: number;
    successCount?: number;
    errorCount?: number;
    totalCount?: number;
    /**
     * Milliseconds, of completed runs; absent before the first.
     */
    averageTimeToComplete?: number;
}
/** @public */
export interface WorkflowRunStatusDTO {
    /**
     * For people.
     */
    key?: string;
    value?: string;
}
/**
 * A workflow in a list.
 * @public
 */
export interface WorkflowSummary {
    workflowId: string;
    /**
     * The title, or the name when there is none.
     */
    title: string;
    description?: string;
    /**
     * Empty when it cannot be read.
     */
    version: string;
    format: WorkflowFormatDTO;
    /**
     * Where the definition comes from; `api` when it was created here.
     */
    source: string;
    /**
     * Whether no problem of its definition is an error.
     */
    valid: boolean;
    /**
     * Whether it may be run.
     */
    enabled: boolean;
    health: WorkflowHealth;
    /**
     * Its owner, as `metadata.owner` of the document says.
     */
    owner?: string;
    tags: Array<string>;
    /**
     * When it was last published, ISO 8601 in UTC.
     */
    updatedAt: string;
    firstProblem?: DefinitionProblem;
    lastRun?: LastRun;
    stats?: WorkflowRunStatsDTO;
}


/** @public */
export interface WorkflowVersion {
    id: string;
    version: string;
}
/** @public */
export interface WorkflowsOverviewForEntityRequest {
    /**
     * Reference of a catalog entity, e.g. `component:default/payments`.
     */
    targetEntity?: string;
    annotationWorkflowIds?: Array<string>;
}
