import { Headers } from 'undici';
import type { HttpEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import { answerResult } from './answerResult';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import { defaultContentType, encodeBody, fieldsOf } from './encodeBody';
import type { HttpRequest } from '../egress/GuardedHttp';
import { idempotencyHeader } from './idempotencyHeader';

/** What is asked for where the task does not say what it accepts: JSON rather than text, text rather than anything else. */
export const ACCEPTED = 'application/json, text/plain;q=0.9, */*;q=0.8';

/**
 * Carries out `call: http` (DSL reference, "HTTP Call").
 *
 * Sends the activity's idempotency key in the header `Idempotency-Key`. An answer outside 2xx is a `communication` error with
 * that status; a redirect is one too, unless the task takes it as a result.
 */
export class HttpActivity implements ActivityExecutor<HttpEffect> {
  constructor(private readonly http: AuthenticatedHttp) {}

  async execute(
    effect: HttpEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const target = `${effect.method} ${withoutUserInfo(effect.uri)}`;
    const { timeoutMs } = this.http.guarded;
    return carryOut({ target, timeoutMs }, context, async call => {
      call.secrets.addUserInfo(effect.uri);
      const request = requestOf(effect, call);
      const { authentication } = effect;
      const answer = await this.http.send(request, authentication, call);
      return answerResult(answer, effect, call.secrets);
    });
  }
}

function requestOf(effect: HttpEffect, call: Call): HttpRequest {
  const { method, body } = effect;
  const headers = headersOf(effect, call);
  const contentType = headers.get('content-type') ?? '';
  const isMultipart = contentType.startsWith('multipart/form-data');
  if (isMultipart) headers.delete('content-type');
  return {
    method,
    uri: withQuery(effect),
    headers,
    ...(body !== undefined && { body: encodeBody(body, contentType) }),
  };
}

function headersOf(effect: HttpEffect, call: Call): Headers {
  const { body } = effect;
  const headers = new Headers({
    accept: ACCEPTED,
    ...idempotencyHeader(call),
    ...(body !== undefined && { 'content-type': defaultContentType(body) }),
  });
  for (const [name, value] of Object.entries(effect.headers)) {
    headers.set(name, value);
    call.secrets.addNamed(name, value);
  }
  return headers;
}

function withQuery({ uri, query }: HttpEffect): string {
  if (!URL.canParse(uri)) {
    throw standardError('configuration', `${uri} is not an absolute URI`);
  }
  const url = new URL(uri);
  fieldsOf(query, url.searchParams);
  return url.href;
}
