import { randomUUID } from 'node:crypto';
import type { Payload } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  parseWorkflow,
  validateValue,
  type Json,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  tryWorkflow,
  type ActivityExecutor,
  type Clock,
  type Mock,
  type RunMeans,
  type StoredDefinition,
  type StoredTrial,
  type TrialKey,
  type TrialReport,
  type TrialStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { ServiceError } from './ServiceError';
import { taskAlone } from './taskAlone';

/** How long a task that is tried out may take. */
const MAX_TRIAL_MS = 60_000;

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

/** Tries workflows and tasks out, in memory; keeps for a while what tasks gave. */
export class WorkflowTrials {
  constructor(
    private readonly parts: {
      readonly executor: ActivityExecutor;
      readonly means: RunMeans;
      readonly clock: Clock;
      readonly trials: TrialStore;
    },
  ) {}

  /** @throws {@link ServiceError} `DEFINITION_INVALID`, `INPUT_INVALID` */
  async dryRun(
    stored: StoredDefinition,
    { input, mocks }: DryRunRequest,
  ): Promise<TrialReport> {
    const definition = runnable(stored.workflowId, stored.text);
    requireValidInput(definition, input);
    return tryWorkflow({
      definition,
      input,
      mocks,
      executor: this.parts.executor,
      means: this.parts.means,
      startedAt: this.parts.clock.now(),
      signal: AbortSignal.timeout(MAX_TRIAL_MS),
    });
  }

  /** @throws {@link ServiceError} `TASK_NOT_FOUND`, `DEFINITION_INVALID` */
  async executeTask(
    stored: StoredDefinition,
    request: TaskTrialRequest,
    actor: string,
  ): Promise<TaskTrial> {
    const { workflowId, taskRef, input, mocks } = request;
    const { clock, executor, means, trials } = this.parts;
    const whole = runnable(stored.workflowId, stored.text);
    const alone = taskAlone(whole, taskRef);
    const startedAt = clock.now();
    const report = await tryWorkflow({
      definition: runnable(stored.workflowId, alone.text),
      input,
      mocks,
      pointerOf: alone.pointerOf,
      isReal: true,
      executor,
      means,
      startedAt,
      signal: AbortSignal.timeout(MAX_TRIAL_MS),
    });
    const sessionId = request.sessionId ?? randomUUID();
    const at = clock.now();
    const output = valueOf(report.state.output);
    const key = { actor, sessionId, workflowId, taskRef };
    await trials.save({ ...key, input, output, at });
    return { sessionId, report, durationMs: at - startedAt };
  }

  /** @throws {@link ServiceError} `TASK_NOT_FOUND` */
  async find(key: TrialKey): Promise<StoredTrial> {
    const { sessionId, taskRef } = key;
    const trial = await this.parts.trials.find(key);
    if (trial) return trial;
    throw new ServiceError(
      'TASK_NOT_FOUND',
      `The session "${sessionId}" of yours has no trial of the task "${taskRef}"`,
    );
  }
}

/** Trials keep no value apart. */
function valueOf(output: Payload | undefined): Json | undefined {
  return output && 'value' in output ? output.value : undefined;
}

function runnable(workflowId: string, text: string): WorkflowDefinition {
  const { definition, problems } = parseWorkflow(text);
  if (definition) return definition;
  const first = problems.find(({ severity }) => severity === 'error');
  throw new ServiceError(
    'DEFINITION_INVALID',
    `The workflow "${workflowId}" cannot run: ${first?.message}`,
  );
}

function requireValidInput(
  { id, input }: WorkflowDefinition,
  value: Json,
): void {
  if (input?.schema === undefined) return;
  const faults = validateValue(input.schema, value);
  if (faults.length === 0) return;
  throw new ServiceError(
    'INPUT_INVALID',
    `The input does not fit the workflow "${id}"`,
    { faults },
  );
}
