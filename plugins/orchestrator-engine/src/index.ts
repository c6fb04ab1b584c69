/**
 * The durable workflow engine: runs workflows of the Serverless Workflow DSL over SQLite or Postgres. Needs no Backstage.
 *
 * @packageDocumentation
 */
export { EngineError, type EngineErrorCode, type Fault } from './EngineError';
export { listFaults } from './listFaults';
export type { TaskAction } from './TaskAction';
export { Activities, type ActivitiesByKind } from './activities/Activities';
export type {
  ActivityCall,
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from './activities/ActivityExecutor';
export {
  createActivities,
  type ActivitiesOptions,
  type DeployedActivities,
  type RunOptions,
} from './activities/createActivities';
export { ASYNCAPI_PROTOCOLS } from './activities/asyncapi/AsyncApiEndpoint';
export {
  logFunction,
  type FunctionLogger,
} from './activities/functions/logFunction';
export {
  OfferedFunctions,
  type FunctionContext,
  type OfferedFunction,
} from './activities/functions/OfferedFunctions';
export type { EgressRules } from './activities/egress/EgressPolicy';
export type { GuardedHttpOptions } from './activities/egress/GuardedHttp';
export type { PluginEndpoints } from './activities/egress/PluginEndpoints';
export type { McpOptions } from './activities/mcp/McpActivity';
export type {
  ContainerOptions,
  ProcessLimits,
  ScriptOptions,
  ShellOptions,
} from './activities/process/ProcessOptions';
export type {
  A2aEffect,
  ActivityEffect,
  Asked,
  AsyncApiEffect,
  ChildEffect,
  ContainerEffect,
  Credentials,
  DocumentEffect,
  DurableHost,
  Effect,
  EffectBase,
  EmitEffect,
  EventExpectation,
  FunctionEffect,
  ApprovalEffect,
  GateEffect,
  GrpcEffect,
  HttpEffect,
  ListenEffect,
  McpEffect,
  OAuth2Request,
  OAuth2TokenRequestToken,
  OpenApiEffect,
  Outcome,
  ProcessEffectBase,
  ReceivedEvent,
  RecordedType,
  ResourceRequest,
  RunStart,
  ScriptEffect,
  Settled,
  ShellEffect,
  TaskEntry,
  TimerDetails,
  TimerEffect,
  WithValues,
} from './interpreter/DurableHost';
export type { RuntimeInfo } from './interpreter/Run';
export { DEFAULT_RUN_LIMITS, type RunLimits } from './interpreter/RunLimits';
export {
  BEHAVIOUR_VERSION,
  runWorkflow,
  type RunWorkflowOptions,
} from './interpreter/runWorkflow';
export {
  STANDARD_ERRORS,
  standardError,
  standardErrorType,
  WorkflowError,
  type StandardErrorKind,
} from './interpreter/WorkflowError';
export { systemClock, type Clock } from './runtime/Clock';
export { DatabaseVersion } from './runtime/DatabaseVersion';
export {
  EmbeddedRuntime,
  type EmbeddedRuntimeOptions,
} from './runtime/EmbeddedRuntime';
export {
  defaultRetention,
  type RetentionSettings,
} from './runtime/housekeeping/Housekeeper';
export { LogTrimmer } from './runtime/housekeeping/LogTrimmer';
export {
  lifecycleEvents,
  type LifecycleLevel,
} from './runtime/lifecycle/lifecycleEvents';
export { JobRunner, type JobRunnerOptions } from './runtime/jobs/JobRunner';
export type { LifecycleOptions } from './runtime/lifecycle/LifecyclePublisher';
export { Webhooks, type WebhooksOptions } from './runtime/webhooks/Webhooks';
export {
  WebhookRegistry,
  type WebhookChangeRequest,
  type WebhookRequest,
  type WebhookWithSecret,
} from './runtime/webhooks/WebhookRegistry';
export type { MisfirePolicy } from './runtime/schedules/occurrences';
export { openTelemetry } from './runtime/telemetry/openTelemetry';
export {
  METRICS,
  type AttributesOf,
  type AttributeTypes,
  type Metric,
  type MetricName,
} from './runtime/telemetry/metricsTable';
export { noTelemetry, type Telemetry } from './runtime/telemetry/Telemetry';
export {
  telemetryOf,
  type Meter,
  type MeterAttributes,
  type MeterOptions,
  type Recorder,
} from './runtime/telemetry/telemetryOf';
export type { UpkeepOptions } from './runtime/Upkeep';
export { keptApart } from './runtime/payloads';
export { presentEvent } from './runtime/presentEvent';
export { upcomingOccurrences } from './runtime/schedules/occurrences';
export { TRIGGER_LABEL } from './runtime/schedules/OccurrenceStarter';
export type { RunMeans } from './runtime/runOptionsFor';
export {
  tryWorkflow,
  type Trial,
  type TrialReport,
} from './runtime/trial/tryWorkflow';
export type { Mock, TrialCall } from './runtime/trial/MockedWorld';
export type { AuthTokens } from './runtime/secrets/AuthTokens';
export { DecryptionFailedError } from './runtime/secrets/DecryptionFailedError';
export type {
  BodyPlace,
  BranchPlace,
  Checkpoint,
  EffectPlace,
  ForkPlace,
  FunctionPlace,
  ListenPlace,
  ListPlace,
  Moment,
  RunPlace,
  StatusReason,
  TaskPlace,
  TryPlace,
} from './interpreter/Checkpoint';
export { WebhookSecrets } from './runtime/webhooks/WebhookSecrets';
export { EgressPolicy } from './activities/egress/EgressPolicy';
export { SecretCipher } from './runtime/secrets/SecretCipher';
export type {
  SecretSource,
  SecretValues,
} from './runtime/secrets/SecretSource';
export type { EngineLogger } from './runtime/EngineLogger';
export {
  defaultWorkerSettings,
  type WorkerSettings,
} from './runtime/WorkerSettings';
export type {
  Act,
  CancelAct,
  EventReceipt,
  RetryRequest,
  StartRequest,
  WorkflowRuntime,
} from './runtime/WorkflowRuntime';
export type {
  CurrentDefinition,
  CurrentVersion,
  DefinitionStore,
  StoredDefinition,
} from './store/DefinitionStore';
export { API_SOURCE } from './store/DefinitionStore';
export type { Filter, FilterValue } from './store/Filter';
export type { DutyStore, HeldDuty } from './store/DutyStore';
export type {
  Approval,
  ApprovalFilter,
  ApprovalPlace,
  ApprovalQuery,
  ApprovalStatus,
  ApprovalStore,
  ApprovalTerms,
  NewApproval,
  NewVote,
  Vote,
  Voted,
} from './store/ApprovalStore';
export type { AskedOptions } from './runtime/approvals/ApprovalTeller';
export type { DecisionRequest } from './runtime/approvals/Decisions';
export type {
  Await,
  AwaitPlace,
  AwaitShape,
  Dispatch,
  EventIdentity,
  EventKey,
  EventPlace,
  EventSignal,
  EventStore,
  InboxEvent,
  KnownShape,
  ListeningEntry,
  NewAwait,
  NewInboxEvent,
  ScheduledEvent,
  TakenSince,
} from './store/EventStore';
export type { FeedEntry, FeedPage, FeedReader } from './store/FeedReader';
export type {
  EndedBatch,
  EndedDeleted,
  HousekeepingStore,
  OldBatch,
  SweptOrphans,
  SweptTo,
} from './store/HousekeepingStore';
export type { LogBase, LogTrim, LogTrimStore } from './store/LogTrimStore';
export {
  scheduleOf,
  scheduleOwner,
  type NewSchedule,
  type Occurrence,
  type OccurrencePlace,
  type Schedule,
  type ScheduleEvent,
  type ScheduleKind,
  type ScheduleStore,
} from './store/ScheduleStore';
export {
  INSTANCE_FIELDS,
  type InstanceField,
  type InstanceFilter,
  type InstancePlace,
  type InstanceQuery,
  type InstanceReader,
  type PayloadText,
  type LogFilter,
  type WorkflowStats,
} from './store/InstanceReader';
export {
  WorkerFencedError,
  type Accepted,
  type Append,
  type Claim,
  type Commit,
  type Committed,
  type Creation,
  type FirstStep,
  type Instance,
  type InstanceChange,
  type InstanceStore,
  type LogEntry,
  type NewInstance,
  type ParentRef,
  type QueuedWorkflow,
  DROPPED_TOKENS,
  KEY_LIFETIME_MS,
  type Idempotency,
  type KeyUse,
  type RetryData,
  type Signal,
  type SignalAccepted,
  type SignalData,
  type StoredPayload,
} from './store/InstanceStore';
export type {
  AnswerStore,
  KeyedRequest,
  Reservation,
} from './store/AnswerStore';
export {
  JOB_ACTIONS,
  type AskedItem,
  type CountedJob,
  type ItemResult,
  type Job,
  type JobAccepted,
  type JobAction,
  type JobFigures,
  type JobItem,
  type JobOutcome,
  type JobPlace,
  type JobStatus,
  type JobStore,
  type NewJob,
} from './store/JobStore';
export { KnexDefinitionStore } from './store/knex/KnexDefinitionStore';
export type { WorkflowEditor, WorkflowSettings } from './store/WorkflowEditor';
export {
  WORKFLOW_FIELDS,
  type ListedWorkflow,
  type WorkflowField,
  type WorkflowFilter,
  type WorkflowHealth,
  type WorkflowListQuery,
  type WorkflowPlace,
  type WorkflowReader,
} from './store/WorkflowReader';
export { KnexDutyStore } from './store/knex/KnexDutyStore';
export { KnexApprovalStore } from './store/knex/KnexApprovalStore';
export { KnexEventStore } from './store/knex/KnexEventStore';
export { KnexFeedReader } from './store/knex/KnexFeedReader';
export { KnexHousekeepingStore } from './store/knex/KnexHousekeepingStore';
export { KnexAnswerStore } from './store/knex/KnexAnswerStore';
export { KnexJobStore } from './store/knex/KnexJobStore';
export { KnexScheduleStore } from './store/knex/KnexScheduleStore';
export { KnexTrialStore } from './store/knex/KnexTrialStore';
export type { StoredTrial, TrialKey, TrialStore } from './store/TrialStore';
export { KnexWebhookStore } from './store/knex/KnexWebhookStore';
export type {
  AttemptedDelivery,
  DeliveryHold,
  DeliveryPlace,
  DeliverySettlement,
  DueWebhook,
  KeptSecret,
  NewWebhook,
  NewWebhookDelivery,
  Webhook,
  WebhookAttempt,
  WebhookChange,
  WebhookDelivery,
  WebhookDeliveryStatus,
  WebhookStore,
} from './store/WebhookStore';
export { openStores } from './store/knex/openStores';
export { KnexInstanceReader } from './store/knex/KnexInstanceReader';
export { KnexInstanceStore } from './store/knex/KnexInstanceStore';
export { KnexWorkflowEditor } from './store/knex/KnexWorkflowEditor';
export { KnexWorkflowReader } from './store/knex/KnexWorkflowReader';
export { limitSilence } from './store/knex/limitSilence';
export { migrate, requireKnown } from './store/knex/migrate';
