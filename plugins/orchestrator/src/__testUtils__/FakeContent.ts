import type {
  Approval,
  ExecuteWorkflowRequest,
  Job,
  Json,
  OccurrencePage,
  Trigger,
  Webhook,
  WorkflowDetails,
  WorkflowGraph,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceLog } from './InstanceLog';

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

/** What a `FakeOrchestratorClient` knows. */
export interface FakeContent {
  readonly workflows?: readonly FakeWorkflow[];
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
  readonly webhooks?: readonly Webhook[];
  readonly jobs?: readonly Job[];
}
