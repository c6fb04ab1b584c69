import type {
  CallCredentials,
  ChannelOptions,
  Client,
  Metadata,
  ServiceError,
} from '@grpc/grpc-js';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Method, Type } from 'protobufjs';
import { isIPv6 } from 'node:net';
import type { GrpcEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import type { Documents } from '../documents/Documents';
import { resolveAddress } from '../egress/resolveAddress';
import { loadGrpc } from '../lazyLibraries';
import { listOf } from '../listOf';
import { findMethod } from './findMethod';
import { grpcError } from './grpcError';
import { loadProto } from './loadProto';
import { decodeMessage, encodeMessage } from './messages';

const TLS_PORT = 443;
const DEFAULT_PORT = 80;

/** What is called, and where. */
interface Target {
  readonly text: string;
  readonly method: Method;
  readonly service: GrpcEffect['service'];
}

/**
 * Calls methods of gRPC services by their proto file (DSL reference, "gRPC Call"). The value is the answer; of a method that
 * answers with a stream, the list of its messages. TLS is spoken at port 443.
 */
export class GrpcActivity implements ActivityExecutor<GrpcEffect> {
  readonly #http: AuthenticatedHttp;
  readonly #documents: Documents;

  constructor(options: { http: AuthenticatedHttp; documents: Documents }) {
    this.#http = options.http;
    this.#documents = options.documents;
  }

  async execute(
    effect: GrpcEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { service } = effect;
    const text = `${service.name}/${effect.method} at ${service.host}`;
    const { timeoutMs } = this.#http.guarded;
    return carryOut({ target: text, timeoutMs }, context, async call => {
      const root = await loadProto(this.#documents, effect.proto, call);
      const method = findMethod(root, service.name, effect.method);
      const value = await this.#call(effect, { text, method, service }, call);
      return { outcome: { ok: true, value } };
    });
  }

  async #call(effect: GrpcEffect, target: Target, call: Call): Promise<Json> {
    const { method } = target;
    const { resolvedRequestType, resolvedResponseType } = method;
    if (!resolvedRequestType || !resolvedResponseType) {
      throw new Error(`The types of ${method.name} are not resolved`);
    }
    const request = encodeMessage(resolvedRequestType, effect.arguments);
    const metadata = await this.#metadata(target, call);
    const client = await this.#connect(target.service);
    try {
      return await exchange(client, target, {
        request,
        metadata,
        answerType: resolvedResponseType,
        call,
      });
    } finally {
      client.close();
    }
  }

  async #connect(service: GrpcEffect['service']): Promise<Client> {
    const grpc = loadGrpc();
    const { host, port = DEFAULT_PORT } = service;
    const isSecure = port === TLS_PORT;
    const url = new URL(`${isSecure ? 'https' : 'http'}://${host}:${port}`);
    const { guarded } = this.#http;
    const address = await resolveAddress(guarded.egress, url);
    const options: ChannelOptions = {
      'grpc.default_authority': url.host,
      'grpc.max_receive_message_length': guarded.maxAnswerBytes,
      'grpc.enable_http_proxy': 0,
      ...(isSecure && { 'grpc.ssl_target_name_override': url.hostname }),
    };
    return new grpc.Client(
      isIPv6(address) ? `ipv6:[${address}]:${port}` : `ipv4:${address}:${port}`,
      isSecure
        ? grpc.credentials.createSsl()
        : grpc.credentials.createInsecure(),
      options,
    );
  }

  async #metadata({ service }: Target, call: Call): Promise<Metadata> {
    const grpc = loadGrpc();
    const metadata = new grpc.Metadata();
    const { traceparent } = call;
    if (traceparent) metadata.set('traceparent', traceparent);
    const { authentication } = service;
    if (!authentication) return metadata;
    const authorization = await this.#http.authorizationOf(
      authentication,
      call,
    );
    if (authorization === undefined) {
      throw standardError(
        'configuration',
        'gRPC knows no digest authentication',
      );
    }
    metadata.set('authorization', authorization);
    return metadata;
  }
}

interface Exchange {
  readonly request: Buffer;
  readonly metadata: Metadata;
  readonly answerType: Type;
  readonly call: Call;
}

async function exchange(
  client: Client,
  { text, method }: Target,
  { request, metadata, answerType, call: { signal, requireLease } }: Exchange,
): Promise<Json> {
  const path = `/${method.parent?.fullName.slice(1)}/${method.name}`;
  const encode = (bytes: Buffer) => bytes;
  const decode = (bytes: Buffer) => decodeMessage(answerType, bytes);
  const stream = client.makeServerStreamRequest(
    path,
    encode,
    decode,
    request,
    metadata,
    { credentials: askingLast(requireLease) },
  );
  const cancel = () => stream.cancel();
  signal.addEventListener('abort', cancel);
  try {
    const answers = await listOf<Json>(stream);
    if (method.responseStream) return answers;
    return answers[0] ?? null;
  } catch (error) {
    signal.throwIfAborted();
    throw isServiceError(error)
      ? grpcError(text, error.code, error.details)
      : error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Credentials are asked for once a connection is there, right before the call goes out on it. */
function askingLast(requireLease: () => void): CallCredentials {
  const { CallCredentials: Credentials, Metadata: None } = loadGrpc();
  return Credentials.createFromMetadataGenerator((_parameters, give) => {
    try {
      requireLease();
      give(null, new None());
    } catch (error) {
      give(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function isServiceError(error: unknown): error is ServiceError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'details' in error
  );
}
