import { randomUUID } from 'node:crypto';
import type { Payload } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  parseWorkflow,
  validateValue,
  type Json,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  listFaults,
  tryWorkflow,
  type ActivityExecutor,
  type Clock,
  type RunMeans,
  type StoredTrial,
  type Trial,
  type TrialReport,
  type TrialStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';
import { ServiceError } from '../ServiceError';
import type { WorkflowLibrary } from '../workflows/WorkflowLibrary';
import { taskAlone } from './taskAlone';
import type {
  DryRunRequest,
  TaskTrial,
  TaskTrialRequest,
  TrialRequest,
  TrialService,
} from './TrialService';

/** How long a task that is tried out may take. */
const MAX_TRIAL_MS = 60_000;

/** {@link TrialService} in memory; keeps for a while what tasks gave. Lets everyone do everything. */
export class DefaultTrialService implements TrialService {
  constructor(
    private readonly parts: {
      readonly library: WorkflowLibrary;
      readonly executor: ActivityExecutor;
      readonly means: RunMeans;
      readonly clock: Clock;
      readonly trials: TrialStore;
    },
  ) {}

  async dryRun({
    workflowId,
    input,
    mocks,
  }: DryRunRequest): Promise<TrialReport> {
    const definition = await this.#current(workflowId);
    requireValidInput(definition, input);
    return this.#try({ definition, input, mocks });
  }

  async executeTask(
    request: TaskTrialRequest,
    { ref: actor }: Caller,
  ): Promise<TaskTrial> {
    const { workflowId, taskRef, input, mocks } = request;
    const { clock, trials } = this.parts;
    const whole = await this.#current(workflowId);
    const { text, pointerOf } = taskAlone(whole, taskRef);
    const definition = runnable(workflowId, text);
    const startedAt = clock.now();
    const report = await this.#try({
      definition,
      input,
      mocks,
      pointerOf,
      isReal: true,
    });
    const sessionId = request.sessionId ?? randomUUID();
    const at = clock.now();
    const output = valueOf(report.state.output);
    const key = { actor, sessionId, workflowId, taskRef };
    await trials.save({ ...key, input, output, at });
    return { sessionId, report, durationMs: at - startedAt };
  }

  async get(
    request: TrialRequest,
    { ref: actor }: Caller,
  ): Promise<StoredTrial> {
    const { sessionId, taskRef } = request;
    const trial = await this.parts.trials.find({ ...request, actor });
    if (trial) return trial;
    throw new ServiceError(
      'TASK_NOT_FOUND',
      `The session "${sessionId}" of yours has no trial of the task "${taskRef}"`,
    );
  }

  async #current(workflowId: string): Promise<WorkflowDefinition> {
    const { text } = await this.parts.library.current(workflowId);
    return runnable(workflowId, text);
  }

  #try(
    trial: Pick<
      Trial,
      'definition' | 'input' | 'mocks' | 'pointerOf' | 'isReal'
    >,
  ): Promise<TrialReport> {
    const { executor, means, clock } = this.parts;
    return tryWorkflow({
      ...trial,
      executor,
      means,
      startedAt: clock.now(),
      signal: AbortSignal.timeout(MAX_TRIAL_MS),
    });
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
    `The input does not fit the workflow "${id}": ${listFaults(faults)}`,
    { faults },
  );
}
