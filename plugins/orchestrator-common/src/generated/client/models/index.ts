// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
/* tslint:disable */
/* eslint-disable */
/**
 *
 * @export
 * @interface Actor
 */
export interface Actor {
    /**
     *
     * @type {ActorKind}
     * @memberof Actor
     */
    kind: ActorKind;
    /**
     *
     * @type {string}
     * @memberof Actor
     */
    ref?: string;
    /**
     *
     * @type {string}
     * @memberof Actor
     */
    reason?: string;
}



/**
 *
 * @export
 */
export const ActorKind = {
    User: 'user',
    Service: 'service',
    System: 'system'
} as const;
export type ActorKind = typeof ActorKind[keyof typeof ActorKind];

/**
 *
 * @export
 * @interface AuthToken
 */
export interface AuthToken {
    /**
     * Who issued it, e.g. `github`.
     * @type {string}
     * @memberof AuthToken
     */
    provider: string;
    /**
     *
     * @type {string}
     * @memberof AuthToken
     */
    token: string;
}
/**
 * The last event before the server closes the live stream.
 * @export
 * @interface ByeEvent
 */
export interface ByeEvent {
    /**
     *
     * @type {ByeReason}
     * @memberof ByeEvent
     */
    reason: ByeReason;
    /**
     * When to come back.
     * @type {number}
     * @memberof ByeEvent
     */
    reconnectAfterMs?: number;
}



/**
 *
 * @export
 */
export const ByeReason = {
    Finished: 'finished',
    Shutdown: 'shutdown',
    TokenExpired: 'token-expired',
    MaxAge: 'max-age',
    Forbidden: 'forbidden',
    SlowConsumer: 'slow-consumer'
} as const;
export type ByeReason = typeof ByeReason[keyof typeof ByeReason];

/**
 *
 * @export
 * @interface DefinitionProblem
 */
export interface DefinitionProblem {
    /**
     * Stable, e.g. `UNSUPPORTED`.
     * @type {string}
     * @memberof DefinitionProblem
     */
    code: string;
    /**
     *
     * @type {ProblemSeverity}
     * @memberof DefinitionProblem
     */
    severity: ProblemSeverity;
    /**
     *
     * @type {string}
     * @memberof DefinitionProblem
     */
    message: string;
    /**
     * JSON pointer into the definition.
     * @type {string}
     * @memberof DefinitionProblem
     */
    pointer: string;
    /**
     *
     * @type {number}
     * @memberof DefinitionProblem
     */
    line: number;
    /**
     *
     * @type {number}
     * @memberof DefinitionProblem
     */
    column: number;
    /**
     * What was probably meant.
     * @type {string}
     * @memberof DefinitionProblem
     */
    suggestion?: string;
}


/**
 * What failed, on what, and what to do.
 * @export
 * @interface ErrorBody
 */
export interface ErrorBody {
    /**
     * The kind of error, e.g. `NotFoundError`.
     * @type {string}
     * @memberof ErrorBody
     */
    name: string;
    /**
     *
     * @type {string}
     * @memberof ErrorBody
     */
    message: string;
    /**
     *
     * @type {ErrorCode}
     * @memberof ErrorBody
     */
    code?: ErrorCode;
    /**
     * Each single fault, when there are several places to look at.
     * @type {Array<ErrorDetail>}
     * @memberof ErrorBody
     */
    details?: Array<ErrorDetail>;
}



/**
 * Stable, for programs. Absent when the portal refuses a request before it reaches the orchestrator, which is so for a
 * token that is missing or not valid.
 *
 * @export
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
export type ErrorCode = typeof ErrorCode[keyof typeof ErrorCode];

/**
 *
 * @export
 * @interface ErrorDetail
 */
export interface ErrorDetail {
    /**
     * JSON pointer to what is wrong, e.g. `/name`; empty for the whole.
     * @type {string}
     * @memberof ErrorDetail
     */
    pointer: string;
    /**
     *
     * @type {string}
     * @memberof ErrorDetail
     */
    message: string;
}
/**
 * An error inside a run, as RFC 9457 and the language have it.
 * @export
 * @interface ErrorDetails
 */
export interface ErrorDetails {
    /**
     * E.g. `https://serverlessworkflow.io/spec/1.0.0/errors/communication`.
     * @type {string}
     * @memberof ErrorDetails
     */
    type: string;
    /**
     *
     * @type {number}
     * @memberof ErrorDetails
     */
    status: number;
    /**
     *
     * @type {string}
     * @memberof ErrorDetails
     */
    title?: string;
    /**
     *
     * @type {string}
     * @memberof ErrorDetails
     */
    detail?: string;
    /**
     * JSON pointer of the task that raised it.
     * @type {string}
     * @memberof ErrorDetails
     */
    instance?: string;
}
/**
 *
 * @export
 * @interface ErrorRequest
 */
