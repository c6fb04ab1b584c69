import type { CallFunctionTask } from '../WorkflowDefinition';
import { approvalFunction } from './approvalFunction';

/** Whether a call asks people. @public */
export function isApproval(
  reference: CallFunctionTask['function'] | undefined,
): boolean {
  return (
    reference?.kind === 'offered' && reference.name === approvalFunction.name
  );
}
