import { parseEntityRef } from '@backstage/catalog-model';
import type { ExecuteWorkflowRequestDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ExecuteRequest } from '../../service/orders/OrderService';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { readAuthTokens } from './readAuthTokens';

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
  for (const name of Object.keys(labels)) {
    if (labelName.test(name)) continue;
    const pointer = `/body/labels/${name}`;
    const message =
      'must be a name of letters, digits and . _ / -, at most 63 of them';
    throw new RequestInvalidError([{ pointer, message }]);
  }
}

function requireEntityRef(ref: string): void {
  const pointer = '/body/targetEntity';
  if (ref.length > MAX_REF_LENGTH) {
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