export interface ErrorRequest {
    /**
     *
     * @type {string}
     * @memberof ErrorRequest
     */
    method: string;
    /**
     *
     * @type {string}
     * @memberof ErrorRequest
     */
    url: string;
}
/**
 * The body of every answer of 400 and above.
 * @export
 * @interface ErrorResponse
 */
export interface ErrorResponse {
    /**
     *
     * @type {ErrorBody}
     * @memberof ErrorResponse
     */
    error: ErrorBody;
    /**
     *
     * @type {ErrorRequest}
     * @memberof ErrorResponse
     */
    request: ErrorRequest;
    /**
     *
     * @type {ErrorStatus}
     * @memberof ErrorResponse
     */
    response: ErrorStatus;
}
/**
 *
 * @export
 * @interface ErrorStatus
 */
export interface ErrorStatus {
    /**
     *
     * @type {number}
     * @memberof ErrorStatus
     */
    statusCode: number;
}
/**
 *
 * @export
 * @interface EventPage
 */
export interface EventPage {
    /**
     *
     * @type {Array<OrchestratorEvent>}
     * @memberof EventPage
     */
    items: Array<OrchestratorEvent>;
    /**
     *
     * @type {string}
     * @memberof EventPage
     */
    epoch: string;
    /**
     * The oldest `seq` that the log still has.
     * @type {number}
     * @memberof EventPage
     */
    first: number;
    /**
     * The newest `seq`.
     * @type {number}
     * @memberof EventPage
     */
    head: number;
    /**
     * How many events the log has.
     * @type {number}
     * @memberof EventPage
     */
    total: number;
}
/**
 *
 * @export
 * @interface ExecuteWorkflowRequestDTO
 */
export interface ExecuteWorkflowRequestDTO {
    /**
     * The workflow's input.
     * @type {{ [key: string]: any; }}
     * @memberof ExecuteWorkflowRequestDTO
     */
    inputData?: { [key: string]: any; };
    /**
     * Tokens for the services that the workflow calls. Answers 501 where the server does not take them.
     * @type {Array<AuthToken>}
     * @memberof ExecuteWorkflowRequestDTO
     */
    authTokens?: Array<AuthToken>;
    /**
     * The catalog entity that the run is for, e.g. `component:default/payments`.
     * @type {string}
     * @memberof ExecuteWorkflowRequestDTO
     */
    targetEntity?: string;
}
/**
 *
 * @export
 * @interface ExecuteWorkflowResponseDTO
 */
export interface ExecuteWorkflowResponseDTO {
    /**
     * The instance's id.
     * @type {string}
     * @memberof ExecuteWorkflowResponseDTO
     */
    id: string;
}
/**
 * Compares a field; `IN` and `BETWEEN` take a list, `LIKE` takes `%` for any text, `IS_NULL` a boolean.
 * @export
 * @interface FieldFilter
 */
export interface FieldFilter {
    /**
     *
     * @type {string}
     * @memberof FieldFilter
     */
    field: string;
    /**
     *
     * @type {FieldOperator}
     * @memberof FieldFilter
     */
    operator: FieldOperator;
    /**
     *
     * @type {FieldValue}
     * @memberof FieldFilter
     */
    value: FieldValue;
}



/**
 *
 * @export
 */
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
export type FieldOperator = typeof FieldOperator[keyof typeof FieldOperator];

/**
 * @type FieldValue
 * A value, or a list of values.
 * @export
 */
export type FieldValue = Array<ScalarValue> | boolean | number | string;
/**
 * @type Filter
 * A condition on the items of a list.
 * @export
 */
export type Filter = FieldFilter | LogicalFilter | NestedFilter;

/**
 *
 * @export
 */
export const HistoryOrder = {
    Asc: 'asc',
    Desc: 'desc'
} as const;
export type HistoryOrder = typeof HistoryOrder[keyof typeof HistoryOrder];

/**
 *
 * @export
 * @interface InlinePayload
 */
export interface InlinePayload {
    /**
     *
     * @type {any}
     * @memberof InlinePayload
     */
    value: any | null;
}
/**
 *
 * @export
 * @interface InputSchemaResponseDTO
 */
