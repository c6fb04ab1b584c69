import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  ErrorCode,
  InstanceState,
  WorkflowDetails,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** A request to run a workflow, as the fake got it. */
export interface Execution {
  readonly workflowId: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

interface Answered {
  readonly status?: number;
  readonly body: unknown;
}

const refused: Answered = {
  status: 422,
  body: {
    error: {
      name: 'InputInvalidError',
      code: 'INPUT_INVALID',
      message: 'The input does not fit',
      details: [
        { pointer: '/name', message: 'is required' },
        { pointer: '', message: 'is odd' },
      ],
    },
    request: { method: 'POST', url: '/' },
    response: { statusCode: 422 },
  },
};

/**
 * An orchestrator as far as the actions can tell: a real HTTP server with workflows, idempotency keys and instances, whose
 * runs end when the test says so.
 */
export class FakeOrchestrator {
  readonly executions: Execution[] = [];
  readonly #workflows = new Map<string, WorkflowDetails>();
  readonly #instances = new Map<string, InstanceState>();
  readonly #idsByKey = new Map<string, string>();
  readonly #payloads = new Map<string, unknown>();
  readonly #server: Server;
  #ending: Partial<InstanceState> = {};

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const { status = 200, body } = await this.#answer(request);
      if (typeof body === 'string') {
        response.writeHead(status, { 'Content-Type': 'text/event-stream' });
        response.write(body);
        return;
      }
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  }

  static async start(): Promise<FakeOrchestrator> {
    const fake = new FakeOrchestrator();
    await new Promise<void>(resolve => {
      fake.#server.listen(0, '127.0.0.1', resolve);
    });
    return fake;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  /** A discovery service that finds this server only. */
  readonly discovery = {
    getBaseUrl: async (pluginId: string) => {
      const { port } = this.#server.address() as AddressInfo;
      return `http://127.0.0.1:${port}/api/${pluginId}`;
    },
    getExternalBaseUrl: async (pluginId: string) =>
      this.discovery.getBaseUrl(pluginId),
  };

  addWorkflow(workflow: Partial<WorkflowDetails> & { workflowId: string }) {
    this.#workflows.set(workflow.workflowId, {
      namespace: 'default',
      name: workflow.workflowId,
      version: '1.0.0',
      format: 'yaml',
      valid: true,
      problems: [],
      tags: [],
      ...workflow,
    });
  }

  addPayload(ref: string, value: unknown) {
    this.#payloads.set(ref, value);
  }

  /** Runs begun from now on have ended like this when they begin. */
  runsWillEnd(ending: Partial<InstanceState>) {
    this.#ending = { ...ending, endedAt: '2026-11-22T03:00:00.000Z' };
  }

  /** Somebody acts on an instance that has begun. */
  instanceBecomes(id: string, change: Partial<InstanceState>) {
    const instance = this.#instances.get(id);
    if (instance) this.#instances.set(id, { ...instance, ...change });
  }

  /** What an orchestrator does after a day. */
  forgetKeys() {
    this.#idsByKey.clear();
  }

  async #answer(request: IncomingMessage): Promise<Answered> {
    const [, first, second, third] =
      /^\/api\/orchestrator\/v2\/(\w+)\/([^/]+)(?:\/(.+))?$/.exec(
        request.url ?? '',
      ) ?? [];
    if (first === 'workflows') {
      const workflow = this.#workflows.get(second);
      if (!workflow)
        return notFound('WORKFLOW_NOT_FOUND', `workflow "${second}"`);
      return third === 'execute'
        ? this.#execute(second, request)
        : { body: workflow };
    }
    const instance = this.#instances.get(second);
    if (!instance)
      return notFound('INSTANCE_NOT_FOUND', `instance "${second}"`);
    if (!third) return { body: instance };
    if (third === 'events/stream') return { body: snapshotOf(instance) };
    return { body: this.#payloads.get(third.replace('payloads/', '')) };
  }

  async #execute(
    workflowId: string,
    request: IncomingMessage,
  ): Promise<Answered> {
    const { authorization, 'idempotency-key': key } = request.headers;
    const body = await bodyOf(request);
    if (body.inputData?.refuse) return refused;
    const known = this.#idsByKey.get(`${key}`);
    if (known) return { body: { id: known } };

    this.executions.push({ workflowId, authorization, body });
    const id = `i${this.executions.length}`;
    this.#idsByKey.set(`${key}`, id);
    this.#instances.set(id, {
      id,
      workflow: { id: workflowId, version: '1.0.0' },
      seq: 1,
      epoch: 'k7',
      status: 'running',
      createdAt: new Date().toISOString(),
      tasks: [],
      ...this.#ending,
    });
    return { body: { id } };
  }
}

function notFound(code: ErrorCode, what: string): Answered {
  return {
    status: 404,
    body: {
      error: { name: 'NotFoundError', code, message: `There is no ${what}` },
      request: { method: 'GET', url: '/' },
      response: { statusCode: 404 },
    },
  };
}

function snapshotOf(state: InstanceState): string {
  const id = `${state.epoch}.${state.seq}`;
  const data = JSON.stringify({ id, data: { state } });
  return `id: ${id}\nevent: snapshot\ndata: ${data}\n\n`;
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
