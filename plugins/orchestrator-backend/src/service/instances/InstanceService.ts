import type {
  InstanceState,
  InstanceStatus,
  Json,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Instance,
  InstanceFilter,
  InstancePlace,
  InstanceQuery,
  LogFilter,
  PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';
import type { InstanceFeed } from './InstanceFeed';

/** Which instances, in which order, which page. */
export interface InstanceSearch extends InstanceQuery {
  /** Only those of this workflow, which must exist. */
  readonly workflowId?: string;
}

/** An instance among those found. */
export interface InstanceItem {
  readonly instance: Instance;
  /** Title of its workflow, or name, or id when the workflow is gone. */
  readonly workflowName: string;
}

/** A page of what a search finds. */
export interface InstancePage {
  readonly items: readonly InstanceItem[];
  /** How many match in all. */
  readonly total: number;
}

/** Which instances, newest first; a page begins after the place given. */
export interface InstanceListQuery {
  readonly filter?: InstanceFilter;
  readonly after?: InstancePlace;
  readonly limit: number;
  /** Whether to count all that match. */
  readonly isCounted?: boolean;
}

/** A page of a list of instances. */
export interface InstanceList {
  readonly items: readonly Instance[];
  /** How many match in all, when they were to be counted. */
  readonly total?: number;
}

/** All that is to be told of an instance. */
export interface InstanceDetails extends InstanceItem {
  readonly state: InstanceState;
  readonly input: Json;
  readonly output?: Json;
}

/** Which part of a log. */
export interface HistoryRequest {
  readonly instanceId: string;
  /** Id of an event; one of another epoch is as none. */
  readonly after?: string;
  readonly before?: string;
  readonly filter?: LogFilter;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  /** How long to wait when there is nothing. Default: not at all. */
  readonly waitMs?: number;
}

/** A part of a log. */
export interface HistoryPage {
  readonly items: readonly OrchestratorEvent[];
  readonly epoch: string;
  /** `seq` of the oldest entry that is kept. */
  readonly first: number;
  /** `seq` of the last entry. */
  readonly head: number;
  /** How many entries match in all. */
  readonly total: number;
}

/** A value that is kept apart from the log. */
export interface PayloadRequest {
  readonly instanceId: string;
  readonly ref: string;
}

/** What tells how far an instance is. */
export interface Progress {
  readonly details: InstanceDetails;
  /** The tasks of the definition's top level, in its order. */
  readonly stages: readonly { readonly ref: string; readonly name: string }[];
  /** Milliseconds that each stage has taken in earlier completed runs, by its pointer. */
  readonly earlier: ReadonlyMap<string, readonly number[]>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** An instance whose end is waited for. */
export interface EndRequest {
  readonly instanceId: string;
  /** How long at most, in milliseconds. */
  readonly ms: number;
}

/** How instances stand, and what has happened in them. */
export interface InstanceService {
  /** The statuses that instances can have. */
  listStatuses(caller: Caller): Promise<readonly InstanceStatus[]>;
  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` when the search names one that does not exist */
  search(search: InstanceSearch, caller: Caller): Promise<InstancePage>;
  list(query: InstanceListQuery, caller: Caller): Promise<InstanceList>;
  /** @throws {@link EngineError} `INSTANCE_NOT_FOUND`, as all that follow */
  get(instanceId: string, caller: Caller): Promise<Instance>;
  getDetails(instanceId: string, caller: Caller): Promise<InstanceDetails>;
  readHistory(request: HistoryRequest, caller: Caller): Promise<HistoryPage>;
  /**
   * @returns JSON text, to be read piece by piece
   * @throws {@link EngineError} `PAYLOAD_NOT_FOUND`
   */
  readPayload(request: PayloadRequest, caller: Caller): Promise<PayloadText>;
  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed>;
  /** How far the instance is. */
  getProgress(instanceId: string, caller: Caller): Promise<Progress>;
  /** The instance as it is when it has ended, or when the time is over. */
  waitForEnd(request: EndRequest, caller: Caller): Promise<InstanceDetails>;
}
