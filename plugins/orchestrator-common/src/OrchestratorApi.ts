import { ResponseError } from '@backstage/errors';
import type { Json } from './events';
import { foldInstance, hasEnded, type InstanceState } from './foldInstance';
import {
  Configuration,
  FetchError,
  InstancesApi,
  ResponseError as FailedResponse,
  WorkflowsApi,
  type AuthToken,
  type ExecuteWorkflowResponseDTO,
  type HistoryOrder,
  type InputSchemaResponseDTO,
  type ProcessInstanceDTO,
  type ProcessInstanceListResultDTO,
  type SearchRequest,
  type WorkflowDetails,
  type WorkflowLogsResponse,
  type WorkflowOverviewDTO,
  type WorkflowOverviewListResultDTO,
  type WorkflowRunStatusDTO,
  type WorkflowsOverviewForEntityRequest,
} from './generated/client';
import {
  InstanceWatch,
  type InstanceHistoryPage,
  type WatchItem,
} from './InstanceWatch';
import { systemTiming, type Timing } from './Timing';

const basePath = '/api/orchestrator';

/** Looked up at each call, so that what replaces it later takes effect. */
const globalFetch: typeof fetch = (input, init) => fetch(input, init);

/** A bearer token, or what gets one for each request. @public */
export type TokenSource = string | (() => Promise<string | undefined>);

/**
 * How to reach the API: by address, from anywhere, or by Backstage's own services, in a frontend or backend plugin.
 *
 * @public
 */
export type OrchestratorApiOptions = {
  /** For tests. */
  readonly timing?: Timing;
} & (
  | {
      /** Address of the backend, e.g. `http://localhost:7007`; `/api/orchestrator` is added when it is missing. */
      readonly baseUrl: string;
      readonly token?: TokenSource;
      readonly fetch?: typeof fetch;
    }
  | {
      readonly discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      /** Adds the user's token in a frontend. Without it a token goes with each call. */
      readonly fetchApi?: { readonly fetch: typeof fetch };
    }
);

/** What may be said of each single call. @public */
export interface CallOptions {
  /** The bearer token of this call, e.g. one made for a service to act on behalf of a user. */
  readonly token?: TokenSource;
  /** Cancels the call. */
  readonly signal?: AbortSignal;
}

/** @public */
export interface ExecuteWorkflowRequest {
  readonly workflowId: string;
  /** The workflow's input. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The same as `parameters`, under the name that the API has for it. */
  readonly inputData?: Readonly<Record<string, unknown>>;
  /** The catalog entity that the run is for, e.g. `component:default/payments`. */
  readonly targetEntity?: string;
  readonly authTokens?: readonly AuthToken[];
  /** Repeating a request with the same key answers the first instance instead of running the workflow again. */
  readonly idempotencyKey?: string;
}

/** @public */
export interface WorkflowRequest {
  readonly workflowId: string;
}

/** @public */
export interface InstanceRequest {
  readonly instanceId: string;
}

/** @public */
export interface InstanceHistoryRequest extends InstanceRequest {
  /** Id of an event; the page begins after it. */
  readonly after?: string;
  /** At most 1000; 100 when left out. */
  readonly limit?: number;
  readonly order?: HistoryOrder;
}

/** How to watch an instance. @public */
export interface WatchOptions extends CallOptions {
  /** Id of the last event that the caller has. Without it the watch begins with a snapshot. */
  readonly after?: string;
}

/**
 * The orchestrator's API: one method for each operation, named by its operation id, taking one object.
 *
 * Works in plain Node and in browsers. Every answer of 400 and above is thrown as `ResponseError`, whose `body` is the
 * error as the server wrote it.
 *
 * @example
 * ```ts
 * const api = new OrchestratorApi({ baseUrl: 'http://localhost:7007', token });
 * const { id } = await api.executeWorkflow({ workflowId: 'hello', parameters: { name: 'Ada' } });
 * const { status, output } = await api.waitForEnd({ instanceId: id });
 * ```
 *
 * @public
 */
export class OrchestratorApi {
  readonly #address: () => Promise<string>;
  readonly #fetch: typeof fetch;
  readonly #token: TokenSource | undefined;
  readonly #timing: Timing;

  constructor(options: OrchestratorApiOptions) {
    this.#timing = options.timing ?? systemTiming;
    if ('baseUrl' in options) {
      const address = addressOf(options.baseUrl);
      this.#address = async () => address;
      this.#fetch = options.fetch ?? globalFetch;
      this.#token = options.token;
    } else {
      const { discoveryApi, fetchApi } = options;
      this.#address = () => discoveryApi.getBaseUrl('orchestrator');
      this.#fetch = fetchApi
        ? (input, init) => fetchApi.fetch(input, init)
        : globalFetch;
    }
  }