export interface InputSchemaResponseDTO {
    /**
     * A JSON Schema.
     * @type {{ [key: string]: any; }}
     * @memberof InputSchemaResponseDTO
     */
    inputSchema?: { [key: string]: any; };
    /**
     * The input of the instance that was asked for.
     * @type {{ [key: string]: any; }}
     * @memberof InputSchemaResponseDTO
     */
    data?: { [key: string]: any; };
}
/**
 * The fold of an instance's event log up to `seq`.
 * @export
 * @interface InstanceState
 */
export interface InstanceState {
    /**
     *
     * @type {string}
     * @memberof InstanceState
     */
    id: string;
    /**
     *
     * @type {WorkflowVersion}
     * @memberof InstanceState
     */
    workflow: WorkflowVersion;
    /**
     *
     * @type {number}
     * @memberof InstanceState
     */
    seq: number;
    /**
     *
     * @type {string}
     * @memberof InstanceState
     */
    epoch: string;
    /**
     *
     * @type {InstanceStatus}
     * @memberof InstanceState
     */
    status: InstanceStatus;
    /**
     * Why it has this status, in one line.
     * @type {string}
     * @memberof InstanceState
     */
    because?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof InstanceState
     */
    createdAt: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof InstanceState
     */
    startedAt?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof InstanceState
     */
    endedAt?: string;
    /**
     * Who started it, e.g. `user:default/ada`.
     * @type {string}
     * @memberof InstanceState
     */
    initiator?: string;
    /**
     *
     * @type {string}
     * @memberof InstanceState
     */
    targetEntity?: string;
    /**
     *
     * @type {Payload}
     * @memberof InstanceState
     */
    input?: Payload;
    /**
     *
     * @type {Payload}
     * @memberof InstanceState
     */
    output?: Payload;
    /**
     *
     * @type {ErrorDetails}
     * @memberof InstanceState
     */
    error?: ErrorDetails;
    /**
     * One for each execution of a task, in the order in which they first appear.
     * @type {Array<TaskState>}
     * @memberof InstanceState
     */
    tasks: Array<TaskState>;
}



/**
 *
 * @export
 */
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
export type InstanceStatus = typeof InstanceStatus[keyof typeof InstanceStatus];

/**
 * Combines conditions; `NOT` holds when none of them does.
 * @export
 * @interface LogicalFilter
 */
export interface LogicalFilter {
    /**
     *
     * @type {LogicalOperator}
     * @memberof LogicalFilter
     */
    operator: LogicalOperator;
    /**
     *
     * @type {Array<Filter>}
     * @memberof LogicalFilter
     */
    filters: Array<Filter>;
}



/**
 *
 * @export
 */
export const LogicalOperator = {
    And: 'AND',
    Or: 'OR',
    Not: 'NOT'
} as const;
export type LogicalOperator = typeof LogicalOperator[keyof typeof LogicalOperator];

/**
 * @type NestedCondition
 * What a nested filter holds.
 * @export
 */
export type NestedCondition = FieldFilter | NestedFilter;
/**
 * A condition on a field of a field.
 * @export
 * @interface NestedFilter
 */
export interface NestedFilter {
    /**
     *
     * @type {string}
     * @memberof NestedFilter
     */
    field: string;
    /**
     *
     * @type {NestedCondition}
     * @memberof NestedFilter
     */
    nested: NestedCondition;
}
/**
 *
 * @export
 * @interface NextWorkflowDTO
 */
export interface NextWorkflowDTO {
    /**
     *
     * @type {string}
     * @memberof NextWorkflowDTO
     */
    id: string;
    /**
     *
     * @type {string}
     * @memberof NextWorkflowDTO
     */
    name: string;
}
/**
 *
 * @export
 * @interface NodeInstanceDTO
 */
export interface NodeInstanceDTO {
    /**
     *
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    typename?: string;
    /**
     * The key of the task's execution.
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    id: string;
    /**
     *
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    name?: string;
    /**
     * The kind of task, e.g. `set`.
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    type?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    enter?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    exit?: string;
    /**
     * JSON pointer of the task in the definition.
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    definitionId?: string;
    /**
     *
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    nodeId?: string;
    /**
     *
     * @type {string}
     * @memberof NodeInstanceDTO
     */
    errorMessage?: string;
}
/**
 * One entry of an instance's log. Ignore types and fields that you do not know.
 * @export
 * @interface OrchestratorEvent
 */
