import { ResponseError } from '@backstage/errors';
import type {
  ErrorCode,
  ErrorDetail,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** What the client throws when the server answers with this status and body. */
export function answerError(
  status: number,
  code: ErrorCode,
  message: string,
  details: readonly ErrorDetail[] = [],
): Promise<ResponseError> {
  const body = {
    error: { name: 'Error', code, message, details },
    request: { method: 'GET', url: '/' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse({
    headers: new Headers({ 'content-type': 'application/json' }),
    ok: false,
    redirected: false,
    status,
    statusText: '',
    type: 'basic',
    url: '/',
    text: async () => JSON.stringify(body),
  });
}
