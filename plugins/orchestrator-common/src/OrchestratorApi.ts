import type { CallOptions, OrchestratorApiOptions } from './ApiConnection';
import type { Json } from './events';
import { foldInstance } from './fold/foldInstance';
import { hasEnded, type InstanceState } from './fold/InstanceState';
import {
  EventsApi,
  InstancesApi,
  WorkflowsApi,
  type AuthToken,
  type ExecuteWorkflowResponseDTO,
  type GetInstanceHistoryRequest,
  type ProcessInstanceListResultDTO,
  type SearchRequest,
  type StreamEventsRequest,
  type WorkflowDetails,
} from './generated/client';
import { OperationsClient } from './generated/client/OperationsClient';
import { EventsWatch, type EventsWatchItem } from './EventsWatch';
import { liveMessagesOf } from './readServerSentEvents';
import { SharedStreams } from './tabs/SharedStreams';
import type { Tabs } from './tabs/Tabs';
import {
  InstanceWatch,
  type InstanceHistoryPage,
  type WatchItem,
} from './InstanceWatch';

/** What is to be run, and how. @public */
export interface ExecuteWorkflowRequest {
  readonly workflowId: string;
  /** The workflow's input. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The same as `parameters`, under the name that the API has for it. */
  readonly inputData?: Readonly<Record<string, unknown>>;
  /** The catalog entity that the run is for, e.g. `component:default/payments`. */
  readonly targetEntity?: string;
  readonly authTokens?: readonly AuthToken[];
  /** What the run is about in the world outside, for finding it again. */
  readonly businessKey?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Of instances that wait for a worker those with a higher one are taken up first. Default: 0. */
  readonly priority?: number;
  /** How long to wait for the end: seconds, or a duration such as `PT30S`; at most a minute. */
  readonly wait?: string;
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

/** Which part of an instance's log. @public */
export type InstanceHistoryRequest = GetInstanceHistoryRequest;

/** How to watch an instance. @public */
export interface WatchOptions extends CallOptions {
  /** Id of the last event that the caller has. Without it the watch begins with a snapshot. */
  readonly after?: string;
  /**
   * In a browser: ends the stream of a page that has been out of sight for five minutes, and goes on where it was when the page is
   * back. Default: `false`.
   */
  readonly pausesOutOfSight?: boolean;
}

/** Which instances to follow. Default: all. @public */
export type EventSelection = Pick<
  StreamEventsRequest,
  'workflowId' | 'entityRef' | 'status' | 'instances'
>;

/** How a client shares what it can with others. @public */
export interface SharingOptions {
  /**
   * The tabs of a browser with which {@link OrchestratorApi.watchInstance} shares one stream: a browser opens six connections to
   * a server at most. Default: each watch has a stream of its own. Watches with a token of their own always have.
   */
  readonly tabs?: Tabs;
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
export class OrchestratorApi extends OperationsClient {
  readonly #sharedStreams: SharedStreams | undefined;

  constructor(options: OrchestratorApiOptions & SharingOptions) {
    super(options);
    const { tabs } = options;
    this.#sharedStreams =
      tabs &&
      new SharedStreams({
        tabs,
        timing: this.timing,
        state: (instanceId, signal) =>
          this.getInstance({ instanceId }, { signal }),
        history: (instanceId, after, signal) =>
          this.getInstanceHistory(
            { instanceId, after, limit: 1000 },
            { signal },
          ),
        watch: (instances, signal) =>
          this.watchEvents({ instances: [...instances] }, { signal }),
      });
  }

  /** `getWorkflow` by the id alone. */
  async getWorkflowDefinition(
    workflowId: string,
    options?: CallOptions,
  ): Promise<WorkflowDetails> {
    return this.getWorkflow({ workflowId }, options);
  }

  /** Runs a workflow; answers as soon as the instance exists, or when it has ended if asked to wait. */
  async executeWorkflow(
    request: ExecuteWorkflowRequest,
    options?: CallOptions,
  ): Promise<ExecuteWorkflowResponseDTO> {
    const { workflowId, idempotencyKey, wait, parameters, ...body } = request;
    const { authTokens, labels, inputData = parameters } = body;
    return this.call(options, (to, init) =>
      new WorkflowsApi(to).executeWorkflow(
        {
          workflowId,
          idempotencyKey,
          wait,
          executeWorkflowRequestDTO: {
            ...body,
            inputData,
            labels: labels && { ...labels },
            authTokens: authTokens && [...authTokens],
          },
        },
        init,
      ),
    );
  }