export interface OrchestratorEvent {
    /**
     * Version of this envelope, 1.
     * @type {number}
     * @memberof OrchestratorEvent
     */
    v: number;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     * @type {string}
     * @memberof OrchestratorEvent
     */
    id: string;
    /**
     * From 1, without gaps within the instance.
     * @type {number}
     * @memberof OrchestratorEvent
     */
    seq: number;
    /**
     * E.g. `task.started`.
     * @type {string}
     * @memberof OrchestratorEvent
     */
    type: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof OrchestratorEvent
     */
    time: string;
    /**
     *
     * @type {string}
     * @memberof OrchestratorEvent
     */
    instanceId: string;
    /**
     *
     * @type {WorkflowVersion}
     * @memberof OrchestratorEvent
     */
    workflow: WorkflowVersion;
    /**
     *
     * @type {TaskRef}
     * @memberof OrchestratorEvent
     */
    task?: TaskRef;
    /**
     *
     * @type {Actor}
     * @memberof OrchestratorEvent
     */
    actor?: Actor;
    /**
     * What happened; its fields depend on `type`.
     * @type {{ [key: string]: any; }}
     * @memberof OrchestratorEvent
     */
    data: { [key: string]: any; };
}

/**
 *
 * @export
 */
export const OrderDirection = {
    Asc: 'ASC',
    Desc: 'DESC'
} as const;
export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];


/**
 *
 * @export
 */
export const OutputFormat = {
    Text: 'text',
    Number: 'number',
    Link: 'link',
    Markdown: 'markdown'
} as const;
export type OutputFormat = typeof OutputFormat[keyof typeof OutputFormat];

/**
 * @type OutputValue
 *
 * @export
 */
export type OutputValue = number | string;
/**
 *
 * @export
 * @interface PaginationInfoDTO
 */
export interface PaginationInfoDTO {
    /**
     * How many items a page has at most.
     * @type {number}
     * @memberof PaginationInfoDTO
     */
    pageSize?: number;
    /**
     * How many items to leave out before the page.
     * @type {number}
     * @memberof PaginationInfoDTO
     */
    offset?: number;
    /**
     *
     * @type {OrderDirection}
     * @memberof PaginationInfoDTO
     */
    orderDirection?: OrderDirection;
    /**
     * The field to order by.
     * @type {string}
     * @memberof PaginationInfoDTO
     */
    orderBy?: string;
}


/**
 * @type Payload
 * A recorded value, inline or by reference.
 * @export
 */
export type Payload = InlinePayload | PayloadRef;
/**
 *
 * @export
 * @interface PayloadRef
 */
export interface PayloadRef {
    /**
     * For `getPayload`.
     * @type {string}
     * @memberof PayloadRef
     */
    ref: string;
    /**
     * Size as UTF-8 JSON text.
     * @type {number}
     * @memberof PayloadRef
     */
    bytes: number;
    /**
     *
     * @type {string}
     * @memberof PayloadRef
     */
    sha256: string;
    /**
     * The first 200 characters of the JSON text.
     * @type {string}
     * @memberof PayloadRef
     */
    preview: string;
}
/**
 * The live stream's heartbeat. `head` behind the log's end tells a client that it has lost something.
 * @export
 * @interface PingEvent
 */
export interface PingEvent {
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof PingEvent
     */
    serverTime: string;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     * @type {string}
     * @memberof PingEvent
     */
    head: string;
    /**
     * Milliseconds until the next one.
     * @type {number}
     * @memberof PingEvent
     */
    intervalMs: number;
}

/**
 *
 * @export
 */
export const ProblemSeverity = {
    Error: 'error',
    Warning: 'warning'
} as const;
export type ProblemSeverity = typeof ProblemSeverity[keyof typeof ProblemSeverity];

/**
 *
 * @export
 * @interface ProcessInstanceDTO
 */
export interface ProcessInstanceDTO {
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    id: string;
    /**
     * The workflow's id.
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    processId: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    version?: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    processName?: string;
    /**
     *
     * @type {ProcessInstanceStatusDTO}
     * @memberof ProcessInstanceDTO
     */
    state?: ProcessInstanceStatusDTO;
    /**
     *
     * @type {InstanceStatus}
     * @memberof ProcessInstanceDTO
     */
    status?: InstanceStatus;
    /**
     * Why it has this status, in one line.
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    because?: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    endpoint?: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    serviceUrl?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    start?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    end?: string;
    /**
     * For people.
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    duration?: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    description?: string;
    /**
     *
     * @type {WorkflowDataDTO}
     * @memberof ProcessInstanceDTO
     */
    workflowdata?: WorkflowDataDTO;
    /**
     * Who started it.
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    initiatorEntity?: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceDTO
     */
    targetEntity?: string;
    /**
     *
     * @type {Array<string>}
     * @memberof ProcessInstanceDTO
     */
    executionSummary?: Array<string>;
    /**
     *
     * @type {ProcessInstanceErrorDTO}
     * @memberof ProcessInstanceDTO
     */
    error?: ProcessInstanceErrorDTO;
    /**
     *
     * @type {Array<NodeInstanceDTO>}
     * @memberof ProcessInstanceDTO
     */
    nodes: Array<NodeInstanceDTO>;
}


