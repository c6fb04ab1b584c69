import {
  isTerminal,
  type CompareInstancesRequest,
  type FieldFilter,
  type Filter,
  type GetTaskRunRequest,
  type InstanceHistoryPage,
  type InstanceHistoryRequest,
  type InstanceState,
  type InstanceSummary,
  type Json,
  type ListInstancesRequest,
  type ListTaskRunsRequest,
  type LogPage,
  type SearchRequest,
  type TaskRunPage,
  type WatchItem,
  type WatchOptions,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { answerError } from './answerError';
import type { FakeActRequest, FakeContent } from './FakeContent';
import type { FakeWorkflows } from './FakeWorkflows';
import type { InstanceLog } from './InstanceLog';
import { logPageOf, type LogRequest } from './logPageOf';
import { pageOf, processInstanceOf, stateOf, summaryOf } from './loggedRuns';

/** Instances as logs in memory. */
export class FakeInstances {
  /** What was asked of instances and tasks, in order. The log is the test's to go on. */
  readonly acts: { readonly act: string; readonly request: object }[] = [];

  constructor(
    private readonly content: FakeContent,
    private readonly logs: readonly InstanceLog[],
    private readonly workflows: FakeWorkflows,
  ) {}

  async state(instanceId: string): Promise<InstanceState> {
    return stateOf(await this.#log(instanceId));
  }

  /** The list of the compatible operation. */
  search(request: SearchRequest & { readonly workflowId?: string }) {
    const { workflowId, filters, paginationInfo } = request;
    const items = this.logs
      .filter(log => !workflowId || log.workflowId === workflowId)
      .map(log => processInstanceOf(log, this.workflows.find(log.workflowId)))
      .filter(item =>
        fieldsOf(filters).every(({ field, value }) =>
          field === 'state'
            ? item.state === value
            : field !== 'targetEntity' || item.targetEntity === value,
        ),
      )
      .sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
    return { items: pageOf(items, paginationInfo), totalCount: items.length };
  }

  list(request: ListInstancesRequest): {
    items: InstanceSummary[];
    total: number;
  } {
    const { parentId, workflowId, status, entityRef, limit } = request;
    const found = this.logs
      .map(stateOf)
      .filter(({ parent }) => !parentId || parent?.instanceId === parentId)
      .filter(({ workflow }) => workflowId?.includes(workflow.id) ?? true)
      .filter(state => status?.includes(state.status) ?? true)
      .filter(state => !entityRef || state.targetEntity === entityRef)
      .map(summaryOf);
    return { items: found.slice(0, limit), total: found.length };
  }

  async history(request: InstanceHistoryRequest): Promise<InstanceHistoryPage> {
    const { events } = await this.#log(request.instanceId);
    const start = events.findIndex(({ id }) => id === request.after) + 1;
    return {
      items: events.slice(start, start + (request.limit ?? 100)),
      epoch: 'e1',
      first: 1,
      head: events.length,
      total: events.length,
    };
  }

  async taskRuns(request: ListTaskRunsRequest) {
    const { instanceId, status, offset = 0, limit = 100 } = request;
    const tasks = await this.#tasks(instanceId);
    const found = tasks.filter(task => status?.includes(task.status) ?? true);
    return { items: found.slice(offset, offset + limit), total: found.length };
  }

  async taskRun({ instanceId, taskRef }: GetTaskRunRequest) {
    const tasks = await this.#tasks(instanceId);
    const run = tasks.find(({ key }) => key === taskRef);
    if (run) return { run, attempts: [run] };
    const message = `There is no task "${taskRef}"`;
    throw await answerError(404, 'TASK_NOT_FOUND', message);
  }

  async taskHistory(request: { instanceId: string; taskRef: string }) {
    const { events } = await this.#log(request.instanceId);
    const { taskRef } = request;
    const items = events.filter(({ task }) => task?.runId === taskRef);
    const head = events.length;
    return { items, epoch: 'e1', first: 1, head, total: head };
  }

  async lines(request: LogRequest): Promise<LogPage> {
    return logPageOf(await this.#log(request.instanceId), request);
  }

  /** What the test says of the two, once both are there. */
  async compare({ a, b }: CompareInstancesRequest) {
    await Promise.all([this.#log(a), this.#log(b)]);
    const { comparison } = this.content;
    if (comparison) return comparison;
    throw new Error('The test does not say in what the two differ');
  }

  async payload(ref: string): Promise<Json> {
    const value = this.content.payloads?.[ref];
    if (value !== undefined) return value;
    const message = `There is no payload "${ref}"`;
    throw await answerError(404, 'PAYLOAD_NOT_FOUND', message);
  }

  async act(act: string, request: FakeActRequest): Promise<InstanceSummary> {
    this.acts.push({ act, request });
    return summaryOf(await this.state(request.instanceId));
  }

  async *watch(
    instanceId: string,
    { signal }: WatchOptions,
  ): AsyncGenerator<WatchItem, void, void> {
    const log = await this.#log(instanceId);
    yield { type: 'connection', status: 'live' };
    yield { type: 'snapshot', state: this.#inShort(stateOf(log)) };
    let sent = log.events.length;
    while (!signal?.aborted) {
      for (; sent < log.events.length; sent++) {
        yield { type: 'event', event: log.events[sent] };
      }
      if (isTerminal(stateOf(log).status)) break;
      await nextEntry(log, signal);
    }
    yield { type: 'connection', status: 'finished' };
  }

  #inShort(state: InstanceState): InstanceState {
    const { maxTasks = Infinity } = this.content;
    const tasksLeftOut = state.tasks.length - maxTasks;
    if (tasksLeftOut <= 0) return state;
    return { ...state, tasks: state.tasks.slice(-maxTasks), tasksLeftOut };
  }

  /** As they come over the wire. */
  async #tasks(instanceId: string): Promise<TaskRunPage['items']> {
    const { tasks } = stateOf(await this.#log(instanceId));
    return JSON.parse(JSON.stringify(tasks));
  }

  async #log(instanceId: string): Promise<InstanceLog> {
    const found = this.logs.find(({ id }) => id === instanceId);
    if (found) return found;
    const message = `There is no instance "${instanceId}" that you may see`;
    throw await answerError(404, 'INSTANCE_NOT_FOUND', message);
  }
}

/** The conditions of a filter: one, or several that all hold. */
function fieldsOf(filter: Filter | undefined): readonly FieldFilter[] {
  if (!filter) return [];
  if ('filters' in filter) return filter.filters.flatMap(fieldsOf);
  return 'value' in filter ? [filter] : [];
}

function nextEntry(log: InstanceLog, signal: AbortSignal | undefined) {
  return new Promise<void>(resolve => {
    const stop = log.listen(() => {
      stop();
      resolve();
    });
    signal?.addEventListener('abort', () => {
      stop();
      resolve();
    });
  });
}
