import { standardError } from '../../interpreter/WorkflowError';
import { objectOr, type JsonObject } from '../JsonObject';

/** The `runtime` error that an error of JSON-RPC is. */
export function rpcError(method: string, answer: JsonObject): Error {
  const { code, message, data } = objectOr(answer.error);
  const details = data === undefined ? '' : `: ${JSON.stringify(data)}`;
  return standardError(
    'runtime',
    `${method} failed with ${code}: ${message}${details}`,
  );
}