/**
 *
 * @export
 * @interface ProcessInstanceErrorDTO
 */
export interface ProcessInstanceErrorDTO {
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceErrorDTO
     */
    typename?: string;
    /**
     * JSON pointer of the task that failed.
     * @type {string}
     * @memberof ProcessInstanceErrorDTO
     */
    nodeDefinitionId: string;
    /**
     *
     * @type {string}
     * @memberof ProcessInstanceErrorDTO
     */
    message?: string;
}
/**
 *
 * @export
 * @interface ProcessInstanceListResultDTO
 */
export interface ProcessInstanceListResultDTO {
    /**
     * How many match in all.
     * @type {number}
     * @memberof ProcessInstanceListResultDTO
     */
    totalCount?: number;
    /**
     *
     * @type {Array<ProcessInstanceDTO>}
     * @memberof ProcessInstanceListResultDTO
     */
    items?: Array<ProcessInstanceDTO>;
    /**
     *
     * @type {PaginationInfoDTO}
     * @memberof ProcessInstanceListResultDTO
     */
    paginationInfo?: PaginationInfoDTO;
}

/**
 *
 * @export
 */
export const ProcessInstanceStatusDTO = {
    Active: 'ACTIVE',
    Error: 'ERROR',
    Completed: 'COMPLETED',
    Aborted: 'ABORTED',
    Suspended: 'SUSPENDED',
    Pending: 'PENDING'
} as const;
export type ProcessInstanceStatusDTO = typeof ProcessInstanceStatusDTO[keyof typeof ProcessInstanceStatusDTO];

/**
 *
 * @export
 * @interface RetriggerInstanceRequestDTO
 */
export interface RetriggerInstanceRequestDTO {
    /**
     *
     * @type {Array<AuthToken>}
     * @memberof RetriggerInstanceRequestDTO
     */
    authTokens?: Array<AuthToken>;
}
/**
 * @type ScalarValue
 * A single value.
 * @export
 */
export type ScalarValue = boolean | number | string;
/**
 * Which items, in which order, which page.
 * @export
 * @interface SearchRequest
 */
export interface SearchRequest {
    /**
     *
     * @type {Filter}
     * @memberof SearchRequest
     */
    filters?: Filter;
    /**
     *
     * @type {PaginationInfoDTO}
     * @memberof SearchRequest
     */
    paginationInfo?: PaginationInfoDTO;
}
/**
 *
 * @export
 * @interface SnapshotData
 */
export interface SnapshotData {
    /**
     *
     * @type {InstanceState}
     * @memberof SnapshotData
     */
    state: InstanceState;
    /**
     *
     * @type {SnapshotReason}
     * @memberof SnapshotData
     */
    reason?: SnapshotReason;
}


/**
 * What the live stream sends when it has to replace all that the client knows.
 * @export
 * @interface SnapshotEvent
 */
export interface SnapshotEvent {
    /**
     *
     * @type {number}
     * @memberof SnapshotEvent
     */
    v: number;
    /**
     * `<epoch>.<seq>`. The epoch changes when a log is rebuilt.
     * @type {string}
     * @memberof SnapshotEvent
     */
    id: string;
    /**
     *
     * @type {number}
     * @memberof SnapshotEvent
     */
    seq: number;
    /**
     *
     * @type {string}
     * @memberof SnapshotEvent
     */
    type: SnapshotEventTypeEnum;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof SnapshotEvent
     */
    time: string;
    /**
     *
     * @type {string}
     * @memberof SnapshotEvent
     */
    instanceId: string;
    /**
     *
     * @type {WorkflowVersion}
     * @memberof SnapshotEvent
     */
    workflow: WorkflowVersion;
    /**
     *
     * @type {SnapshotData}
     * @memberof SnapshotEvent
     */
    data: SnapshotData;
}


/**
 * @export
 */
