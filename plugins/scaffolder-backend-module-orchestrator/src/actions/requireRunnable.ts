import { InputError } from '@backstage/errors';
import type {
  CallOptions,
  OrchestratorApi,
  WorkflowDetails,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import Ajv, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { askOrchestrator } from '../errors';

/**
 * Checks without running anything that a workflow exists, can run, and takes the parameters.
 *
 * @throws InputError naming each problem of the definition, or each parameter that does not fit
 * @internal
 */
export async function requireRunnable(
  api: OrchestratorApi,
  workflowId: string,
  parameters: object,
  call: CallOptions,
): Promise<void> {
  const workflow = await askOrchestrator(api.getWorkflow({ workflowId }, call));
  const faults = workflow.valid
    ? faultsOfParameters(workflow, parameters)
    : faultsOfDefinition(workflow);
  if (faults.length === 0) return;
  const what = workflow.valid ? 'does not take these parameters' : 'cannot run';
  throw new InputError(
    `The workflow "${workflowId}" ${what}:\n  ${faults.join('\n  ')}`,
  );
}

function faultsOfDefinition({ problems }: WorkflowDetails): string[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ line, column, message }) =>
        `line ${line}, column ${column}: ${message}`,
    );
}

function faultsOfParameters(
  { inputSchema }: WorkflowDetails,
  parameters: object,
): string[] {
  if (!inputSchema) return [];
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(inputSchema);
  return validate(parameters) ? [] : (validate.errors ?? []).map(fault);
}

function fault({ instancePath, message }: ErrorObject): string {
  return `${instancePath || 'the parameters'} ${message}`;
}