  /** Lists the instances of one workflow, or of all when none is named. */
  async getWorkflowInstances(
    request: SearchRequest & Partial<WorkflowRequest> = {},
    options?: CallOptions,
  ): Promise<ProcessInstanceListResultDTO> {
    const { workflowId, ...searchRequest } = request;
    if (!workflowId) return this.getInstances(searchRequest, options);
    return this.call(options, (to, init) =>
      new InstancesApi(to).getWorkflowInstances(
        { workflowId, searchRequest },
        init,
      ),
    );
  }

  /** Retries a failed instance from where it failed. */
  async retriggerInstance(
    request: WorkflowRequest &
      InstanceRequest & { readonly authTokens?: readonly AuthToken[] },
    options?: CallOptions,
  ): Promise<void> {
    const { workflowId, instanceId, authTokens } = request;
    await this.call(options, (to, init) =>
      new InstancesApi(to).retriggerInstance(
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
    return this.call(options, (to, init) =>
      new InstancesApi(to).getInstance(request, init),
    );
  }

  /** A page of the event log of an instance. */
  async getInstanceHistory(
    request: InstanceHistoryRequest,
    options?: CallOptions,
  ): Promise<InstanceHistoryPage> {
    return this.call(options, async (to, init) => {
      const { raw } = await new InstancesApi(to).getInstanceHistoryRaw(
        request,
        init,
      );
      return raw.json();
    });
  }

  /** A value that was too large for its event. */
  async getPayload(
    request: InstanceRequest & { readonly ref: string },
    options?: CallOptions,
  ): Promise<Json> {
    return this.call(options, (to, init) =>
      new InstancesApi(to).getPayload(request, init),
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
    return this.call(options, async (to, init) => {
      const { raw } = await new InstancesApi(to).streamInstanceRaw(
        { instanceId, after, lastEventID },
        init,
      );
      return raw;
    });
  }

  /** The live stream of many instances as it comes. Its body is not read yet. */
  async streamEvents(
    request: StreamEventsRequest = {},
    options?: CallOptions,
  ): Promise<Response> {
    return this.call(options, async (to, init) => {
      const { raw } = await new EventsApi(to).streamEventsRaw(request, init);
      return raw;
    });
  }

  /**
   * Follows an instance live: first a snapshot of its state, then every event once and in order, across any number of
   * broken connections. Also tells how the connection stands. Where streams do not get through, it asks for what is new.
   *
   * Ends when the instance has ended and the server has said so, or quietly when `signal` is aborted. Network failures and
   * a server that is away are retried; what no retry can mend is thrown as `ResponseError`.
   */
  watchInstance(
    instanceId: string,
    options: WatchOptions = {},
  ): AsyncGenerator<WatchItem, void, void> {
    const { token, after, signal, pausesOutOfSight } = options;
    const streams = token ? undefined : this.#sharedStreams;
    return new InstanceWatch({
      after,
      signal,
      pausesOutOfSight,
      timing: this.timing,
      source: {
        open: async (lastEventId, connection) =>
          streams
            ? streams.open(instanceId, lastEventId, connection)
            : liveMessagesOf(
                await this.streamInstance(
                  { instanceId, lastEventId },
                  { token, signal: connection },
                ),
              ),
        history: (position, connection, wait) =>
          this.getInstanceHistory(
            { instanceId, after: position, limit: 1000, wait },
            { token, signal: connection },
          ),
        state: connection =>
          this.getInstance({ instanceId }, { token, signal: connection }),
      },
    }).items();
  }

  /**
   * Follows all instances that match live: first a `reset`, upon which lists are to be read, then every event of those that the
   * caller may see. Another `reset` comes when the server could not go on where the watch was.
   *
   * Ends quietly when `signal` is aborted; fails and retries as {@link OrchestratorApi.watchInstance} does.
   */
  watchEvents(
    selection: EventSelection = {},
    options: WatchOptions = {},
  ): AsyncGenerator<EventsWatchItem, void, void> {
    const { token, after, signal, pausesOutOfSight } = options;
    return new EventsWatch({
      after,
      signal,
      pausesOutOfSight,
      timing: this.timing,
      open: (lastEventID, connection) =>
        this.streamEvents(
          { ...selection, lastEventID },
          { token, signal: connection },
        ),
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
}
