/**
 * The orchestrator's API for everyone who uses it: contract, client, permissions, and the fold from events to state.
 *
 * @packageDocumentation
 */
export * from './events';
export * from './taskKey';
export {
  emptyInstance,
  foldEvents,
  foldInstance,
  type InstanceState,
  type TaskCall,
  type TaskRetry,
  type TaskState,
} from './foldInstance';
export {
  OrchestratorApi,
  type CallOptions,
  type ExecuteWorkflowRequest,
  type InstanceHistoryRequest,
  type InstanceRequest,
  type OrchestratorApiOptions,
  type TokenSource,
  type WatchOptions,
  type WorkflowRequest,
} from './OrchestratorApi';
export type {
  ConnectionChange,
  ConnectionStatus,
  InstanceHistoryPage,
  LoggedEvent,
  StateSnapshot,
  WatchItem,
} from './InstanceWatch';
export type { Timing } from './Timing';
export {
  orchestratorInstanceAdminViewPermission,
  orchestratorPermissions,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
  RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
} from './permissions';
export { openApiSpec } from './generated/spec';
export type { components, operations, paths } from './generated/schema';
export {
  ErrorCode,
  ProcessInstanceStatusDTO,
} from './generated/client/models';
export type {
  AuthToken,
  ByeEvent,
  ByeReason,
  DefinitionProblem,
  ErrorBody,
  ErrorDetail,
  ErrorResponse,
  ExecuteWorkflowRequestDTO,
  ExecuteWorkflowResponseDTO,
  FieldFilter,
  FieldOperator,
  FieldValue,
  Filter,
  HistoryOrder,
  InputSchemaResponseDTO,
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
