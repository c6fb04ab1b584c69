import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  Filter,
  Payload,
  ProcessInstanceDTO,
  ProcessInstanceStatusDTO,
  WorkflowOverviewDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

/** How many rows a page of a list has. */
export const PAGE_SIZE = 20;

const LIST_REFRESH_MS = 5000;
const NAMES_LIMIT = 200;
const AUTO_LOAD_BYTES = 64_000;

/** A page of workflows. The API does not count them, so only the next page is known. */
export interface WorkflowPage {
  readonly items: readonly WorkflowOverviewDTO[];
  readonly hasNext: boolean;
}

/** Which workflows to list; `page` counts from 0. */
export interface WorkflowSearch {
  /** Part of the name. */
  readonly search: string;
  readonly page: number;
}

/** A page of workflows by name, kept up to date while one looks. */
export function useWorkflows({ search, page }: WorkflowSearch) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflows', search, page],
    queryFn: async ({ signal }): Promise<WorkflowPage> => {
      const { overviews = [] } = await api.getWorkflowsOverview(
        {
          ...(search && { filters: nameContains(search) }),
          paginationInfo: {
            pageSize: PAGE_SIZE + 1,
            offset: page * PAGE_SIZE,
            orderBy: 'name',
            orderDirection: 'ASC',
          },
        },
        { signal },
      );
      return {
        items: overviews.slice(0, PAGE_SIZE),
        hasNext: overviews.length > PAGE_SIZE,
      };
    },
    placeholderData: keepPreviousData,
    refetchInterval: LIST_REFRESH_MS,
  });
}

/** Ids and names of workflows, for a choice. */
export function useWorkflowNames() {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflowNames'],
    queryFn: async ({ signal }) => {
      const { overviews = [] } = await api.getWorkflowsOverview(
        {
          paginationInfo: { pageSize: NAMES_LIMIT, offset: 0, orderBy: 'name' },
        },
        { signal },
      );
      return overviews.map(({ workflowId, name }) => ({
        id: workflowId,
        label: name ?? workflowId,
      }));
    },
  });
}

/** A workflow's definition with its problems. */
export function useWorkflow(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflow', workflowId],
    queryFn: ({ signal }) => api.getWorkflow({ workflowId }, { signal }),
  });
}

/** A workflow's text. */
export function useWorkflowSource(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflowSource', workflowId],
    queryFn: ({ signal }) =>
      api.getWorkflowSourceById({ workflowId }, { signal }),
  });
}

/** A workflow's tasks as a graph: of the given version, else of the one that it has now. */
export function useWorkflowGraph(workflowId: string, version?: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflowGraph', workflowId, version],
    queryFn: ({ signal }) =>
      api.getWorkflowGraph({ workflowId, version }, { signal }),
    staleTime: Infinity,
  });
}

/** A page of instances. */
export interface InstancesPage {
  readonly items: readonly ProcessInstanceDTO[];
  readonly totalCount: number;
}

/** Which instances to list; `page` counts from 0. */
export interface InstanceSearch {
  readonly state?: ProcessInstanceStatusDTO;
  readonly workflowId?: string;
  /** The catalog entity that they were started for. */
  readonly entityRef?: string;
  readonly page: number;
}

/** A page of instances, newest first, kept up to date while one looks. */
export function useInstances(search: InstanceSearch) {
  const { workflowId, page } = search;
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['instances', search],
    queryFn: async ({ signal }): Promise<InstancesPage> => {
      const { items = [], totalCount = 0 } = await api.getWorkflowInstances(
        {
          workflowId,
          filters: instanceFilter(search),
          paginationInfo: {
            pageSize: PAGE_SIZE,
            offset: page * PAGE_SIZE,
            orderBy: 'start',
            orderDirection: 'DESC',
          },
        },
        { signal },
      );
      return { items, totalCount };
    },
    placeholderData: keepPreviousData,
    refetchInterval: LIST_REFRESH_MS,
  });
}

