import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  editTask,
  TaskEditError,
  type TaskEdit,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Caller } from '../../../service/Caller';
import type { OrchestratorService } from '../../../service/OrchestratorService';
import { ServiceError } from '../../../service/ServiceError';
import { readIfMatch, writeETag } from '../../requests/eTag';
import { presentCanvas } from '../../present/presentCanvas';
import { readDrawable } from '../readDrawable';

/** A change of one task of a workflow's present definition. */
export interface WorkflowEdit {
  readonly workflowId: string;
  /** The header: what the caller has seen. */
  readonly ifMatch: string | undefined;
  readonly edit: TaskEdit;
}

/** The canvas after a change. */
export interface EditedWorkflow {
  readonly canvas: components['schemas']['WorkflowCanvas'];
  readonly eTag: string;
}

/**
 * Publishes the definition with one task changed. Who changes it at the same time by another way is not overwritten.
 *
 * @throws {@link ServiceError} `TASK_NOT_FOUND`, `DEFINITION_INVALID`, `VERSION_CONFLICT`, and as `updateWorkflow`
 */
export async function editWorkflow(
  {
    definitions,
    workflows,
  }: Pick<OrchestratorService, 'definitions' | 'workflows'>,
  { workflowId, ifMatch, edit }: WorkflowEdit,
  caller: Caller,
): Promise<EditedWorkflow> {
  const seen = await definitions.get({ workflowId }, caller);
  const { definition } = await workflows.update(
    {
      workflowId,
      expected: readIfMatch(ifMatch) ?? seen.hash,
      text: edited(seen.text, edit),
      format: seen.format,
    },
    caller,
  );
  return {
    canvas: presentCanvas(definition, readDrawable(definition)),
    eTag: writeETag(definition),
  };
}

function edited(text: string, edit: TaskEdit): string {
  try {
    return editTask(text, edit);
  } catch (error) {
    if (!(error instanceof TaskEditError)) throw error;
    const { kind, message, pointer } = error;
    throw kind === 'no-task'
      ? new ServiceError('TASK_NOT_FOUND', message)
      : new ServiceError('DEFINITION_INVALID', message, {
          faults: [{ pointer, message }],
        });
  }
}
