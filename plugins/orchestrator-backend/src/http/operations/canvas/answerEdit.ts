import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TaskEdit } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { AnyRequest } from '../../../service/Caller';
import type { OperationContext } from '../../Operation';
import { editWorkflow } from './editWorkflow';

/** What is read of a request that changes a task. */
type EditRequest = AnyRequest & {
  readonly params: { readonly workflowId: string };
};

/** What a changed workflow is answered by. */
interface EditResponse {
  setHeader(name: string, value: string): unknown;
  json(canvas: components['schemas']['WorkflowCanvas']): unknown;
}

/** Carries out the change of one task that a request asks for, and answers with the canvas after it. */
export async function answerEdit(
  { definitions, workflows, callerOf }: OperationContext,
  req: EditRequest,
  res: EditResponse,
  edit: TaskEdit,
): Promise<void> {
  const { workflowId } = req.params;
  const { canvas, eTag } = await editWorkflow(
    { definitions, workflows },
    { workflowId, ifMatch: req.get('If-Match'), edit },
    await callerOf(req),
  );
  res.setHeader('ETag', eTag);
  res.json(canvas);
}