export const SnapshotEventTypeEnum = {
    Snapshot: 'snapshot'
} as const;
export type SnapshotEventTypeEnum = typeof SnapshotEventTypeEnum[keyof typeof SnapshotEventTypeEnum];


/**
 * Why the cursor could not be served; absent when there was none.
 * @export
 */
export const SnapshotReason = {
    Epoch: 'epoch',
    Expired: 'expired',
    Ahead: 'ahead',
    Lagging: 'lagging'
} as const;
export type SnapshotReason = typeof SnapshotReason[keyof typeof SnapshotReason];

/**
 * The task's last call.
 * @export
 * @interface TaskCall
 */
export interface TaskCall {
    /**
     * E.g. `GET http://localhost:7007/api/catalog/entities`.
     * @type {string}
     * @memberof TaskCall
     */
    target: string;
    /**
     * The HTTP status, when an answer came.
     * @type {number}
     * @memberof TaskCall
     */
    status?: number;
    /**
     * Whether it succeeded; absent while it is under way.
     * @type {boolean}
     * @memberof TaskCall
     */
    ok?: boolean;
}
/**
 *
 * @export
 * @interface TaskRef
 */
export interface TaskRef {
    /**
     * JSON pointer of the task in the definition.
     * @type {string}
     * @memberof TaskRef
     */
    ref: string;
    /**
     *
     * @type {string}
     * @memberof TaskRef
     */
    name: string;
    /**
     *
     * @type {string}
     * @memberof TaskRef
     */
    iteration?: string;
    /**
     *
     * @type {number}
     * @memberof TaskRef
     */
    attempt?: number;
    /**
     * The key of the task's execution.
     * @type {string}
     * @memberof TaskRef
     */
    runId: string;
}
/**
 *
 * @export
 * @interface TaskRetry
 */
export interface TaskRetry {
    /**
     * The attempt that was scheduled.
     * @type {number}
     * @memberof TaskRetry
     */
    attempt: number;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof TaskRetry
     */
    nextAt: string;
    /**
     *
     * @type {ErrorDetails}
     * @memberof TaskRetry
     */
    error: ErrorDetails;
}
/**
 *
 * @export
 * @interface TaskState
 */
export interface TaskState {
    /**
     * Unique for this execution in its instance, e.g. `/do/0/each/do/0/fetch[3]`.
     * @type {string}
     * @memberof TaskState
     */
    key: string;
    /**
     * JSON pointer of the task in the definition.
     * @type {string}
     * @memberof TaskState
     */
    ref: string;
    /**
     *
     * @type {string}
     * @memberof TaskState
     */
    name: string;
    /**
     * E.g. `call`.
     * @type {string}
     * @memberof TaskState
     */
    kind?: string;
    /**
     * Loop indices, outermost first, e.g. `3.0`.
     * @type {string}
     * @memberof TaskState
     */
    iteration?: string;
    /**
     *
     * @type {number}
     * @memberof TaskState
     */
    attempt?: number;
    /**
     *
     * @type {TaskStatus}
     * @memberof TaskState
     */
    status: TaskStatus;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof TaskState
     */
    startedAt?: string;
    /**
     * ISO 8601 in UTC.
     * @type {string}
     * @memberof TaskState
     */
    endedAt?: string;
    /**
     *
     * @type {Payload}
     * @memberof TaskState
     */
    input?: Payload;
    /**
     *
     * @type {Payload}
     * @memberof TaskState
     */
    output?: Payload;
    /**
     *
     * @type {ErrorDetails}
     * @memberof TaskState
     */
    error?: ErrorDetails;
    /**
     * While it waits or backs off: until when, ISO 8601 in UTC.
     * @type {string}
     * @memberof TaskState
     */
    waitingUntil?: string;
    /**
     *
     * @type {Array<TaskRetry>}
     * @memberof TaskState
     */
    retries: Array<TaskRetry>;
    /**
     *
     * @type {TaskCall}
     * @memberof TaskState
     */
    call?: TaskCall;
}



/**
 *
 * @export
 */
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
export type TaskStatus = typeof TaskStatus[keyof typeof TaskStatus];

/**
 *
 * @export
 * @interface WorkflowAvailabilityResponseDTO
 */
