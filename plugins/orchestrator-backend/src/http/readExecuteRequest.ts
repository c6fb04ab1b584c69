import { parseEntityRef } from '@backstage/catalog-model';
import type { ExecuteWorkflowRequestDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ExecuteRequest } from '../service/OrchestratorService';
import { readAuthTokens } from './readAuthTokens';
import { RequestInvalidError } from './RequestInvalidError';

/** As many characters as the store keeps. */
const MAX_REF_LENGTH = 255;

const labelName = /^[A-Za-z0-9]([A-Za-z0-9._/-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads what is to be run.
 *
 * @throws {@link RequestInvalidError} the entity is no entity reference, a label has no proper name, or two tokens are of one provider
 */
export function readExecuteRequest(
  workflowId: string,
  request: ExecuteWorkflowRequestDTO,
  idempotencyKey: string | undefined,
): ExecuteRequest {
  const { inputData, targetEntity, authTokens, businessKey, labels, priority } =
    request;
  if (targetEntity !== undefined) requireEntityRef(targetEntity);
  requireStorable('/body/businessKey', businessKey);
  if (labels) requireLabels(labels);
  return {
    workflowId,
    input: inputData ?? {},
    targetEntity,
    businessKey,
    labels,
    priority,
    idempotencyKey,
    authTokens: readAuthTokens(authTokens),
  };
}

function requireLabels(labels: { readonly [name: string]: string }): void {
  for (const [name, value] of Object.entries(labels)) {
    const pointer = `/body/labels/${name}`;
    if (!labelName.test(name)) {
      const message =
        'must be a name of letters, digits and . _ / -, at most 63 of them';
      throw new RequestInvalidError([{ pointer, message }]);
    }
    requireStorable(pointer, value);
  }
}

function requireStorable(pointer: string, text: string | undefined): void {
  if (!text?.includes('\0')) return;
  const message = 'must not contain a NUL character';
  throw new RequestInvalidError([{ pointer, message }]);
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
