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
export interface AuthToken {
    /**
     * Who issued it, e.g. `github`.
     */
    provider: string;
    token: string;
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
    InstanceNotFound: 'INSTANCE_NOT_FOUND',
    PayloadNotFound: 'PAYLOAD_NOT_FOUND',
    InputInvalid: 'INPUT_INVALID',
    DefinitionInvalid: 'DEFINITION_INVALID',
    StateConflict: 'STATE_CONFLICT',
    RequestInvalid: 'REQUEST_INVALID',
    NotImplemented: 'NOT_IMPLEMENTED',
    Unauthenticated: 'UNAUTHENTICATED',
    Forbidden: 'FORBIDDEN',
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
}
/** @public */
export interface ExecuteWorkflowRequestDTO {
    /**
     * The workflow's input.
     */
    inputData?: { [key: string]: any; };
    /**
     * Tokens for the services that the workflow calls. Answers 501 where the server does not take them.
     */
    authTokens?: Array<AuthToken>;
    /**
     * The catalog entity that the run is for, e.g. `component:default/payments`.
     */
    targetEntity?: string;
}
/** @public */
export interface ExecuteWorkflowResponseDTO {
    /**
     * The instance's id.
     */
    id: string;
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

/** @public */
export const HistoryOrder = {
    Asc: 'asc',
    Desc: 'desc'
} as const;
/** @public */
export type HistoryOrder = typeof HistoryOrder[keyof typeof HistoryOrder];

/** @public */
export interface InlinePayload {
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
    input?: Payload;
    output?: Payload;
    error?: ErrorDetails;
    /**
     * One for each execution of a task, in the order in which they first appear.
     */
    tasks: Array<TaskState>;
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
 * A recorded value, inline or by reference.
 * @public
 */
export type Payload = InlinePayload | PayloadRef;
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
export interface RetriggerInstanceRequestDTO {
    authTokens?: Array<AuthToken>;
}
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
 * Why the cursor could not be served; absent when there was none.
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
    retries: Array<TaskRetry>;
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
export interface WorkflowAvailabilityResponseDTO {
    isAvailable?: boolean;
    statusCode?: number;
    urlToFetch?: string;
    /**
     * Why it cannot run: the first problem of its definition, as `line 12, column 5: …`.
     */
    reason?: string;
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
}



/** @public */
export const WorkflowFormatDTO = {
    Yaml: 'yaml',
    Json: 'json'
} as const;
/** @public */
export type WorkflowFormatDTO = typeof WorkflowFormatDTO[keyof typeof WorkflowFormatDTO];

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
