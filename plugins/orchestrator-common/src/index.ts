/**
 * The orchestrator's API for everyone who uses it: contract, client, permissions, and the fold from events to state.
 *
 * @packageDocumentation
 */
export {
  INSTANCE_STATUSES,
  isTerminal,
  type ActKind,
  type Actor,
  type CloudEvent,
  type DefinitionVersion,
  type ErrorDetails,
  type EventData,
  type EventOf,
  type EventType,
  type InlinePayload,
  type InstanceStatus,
  type Json,
  type OrchestratorEvent,
  type Payload,
  type PayloadRef,
  type TaskRef,
  type TaskStatus,
  type TimerPurpose,
} from './events';
export { formatTaskKey, parseTaskKey, type ScopeStep } from './taskKey';
export {
  emptyInstance,
  foldEvents,
  foldInstance,
  hasEnded,
  type InstanceState,
  type TaskCall,
  type TaskRetry,
  type TaskState,
} from './foldInstance';
export {
  ApiConnection,
  type CallOptions,
  type OrchestratorApiOptions,
  type TokenSource,
} from './ApiConnection';
export {
  OrchestratorApi,
  type EventSelection,
  type ExecuteWorkflowRequest,
  type InstanceHistoryRequest,
  type InstanceRequest,
  type WatchOptions,
  type WorkflowRequest,
} from './OrchestratorApi';
export { OperationsClient } from './generated/client/OperationsClient';
export type { EventsReset, EventsWatchItem } from './EventsWatch';
export type { ConnectionChange, ConnectionStatus } from './StreamWatch';
export type {
  InstanceHistoryPage,
  LoggedEvent,
  StateSnapshot,
  WatchItem,
} from './InstanceWatch';
export type { Timing } from './Timing';
export {
  orchestratorInstanceAdminViewPermission,
  orchestratorPermissions,
  orchestratorWorkflowManagePermission,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
  RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
} from './permissions';
export { openApiSpec } from './generated/spec';
export type { components, operations, paths } from './generated/schema';
export { ErrorCode, ProcessInstanceStatusDTO } from './generated/client/models';
export type {
  AuthToken,
  ByeEvent,
  ByeReason,
  DefinitionProblem,
  ErrorBody,
  ErrorDetail,
  ErrorRequest,
  ErrorResponse,
  ErrorStatus,
  ExecuteWorkflowRequestDTO,
  ExecuteWorkflowResponseDTO,
  FieldFilter,
  FieldOperator,
  FieldValue,
  Filter,
  HistoryOrder,
  InputSchemaResponseDTO,
  InstanceStatus as InstanceStatusDTO,
  LogicalFilter,
  LogicalOperator,
  NestedCondition,
  NestedFilter,
  NextWorkflowDTO,
  NodeInstanceDTO,
  OrderDirection,
  OutputFormat,
  OutputValue,
  PaginationInfoDTO,
  PingEvent,
  ProblemSeverity,
  ProcessInstanceDTO,
  ProcessInstanceErrorDTO,
  ProcessInstanceListResultDTO,
  RetriggerInstanceRequestDTO,
  ScalarValue,
  SearchRequest,
  SnapshotReason,
  WorkflowAvailabilityResponseDTO,
  WorkflowDataDTO,
  WorkflowDetails,
  WorkflowFormatDTO,
  WorkflowLogEntry,
  WorkflowLogsResponse,
  WorkflowOutputDTO,
  WorkflowOverviewDTO,
  WorkflowOverviewListResultDTO,
  WorkflowResultDTO,
  WorkflowRunStatsDTO,
  WorkflowRunStatusDTO,
  WorkflowsOverviewForEntityRequest,
} from './generated/client/models';