export interface WorkflowAvailabilityResponseDTO {
    /**
     *
     * @type {boolean}
     * @memberof WorkflowAvailabilityResponseDTO
     */
    isAvailable?: boolean;
    /**
     *
     * @type {number}
     * @memberof WorkflowAvailabilityResponseDTO
     */
    statusCode?: number;
    /**
     *
     * @type {string}
     * @memberof WorkflowAvailabilityResponseDTO
     */
    urlToFetch?: string;
    /**
     * Why it cannot run: the first problem of its definition, as `line 12, column 5: …`.
     * @type {string}
     * @memberof WorkflowAvailabilityResponseDTO
     */
    reason?: string;
}
/**
 * The run's output, or its input until there is one. `result` is shown to people.
 * @export
 * @interface WorkflowDataDTO
 */
export interface WorkflowDataDTO {
    [key: string]: any | any;
    /**
     *
     * @type {WorkflowResultDTO}
     * @memberof WorkflowDataDTO
     */
    result?: WorkflowResultDTO;
}
/**
 * A definition and what was found wrong with it.
 * @export
 * @interface WorkflowDetails
 */
export interface WorkflowDetails {
    /**
     *
     * @type {string}
     * @memberof WorkflowDetails
     */
    workflowId: string;
    /**
     * Empty when it cannot be read.
     * @type {string}
     * @memberof WorkflowDetails
     */
    namespace: string;
    /**
     *
     * @type {string}
     * @memberof WorkflowDetails
     */
    name: string;
    /**
     * Empty when it cannot be read.
     * @type {string}
     * @memberof WorkflowDetails
     */
    version: string;
    /**
     *
     * @type {string}
     * @memberof WorkflowDetails
     */
    title?: string;
    /**
     *
     * @type {string}
     * @memberof WorkflowDetails
     */
    description?: string;
    /**
     *
     * @type {WorkflowFormatDTO}
     * @memberof WorkflowDetails
     */
    format: WorkflowFormatDTO;
    /**
     * Whether no problem is an error.
     * @type {boolean}
     * @memberof WorkflowDetails
     */
    valid: boolean;
    /**
     *
     * @type {Array<DefinitionProblem>}
     * @memberof WorkflowDetails
     */
    problems: Array<DefinitionProblem>;
    /**
     * A JSON Schema.
     * @type {{ [key: string]: any; }}
     * @memberof WorkflowDetails
     */
    inputSchema?: { [key: string]: any; };
    /**
     * The document as JSON; absent when it is not readable.
     * @type {{ [key: string]: any; }}
     * @memberof WorkflowDetails
     */
    definition?: { [key: string]: any; };
    /**
     *
     * @type {Array<string>}
     * @memberof WorkflowDetails
     */
    tags: Array<string>;
}



/**
 *
 * @export
 */
export const WorkflowFormatDTO = {
    Yaml: 'yaml',
    Json: 'json'
} as const;
export type WorkflowFormatDTO = typeof WorkflowFormatDTO[keyof typeof WorkflowFormatDTO];

/**
 *
 * @export
 * @interface WorkflowLogEntry
 */
export interface WorkflowLogEntry {
    /**
     *
     * @type {string}
     * @memberof WorkflowLogEntry
     */
    id: string;
    /**
     *
     * @type {string}
     * @memberof WorkflowLogEntry
     */
    log: string;
}
/**
 *
 * @export
 * @interface WorkflowLogsResponse
 */
export interface WorkflowLogsResponse {
    /**
     *
     * @type {string}
     * @memberof WorkflowLogsResponse
     */
    instanceId?: string;
    /**
     *
     * @type {Array<WorkflowLogEntry>}
     * @memberof WorkflowLogsResponse
     */
    logs?: Array<WorkflowLogEntry>;
}
/**
 *
 * @export
 * @interface WorkflowOutputDTO
 */
export interface WorkflowOutputDTO {
    /**
     *
     * @type {string}
     * @memberof WorkflowOutputDTO
     */
    key: string;
    /**
     *
     * @type {OutputValue}
     * @memberof WorkflowOutputDTO
     */
    value: OutputValue;
    /**
     *
     * @type {OutputFormat}
     * @memberof WorkflowOutputDTO
     */
    format?: OutputFormat;
}


/**
 *
 * @export
 * @interface WorkflowOverviewDTO
 */
