import { Headers } from 'undici';
import type { Credentials, OpenApiEffect } from '../../interpreter/DurableHost';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import type { Documents } from '../documents/Documents';
import { References } from '../documents/References';
import { answerResult } from '../http/answerResult';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import { encodeBody } from '../http/encodeBody';
import { ACCEPTED } from '../http/HttpActivity';
import { idempotencyHeader } from '../http/idempotencyHeader';
import type { ApiOperation } from './ApiOperation';
import { buildRequest, type ApiRequest } from './buildRequest';
import { isJsonType } from './contentTypes';
import { readOperation } from './readOperation';
import { withApiKey } from './withApiKey';

/** Carries out `call: openapi` (DSL reference, "OpenAPI Call") by documents of OpenAPI 2.0, 3.0 and 3.1. */
export class OpenApiActivity implements ActivityExecutor<OpenApiEffect> {
  readonly #http: AuthenticatedHttp;
  readonly #documents: Documents;

  constructor(options: { http: AuthenticatedHttp; documents: Documents }) {
    this.#http = options.http;
    this.#documents = options.documents;
  }

  async execute(
    effect: OpenApiEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { document: resource, operationId } = effect;
    const undertaking = {
      target: `${operationId} of ${withoutUserInfo(resource.uri)}`,
      timeoutMs: this.#http.guarded.timeoutMs,
    };
    return carryOut(undertaking, context, async call => {
      const documents = this.#documents;
      const references = new References({ documents, resource, call });
      const operation = await readOperation(references, operationId);
      return this.#call(effect, operation, call);
    });
  }

  async #call(
    effect: OpenApiEffect,
    operation: ApiOperation,
    call: Call,
  ): Promise<ActivityResult> {
    const { method } = operation;
    const built = buildRequest(operation, effect.parameters);
    const { request, credentials } = withApiKey(
      built,
      operation.apiKey,
      effect.authentication,
      call.secrets,
    );
    const answer = await this.#send(method, request, credentials, call);
    const { output, redirect } = effect;
    const asked = { method, ...built, output, redirect };
    return answerResult(answer, asked, call.secrets);
  }

  #send(
    method: string,
    { uri, headers, body }: ApiRequest,
    credentials: Credentials | undefined,
    call: Call,
  ) {
    const all = new Headers({
      accept: ACCEPTED,
      ...idempotencyHeader(call),
      ...(body && { 'content-type': body.contentType }),
    });
    for (const [name, value] of Object.entries(headers)) {
      all.set(name, value);
      call.secrets.addNamed(name, value);
    }
    const isMultipart = body?.contentType.startsWith('multipart/');
    if (isMultipart) all.delete('content-type');
    return this.#http.send(
      { method, uri, headers: all, body: body && bodyTextOf(body) },
      credentials,
      call,
    );
  }
}

function bodyTextOf({ value, contentType }: NonNullable<ApiRequest['body']>) {
  return isJsonType(contentType)
    ? JSON.stringify(value)
    : encodeBody(value, contentType);
}
