import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { createHash } from 'node:crypto';
import type { A2aEffect, ResourceRequest } from '../../interpreter/DurableHost';
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
import { isSameOrigin } from '../documents/References';
import { isObject, objectOr } from '../JsonObject';
import { JsonRpcHttp } from '../jsonRpc/JsonRpcHttp';
import { listOf } from '../listOf';
import { agentAddress } from './agentAddress';

/** Methods whose answer is a stream: all its results are the value. */
const STREAMING = new Set(['message/stream', 'tasks/resubscribe']);
/** Methods that send a message, which needs an id and a role. */
const SENDING = new Set(['message/send', 'message/stream']);

/** Talks to agents over JSON-RPC (DSL reference, "A2A Call"). */
export class A2aActivity implements ActivityExecutor<A2aEffect> {
  readonly #http: AuthenticatedHttp;
  readonly #documents: Documents;

  constructor(options: { http: AuthenticatedHttp; documents: Documents }) {
    this.#http = options.http;
    this.#documents = options.documents;
  }

  async execute(
    effect: A2aEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { method } = effect;
    const { timeoutMs } = this.#http.guarded;
    return carryOut({ target: method, timeoutMs }, context, async call => {
      const server = await this.#serverOf(effect, call);
      const agent = new JsonRpcHttp({ http: this.#http, server, call });
      const { idempotencyKey: id } = call;
      const parameters = parametersOf(effect, id);
      const value = STREAMING.has(method)
        ? await listOf(agent.results(id, method, parameters))
        : await agent.result(id, method, parameters);
      return { outcome: { ok: true, value } };
    });
  }

  /** The agent's card says where it is; credentials for the card go along to its own origin alone. */
  async #serverOf(
    { agentCard, server }: A2aEffect,
    call: Call,
  ): Promise<ResourceRequest> {
    if (agentCard) {
      const card = await this.#documents.fetch(agentCard, call);
      const uri = agentAddress(card);
      return isSameOrigin(uri, agentCard.uri)
        ? { uri, authentication: agentCard.authentication }
        : { uri };
    }
    if (server) return server;
    throw standardError(
      'configuration',
      'A call of an agent needs `agentCard` or `server`',
    );
  }
}

/** A message that is sent again by a later process has the same id. */
function parametersOf({ method, parameters }: A2aEffect, key: string): Json {
  if (!SENDING.has(method) || !isObject(parameters)) return parameters;
  const messageId = uuidOf(key);
  const message = { messageId, role: 'user', ...objectOr(parameters.message) };
  return { ...parameters, message };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    '$1-$2-8$3-8$4-$5',
  );
}
