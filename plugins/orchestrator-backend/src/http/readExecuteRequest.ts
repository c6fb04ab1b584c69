import { parseEntityRef } from '@backstage/catalog-model';
import { NotImplementedError } from '@backstage/errors';
import type { ExecuteWorkflowRequestDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ExecuteRequest } from '../service/OrchestratorService';
import { RequestInvalidError } from './RequestInvalidError';

/** As many characters as the store keeps. */
const MAX_REF_LENGTH = 255;

/**
 * Reads what is to be run.
 *
 * @throws {@link RequestInvalidError} the entity is no entity reference
 * @throws {@link @backstage/errors#NotImplementedError} it brings tokens, which are not taken
 */
export function readExecuteRequest(
  workflowId: string,
  { inputData, targetEntity, authTokens }: ExecuteWorkflowRequestDTO,
  idempotencyKey: string | undefined,
): ExecuteRequest {
  if (authTokens && authTokens.length > 0) {
    throw new NotImplementedError(
      'Tokens for a run are not taken yet; leave authTokens out',
    );
  }
  if (targetEntity !== undefined) requireEntityRef(targetEntity);
  return { workflowId, input: inputData ?? {}, targetEntity, idempotencyKey };
}

function requireEntityRef(ref: string): void {
  const pointer = '/body/targetEntity';
  if (ref.length > MAX_REF_LENGTH || ref.includes('\0')) {
    const message = `must be an entity reference of at most ${MAX_REF_LENGTH} characters`;
    throw new RequestInvalidError([{ pointer, message }]);
  }
  try {
    parseEntityRef(ref);
  } catch {
    const message =
      'must be an entity reference, e.g. component:default/payments';
    throw new RequestInvalidError([{ pointer, message }]);
  }
}