/** Types of the events that a task waits for, as its history tells them; empty when it takes any. */
export function useAwaitedTypes(instanceId: string, taskKey: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['awaitedTypes', instanceId, taskKey],
    queryFn: async ({ signal }) => {
      const { items } = await api.getTaskHistory(
        { instanceId, taskRef: taskKey },
        { signal },
      );
      const awaited = items.findLast(({ type }) => type === 'event.awaited');
      const types: unknown = awaited?.data.eventTypes;
      return Array.isArray(types) ? types.map(String) : [];
    },
  });
}

/** How often a workflow has run, and how that went. */
export function useWorkflowStats(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflowStats', workflowId],
    queryFn: async ({ signal }) => {
      const overview = await api.getWorkflowOverviewById(
        { workflowId },
        { signal },
      );
      return overview.workflowRunStats ?? {};
    },
    refetchInterval: LIST_REFRESH_MS,
  });
}

/** The newest runs of a workflow that somebody may have to look after. */
export function useRunsToLookAfter(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['runsToLookAfter', workflowId],
    queryFn: ({ signal }) =>
      api.listInstances(
        {
          workflowId: [workflowId],
          status: ['failed', 'suspended', 'waiting', 'retrying'],
          limit: 5,
        },
        { signal },
      ),
    refetchInterval: LIST_REFRESH_MS,
  });
}

/** The runs that a run has started, the newest first. */
export function useChildren(instanceId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['children', instanceId],
    queryFn: ({ signal }) =>
      api.listInstances({ parentId: instanceId, limit: 100 }, { signal }),
    refetchInterval: LIST_REFRESH_MS,
  });
}

/** A run to start: repeating it with the same key starts nothing new. */
export interface RunRequest {
  /** Without it another run has the input of the first. */
  readonly input?: JsonObject;
  readonly idempotencyKey: string;
}

/** What a run has to do with others and with the catalog. */
export interface RunOrigin {
  /** The instance of which it is another run, so that the two are linked. */
  readonly rerunOf?: string;
  /** The catalog entity that it is for. Another run is for the same as the one before. */
  readonly targetEntity?: string;
}

/** Runs a workflow; answers the id of the instance. */
export function useRunWorkflow(
  workflowId: string,
  { rerunOf, targetEntity }: RunOrigin,
) {
  const api = useApi(orchestratorApiRef);
  return useMutation({
    mutationFn: ({ input, idempotencyKey }: RunRequest) =>
      rerunOf === undefined
        ? api.executeWorkflow({
            workflowId,
            parameters: input,
            idempotencyKey,
            ...(targetEntity && { targetEntity }),
          })
        : api.rerunInstance({
            instanceId: rerunOf,
            inputData: input,
            idempotencyKey,
          }),
  });
}

/** The value of a payload: at once when it is inline, by itself when it is small, else when {@link load} is called. */
export function usePayload(instanceId: string, payload: Payload | undefined) {
  const api = useApi(orchestratorApiRef);
  const [isWanted, setWanted] = useState(false);
  const reference = payload && 'ref' in payload ? payload : undefined;
  const isSmall = reference !== undefined && reference.bytes <= AUTO_LOAD_BYTES;
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ['payload', instanceId, reference?.ref],
    queryFn: ({ signal }) =>
      api.getPayload({ instanceId, ref: reference?.ref ?? '' }, { signal }),
    enabled: reference !== undefined && (isSmall || isWanted),
    staleTime: Infinity,
  });
  return {
    data: payload && 'value' in payload ? payload.value : data,
    error,
    isLoading,
    load: () => (error ? refetch() : setWanted(true)),
  };
}

function instanceFilter({
  state,
  entityRef,
}: InstanceSearch): Filter | undefined {
  const filters = [
    { field: 'state', operator: 'EQ', value: state },
    { field: 'targetEntity', operator: 'EQ', value: entityRef },
  ] as const;
  const given = filters.flatMap(({ value, ...rest }) =>
    value === undefined ? [] : [{ ...rest, value }],
  );
  return given.length > 1 ? { operator: 'AND', filters: given } : given[0];
}

function nameContains(text: string) {
  return { field: 'name', operator: 'LIKE', value: `%${text}%` } as const;
}
