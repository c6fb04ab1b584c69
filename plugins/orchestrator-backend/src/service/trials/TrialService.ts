import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Mock,
  StoredTrial,
  TrialKey,
  TrialReport,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** A workflow to try out, without effects. */
export interface DryRunRequest {
  readonly workflowId: string;
  readonly input: Json;
  readonly mocks: { readonly [pointer: string]: Mock };
}

/** A task to try out alone. */
export interface TaskTrialRequest extends DryRunRequest {
  readonly taskRef: string;
  /** Default: a new one. */
  readonly sessionId?: string;
}

/** How a task did alone. */
export interface TaskTrial {
  readonly sessionId: string;
  readonly report: TrialReport;
  readonly durationMs: number;
}

/** Which trial of the caller's own. */
export type TrialRequest = Omit<TrialKey, 'actor'>;

/** How workflows and single tasks would do. Every method throws {@link EngineError} `WORKFLOW_NOT_FOUND`. */
export interface TrialService {
  /** How a run would go; nothing is called and nothing kept. @throws {@link ServiceError} `DEFINITION_INVALID`, `INPUT_INVALID` */
  dryRun(request: DryRunRequest, caller: Caller): Promise<TrialReport>;
  /** How one task does alone, for real. @throws {@link ServiceError} `DEFINITION_INVALID`, `TASK_NOT_FOUND` */
  executeTask(request: TaskTrialRequest, caller: Caller): Promise<TaskTrial>;
  /** The caller's own trial of a task, in a session. @throws {@link ServiceError} `TASK_NOT_FOUND` */
  get(request: TrialRequest, caller: Caller): Promise<StoredTrial>;
}
