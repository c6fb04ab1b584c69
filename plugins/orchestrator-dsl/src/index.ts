/**
 * The Serverless Workflow DSL: text to definition with problems at line and column, schemas, and expressions.
 *
 * @packageDocumentation
 */
export type {
  Authentication,
  CallA2aTask,
  CallAsyncApiTask,
  CallFunctionTask,
  CallGrpcTask,
  CallHttpTask,
  CallMcpTask,
  CallOpenApiTask,
  CallOutput,
  CallTask,
  DoTask,
  DocumentInfo,
  Duration,
  EmitTask,
  Endpoint,
  ErrorDefinition,
  ErrorFilter,
  EventCondition,
  EventFilter,
  EventRead,
  EventStrategy,
  EventTemplate,
  ExportDefinition,
  Expression,
  Extension,
  ExternalResource,
  FlowDirective,
  Foreach,
  ForTask,
  ForkTask,
  InputDefinition,
  Json,
  JsonSchema,
  ListenTask,
  OAuth2ClientAuthentication,
  OAuth2Grant,
  OAuth2Properties,
  OAuth2Token,
  OutputDefinition,
  ParseResult,
  Problem,
  Process,
  ProcessReturn,
  RaiseTask,
  RetryPolicy,
  RunTask,
  ScheduleDefinition,
  SchemaDefinition,
  SetTask,
  SwitchCase,
  SwitchTask,
  Task,
  TaskBase,
  TaskKind,
  Template,
  TryTask,
  WaitTask,
  WorkflowDefinition,
} from './language/WorkflowDefinition';
export { parseWorkflow, type ParseOptions } from './language/parseWorkflow';
export type {
  Capabilities,
  OfferedFunction,
  ProcessCapability,
} from './language/Capabilities';
export {
  approvalFunction,
  DEFAULT_DECISIONS,
} from './language/approvals/approvalFunction';
export { approverRef } from './language/approvals/approverRef';
export { dueTime } from './language/approvals/dueTime';
export { isApproval } from './language/approvals/isApproval';
export { nextCronTime } from './language/schedule/cronTimes';
export {
  parseFunction,
  type FunctionParseResult,
  type ParseFunctionOptions,
} from './language/functions/parseFunction';
export { parseDuration } from './language/parseDuration';
export { suggest } from './language/source/suggest';
export { valueAt } from './jsonPointer';
export type { ProblemCode } from './language/ProblemCode';
export {
  taskSchemas,
  workflowSchema,
  type TaskSchemaName,
} from './schema/language/languageSchemas';
export { InvalidSchemaError } from './schema/compileSchema';
export { validateValue, type SchemaViolation } from './schema/validateValue';
export {
  ExpressionEvaluationError,
  ExpressionSyntaxError,
  type ExpressionEvaluator,
  type Program,
  type Variables,
} from './expressions/ExpressionEvaluator';
export {
  evaluateTemplate,
  type TemplateContext,
} from './expressions/evaluateTemplate';
export {
  createJqExpressionEvaluator,
  DEFAULT_EXPRESSION_BUDGET,
  type JqExpressionEvaluatorOptions,
} from './expressions/jq/createJqExpressionEvaluator';
export {
  ExpressionBudgetError,
  type BudgetLimit,
  type ExpressionBudget,
} from './expressions/jq/ExpressionBudgetError';
export { editTask } from './editing/editTask';
export {
  TaskEditError,
  type CanvasPosition,
  type TaskEdit,
  type TaskText,
} from './editing/TaskEdit';
export type { TaskTemplate } from './templates/TaskTemplate';
export { taskTemplates } from './templates/taskTemplates';
export { buildGraph } from './graph/buildGraph';
export { toMermaid } from './graph/toMermaid';
export { layoutGraph } from './graph/layout/layoutGraph';
export type {
  Drawable,
  DrawableContainer,
  DrawableEdge,
  DrawableNode,
} from './graph/Drawable';
export type {
  Box,
  GraphLayout,
  LayoutOptions,
  Point,
  Route,
  Size,
} from './graph/layout/GraphLayout';
export type {
  GraphContainer,
  GraphContainerRole,
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
  GraphNodeKind,
  WorkflowGraph,
} from './graph/WorkflowGraph';
