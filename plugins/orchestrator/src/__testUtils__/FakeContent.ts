import type {
  Approval,
  DefinitionVersionPage,
  DryRunResult,
  ExecuteWorkflowRequest,
  InstanceComparison,
  Job,
  Json,
  OccurrencePage,
  TaskTestResult,
  Trigger,
  Webhook,
  WorkflowDetails,
  WorkflowGraph,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { OrchestratorClient } from '../api/OrchestratorClient';
import type { InstanceLog } from './InstanceLog';

type RequestOf<Name extends 'dryRunWorkflow' | 'executeTask'> = Parameters<
  OrchestratorClient[Name]
>[0];
type DryRunWorkflow = RequestOf<'dryRunWorkflow'>;
type ExecuteTask = RequestOf<'executeTask'>;

/** A definition, and its text where it matters. */
export type FakeWorkflow = WorkflowDetails & { readonly source?: string };

/** A request to act on an instance or on one of its tasks. */
export interface FakeActRequest {
  readonly instanceId: string;
  readonly taskRef?: string;
  readonly reason?: string;
  readonly idempotencyKey?: string;
}

/** Answers the request to run, with the id of an instance; or throws what the server would answer. */
export type Execute = (request: ExecuteWorkflowRequest) => Promise<string>;

/** A text that a workflow has had, and what the server makes of it. */
export type FakeVersion = DefinitionVersionPage['items'][number] & {
  readonly source: string;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly graph: WorkflowGraph;
};

/** Answers a trial; or throws what the server would answer. */
export type Try<Request, Result> = (request: Request) => Promise<Result>;

/** What a `FakeOrchestratorClient` knows. */
export interface FakeContent {
  readonly workflows?: readonly FakeWorkflow[];
  /** Of an instance of more tasks, only so many are told with its state. */
  readonly maxTasks?: number;
  readonly logs?: readonly InstanceLog[];
  /** Values kept apart, by their reference. */
  readonly payloads?: Readonly<Record<string, Json>>;
  readonly execute?: Execute;
  readonly approvals?: readonly Approval[];
  readonly triggers?: readonly Trigger[];
  /** Of each trigger. */
  readonly occurrences?: OccurrencePage;
  /** By the id of the workflow. */
  readonly graphs?: Readonly<Record<string, WorkflowGraph>>;
  /** By the id of the workflow, the newest first. */
  readonly versions?: Readonly<Record<string, readonly FakeVersion[]>>;
  /** Of whichever two instances. */
  readonly comparison?: InstanceComparison;
  readonly dryRun?: Try<DryRunWorkflow, DryRunResult>;
  readonly executeTask?: Try<ExecuteTask, TaskTestResult>;
  readonly webhooks?: readonly Webhook[];
  readonly jobs?: readonly Job[];
}