export interface WorkflowOverviewDTO {
    /**
     *
     * @type {string}
     * @memberof WorkflowOverviewDTO
     */
    workflowId: string;
    /**
     * The title, or the name when there is none.
     * @type {string}
     * @memberof WorkflowOverviewDTO
     */
    name?: string;
    /**
     *
     * @type {WorkflowFormatDTO}
     * @memberof WorkflowOverviewDTO
     */
    format: WorkflowFormatDTO;
    /**
     *
     * @type {string}
     * @memberof WorkflowOverviewDTO
     */
    lastRunId?: string;
    /**
     * When it last ran, in milliseconds since 1970; absent when it never did.
     * @type {number}
     * @memberof WorkflowOverviewDTO
     */
    lastTriggeredMs?: number;
    /**
     *
     * @type {ProcessInstanceStatusDTO}
     * @memberof WorkflowOverviewDTO
     */
    lastRunStatus?: ProcessInstanceStatusDTO;
    /**
     *
     * @type {string}
     * @memberof WorkflowOverviewDTO
     */
    description?: string;
    /**
     * Whether it can run.
     * @type {boolean}
     * @memberof WorkflowOverviewDTO
     */
    isAvailable?: boolean;
    /**
     *
     * @type {WorkflowAvailabilityResponseDTO}
     * @memberof WorkflowOverviewDTO
     */
    availability?: WorkflowAvailabilityResponseDTO;
    /**
     *
     * @type {string}
     * @memberof WorkflowOverviewDTO
     */
    version?: string;
    /**
     *
     * @type {WorkflowRunStatsDTO}
     * @memberof WorkflowOverviewDTO
     */
    workflowRunStats?: WorkflowRunStatsDTO;
}


/**
 *
 * @export
 * @interface WorkflowOverviewListResultDTO
 */
export interface WorkflowOverviewListResultDTO {
    /**
     *
     * @type {Array<WorkflowOverviewDTO>}
     * @memberof WorkflowOverviewListResultDTO
     */
    overviews?: Array<WorkflowOverviewDTO>;
    /**
     *
     * @type {PaginationInfoDTO}
     * @memberof WorkflowOverviewListResultDTO
     */
    paginationInfo?: PaginationInfoDTO;
}
/**
 *
 * @export
 * @interface WorkflowResultDTO
 */
export interface WorkflowResultDTO {
    /**
     *
     * @type {string}
     * @memberof WorkflowResultDTO
     */
    message?: string;
    /**
     *
     * @type {Array<NextWorkflowDTO>}
     * @memberof WorkflowResultDTO
     */
    nextWorkflows?: Array<NextWorkflowDTO>;
    /**
     *
     * @type {Array<WorkflowOutputDTO>}
     * @memberof WorkflowResultDTO
     */
    outputs?: Array<WorkflowOutputDTO>;
}
/**
 *
 * @export
 * @interface WorkflowRunStatsDTO
 */
export interface WorkflowRunStatsDTO {
    /**
     * Completed among those that completed or failed, 0 to 1; absent before the first.
     * @type {number}
     * @memberof WorkflowRunStatsDTO
     */
    successRatio?: number;
    /**
     * Runs of the last 30 days.
     * @type {number}
     * @memberof WorkflowRunStatsDTO
     */
    runsLastMonth?: number;
    /**
     *
     * @type {number}
     * @memberof WorkflowRunStatsDTO
     */
    successCount?: number;
    /**
     *
     * @type {number}
     * @memberof WorkflowRunStatsDTO
     */
    errorCount?: number;
    /**
     *
     * @type {number}
     * @memberof WorkflowRunStatsDTO
     */
    totalCount?: number;
    /**
     * Milliseconds, of completed runs; absent before the first.
     * @type {number}
     * @memberof WorkflowRunStatsDTO
     */
    averageTimeToComplete?: number;
}
/**
 *
 * @export
 * @interface WorkflowRunStatusDTO
 */
export interface WorkflowRunStatusDTO {
    /**
     * For people.
     * @type {string}
     * @memberof WorkflowRunStatusDTO
     */
    key?: string;
    /**
     *
     * @type {string}
     * @memberof WorkflowRunStatusDTO
     */
    value?: string;
}
/**
 *
 * @export
 * @interface WorkflowVersion
 */
export interface WorkflowVersion {
    /**
     *
     * @type {string}
     * @memberof WorkflowVersion
     */
    id: string;
    /**
     *
     * @type {string}
     * @memberof WorkflowVersion
     */
    version: string;
}
/**
 *
 * @export
 * @interface WorkflowsOverviewForEntityRequest
 */
export interface WorkflowsOverviewForEntityRequest {
    /**
     * Reference of a catalog entity, e.g. `component:default/payments`.
     * @type {string}
     * @memberof WorkflowsOverviewForEntityRequest
     */
    targetEntity?: string;
    /**
     *
     * @type {Array<string>}
     * @memberof WorkflowsOverviewForEntityRequest
     */
    annotationWorkflowIds?: Array<string>;
}