  /** Lists workflows, those with a broken definition too. */
  async getWorkflowsOverview(
    searchRequest: SearchRequest = {},
    options?: CallOptions,
  ): Promise<WorkflowOverviewListResultDTO> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.getWorkflowsOverview({ searchRequest }, init),
    );
  }

  /** Lists the workflows of a catalog entity. */
  async getWorkflowsOverviewForEntity(
    request: WorkflowsOverviewForEntityRequest,
    options?: CallOptions,
  ): Promise<WorkflowOverviewListResultDTO> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.getWorkflowsOverviewForEntity(
        { workflowsOverviewForEntityRequest: request },
        init,
      ),
    );
  }

  /** One item of {@link OrchestratorApi.getWorkflowsOverview}. */
  async getWorkflowOverviewById(
    request: WorkflowRequest,
    options?: CallOptions,
  ): Promise<WorkflowOverviewDTO> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.getWorkflowOverviewById(request, init),
    );
  }

  /** The definition as JSON, with its problems. */
  async getWorkflow(
    request: WorkflowRequest,
    options?: CallOptions,
  ): Promise<WorkflowDetails> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.getWorkflow(request, init),
    );
  }

  /** {@link OrchestratorApi.getWorkflow} by the id alone. */
  async getWorkflowDefinition(
    workflowId: string,
    options?: CallOptions,
  ): Promise<WorkflowDetails> {
    return this.getWorkflow({ workflowId }, options);
  }

  /** The definition's text as its author wrote it. */
  async getWorkflowSourceById(
    request: WorkflowRequest,
    options?: CallOptions,
  ): Promise<string> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.getWorkflowSourceById(request, init),
    );
  }

  /** The JSON Schema of the workflow's input, and the input of an instance when one is named. */
  async getWorkflowInputSchemaById(
    request: WorkflowRequest & { readonly instanceId?: string },
    options?: CallOptions,
  ): Promise<InputSchemaResponseDTO> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.getWorkflowInputSchemaById(request, init),
    );
  }

  /** Whether the workflow can run. */
  async pingWorkflowServiceById(
    request: WorkflowRequest,
    options?: CallOptions,
  ): Promise<boolean> {
    return this.#call(options, ({ workflows }, init) =>
      workflows.pingWorkflowServiceById(request, init),
    );
  }

  /** Runs a workflow; answers as soon as the instance exists. */
  async executeWorkflow(
    request: ExecuteWorkflowRequest,
    options?: CallOptions,
  ): Promise<ExecuteWorkflowResponseDTO> {
    const { workflowId, idempotencyKey, targetEntity, authTokens } = request;
    const inputData = request.parameters ?? request.inputData;
    return this.#call(options, ({ workflows }, init) =>
      workflows.executeWorkflow(
        {
          workflowId,
          idempotencyKey,
          executeWorkflowRequestDTO: {
            inputData,
            targetEntity,
            ...(authTokens && { authTokens: [...authTokens] }),
          },
        },
        init,
      ),
    );
  }

  /** Lists instances of all workflows. */
  async getInstances(
    searchRequest: SearchRequest = {},
    options?: CallOptions,
  ): Promise<ProcessInstanceListResultDTO> {
    return this.#call(options, ({ instances }, init) =>
      instances.getInstances({ searchRequest }, init),
    );
  }

  /** Lists the instances of one workflow, or of all when none is named. */
  async getWorkflowInstances(
    request: SearchRequest & Partial<WorkflowRequest> = {},
    options?: CallOptions,
  ): Promise<ProcessInstanceListResultDTO> {
    const { workflowId, ...searchRequest } = request;
    if (!workflowId) return this.getInstances(searchRequest, options);
    return this.#call(options, ({ instances }, init) =>
      instances.getWorkflowInstances({ workflowId, searchRequest }, init),
    );
  }

  /** The states that lists of instances use, with labels. */
  async getWorkflowStatuses(
    options?: CallOptions,
  ): Promise<WorkflowRunStatusDTO[]> {
    return this.#call(options, ({ instances }, init) =>
      instances.getWorkflowStatuses(init),
    );
  }

  /** An instance with its nodes; {@link OrchestratorApi.getInstance} says more. */
  async getInstanceById(
    request: InstanceRequest,
    options?: CallOptions,
  ): Promise<ProcessInstanceDTO> {
    return this.#call(options, ({ instances }, init) =>
      instances.getInstanceById(request, init),
    );
  }

  /** The log lines of an instance, where a log provider is installed. */
  async getWorkflowLogById(
    request: InstanceRequest & { readonly rawlog?: boolean },
    options?: CallOptions,
  ): Promise<WorkflowLogsResponse> {
    return this.#call(options, ({ instances }, init) =>
      instances.getWorkflowLogById(request, init),
    );
  }

  /** Cancels an instance. */
  async abortWorkflow(
    request: InstanceRequest,
    options?: CallOptions,
  ): Promise<string> {
    return this.#call(options, ({ instances }, init) =>
      instances.abortWorkflow(request, init),
    );
  }

  /** Retries a failed instance from where it failed. */
  async retriggerInstance(
    request: WorkflowRequest &
      InstanceRequest & { readonly authTokens?: readonly AuthToken[] },
    options?: CallOptions,
  ): Promise<void> {
    const { workflowId, instanceId, authTokens } = request;
    await this.#call(options, ({ instances }, init) =>
      instances.retriggerInstance(
        {
          workflowId,
          instanceId,
          retriggerInstanceRequestDTO: authTokens
            ? { authTokens: [...authTokens] }
            : {},
        },
        init,
      ),
    );
  }

  /** The state of an instance. */
  async getInstance(
    request: InstanceRequest,
    options?: CallOptions,
  ): Promise<InstanceState> {
    return this.#call(options, ({ instances }, init) =>
      instances.getInstance(request, init),
    );
  }

  /** A page of the event log of an instance. */
  async getInstanceHistory(
    request: InstanceHistoryRequest,
    options?: CallOptions,
  ): Promise<InstanceHistoryPage> {
    return this.#call(options, async ({ instances }, init) => {
      const { raw } = await instances.getInstanceHistoryRaw(request, init);
      return raw.json();
    });
  }

  /** A value that was too large for its event. */
  async getPayload(
    request: InstanceRequest & { readonly ref: string },
    options?: CallOptions,
  ): Promise<Json> {
    return this.#call(options, ({ instances }, init) =>
      instances.getPayload(request, init),
    );
  }

  /**
   * The live stream of an instance as it comes, server-sent events and all. Its body is not read yet.
   *
   * {@link OrchestratorApi.watchInstance} reads it, and reconnects when it breaks.
   */
  async streamInstance(
    request: InstanceRequest & {
      readonly after?: string;
      readonly lastEventId?: string;
    },
    options?: CallOptions,
  ): Promise<Response> {
    const { instanceId, after, lastEventId: lastEventID } = request;
    return this.#call(options, async ({ instances }, init) => {
      const { raw } = await instances.streamInstanceRaw(
        { instanceId, after, lastEventID },
        init,
      );
      return raw;
    });
  }

  /**
   * Follows an instance live: first a snapshot of its state, then every event once and in order, across any number of
   * broken connections. Also tells how the connection stands.
   *
   * Ends when the instance has ended and the server has said so, or quietly when `signal` is aborted. Network failures and
   * a server that is away are retried; what no retry can mend is thrown as `ResponseError`.
   */
  watchInstance(
    instanceId: string,
    options: WatchOptions = {},
  ): AsyncGenerator<WatchItem, void, void> {
    const { token, after, signal } = options;
    return new InstanceWatch({
      after,
      signal,
      timing: this.#timing,
      source: {
        open: (lastEventId, connection) =>
          this.streamInstance(
            { instanceId, lastEventId },
            { token, signal: connection },
          ),
        history: (position, connection) =>
          this.getInstanceHistory(
            { instanceId, after: position, limit: 1000 },
            { token, signal: connection },
          ),
      },
    }).items();
  }

  /**
   * The final state of an instance, as soon as it has ended.
   *
   * @throws the reason of `signal` when it is aborted before
   */
  async waitForEnd(
    { instanceId }: InstanceRequest,
    options: CallOptions = {},
  ): Promise<InstanceState> {
    let state: InstanceState | undefined;
    for await (const item of this.watchInstance(instanceId, options)) {
      if (item.type === 'snapshot') state = item.state;
      if (item.type === 'event' && state) {
        state = foldInstance(state, item.event);
      }
      if (state && hasEnded(state)) return state;
    }
    options.signal?.throwIfAborted();
    return this.getInstance({ instanceId }, options);
  }

  async #call<T>(
    options: CallOptions = {},
    call: (
      apis: {
        readonly workflows: WorkflowsApi;
        readonly instances: InstancesApi;
      },
      init: RequestInit,
    ) => Promise<T>,
  ): Promise<T> {
    const configuration = new Configuration({
      basePath: await this.#address(),
      fetchApi: this.#fetch,
      accessToken: await this.#tokenFor(options),
    });
    const apis = {
      workflows: new WorkflowsApi(configuration),
      instances: new InstancesApi(configuration),
    };
    try {
      return await call(apis, { signal: options.signal });
    } catch (error) {
      throw await backstageErrorOf(error);
    }
  }

  async #tokenFor({ token }: CallOptions): Promise<string | undefined> {
    const source = token ?? this.#token;
    return typeof source === 'function' ? source() : source;
  }
}

function addressOf(baseUrl: string): string {
  if (!/^https?:\/\//.test(baseUrl)) {
    throw new TypeError(
      `baseUrl must be the address of the backend, such as http://localhost:7007, got "${baseUrl}"`,
    );
  }
  const address = baseUrl.replace(/\/+$/, '');
  return address.endsWith(basePath) ? address : `${address}${basePath}`;
}

/** The generated client's errors as Backstage's; what `fetch` itself threw stays as it is. */
async function backstageErrorOf(error: unknown): Promise<unknown> {
  if (error instanceof FailedResponse) {
    return ResponseError.fromResponse(error.response);
  }
  return error instanceof FetchError ? error.cause : error;
}
