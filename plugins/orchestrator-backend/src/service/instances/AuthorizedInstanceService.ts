import {
  orchestratorWorkflowAdminViewPermission,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Instance,
  PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { denied } from '../access/denied';
import type { InstanceGuard } from '../access/InstanceGuard';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import type { InstanceFeed } from './InstanceFeed';
import type {
  EndRequest,
  HistoryPage,
  HistoryRequest,
  InstanceDetails,
  InstanceList,
  InstanceListQuery,
  InstancePage,
  InstanceSearch,
  InstanceService,
  PayloadRequest,
  Progress,
} from './InstanceService';
import {
  redactDetails,
  redactFeed,
  redactHistory,
  redactProgress,
} from './redact';

/** Shows callers the instances that they may see, without values where they may not see these. */
export class AuthorizedInstanceService implements InstanceService {
  constructor(
    private readonly inner: InstanceService,
    private readonly workflows: WorkflowGuard,
    private readonly instances: InstanceGuard,
  ) {}

  async listStatuses(caller: Caller): Promise<readonly InstanceStatus[]> {
    await this.workflows.readable(caller);
    return this.inner.listStatuses(caller);
  }

  async search(search: InstanceSearch, caller: Caller): Promise<InstancePage> {
    const { workflowId, filter: wanted } = search;
    const scope =
      workflowId === undefined
        ? await this.workflows.readable(caller)
        : await this.workflows.requireReadable(workflowId, caller);
    const filter = await this.instances.visible(scope, wanted, caller);
    return this.inner.search({ ...search, filter }, caller);
  }

  async list(query: InstanceListQuery, caller: Caller): Promise<InstanceList> {
    const scope = await this.workflows.readable(caller);
    const filter = await this.instances.visible(scope, query.filter, caller);
    return this.inner.list({ ...query, filter }, caller);
  }

  get(instanceId: string, caller: Caller): Promise<Instance> {
    return this.instances.requireVisible(instanceId, caller);
  }

  getDetails(instanceId: string, caller: Caller): Promise<InstanceDetails> {
    const read = () => this.inner.getDetails(instanceId, caller);
    return this.#shown(instanceId, caller, read, redactDetails);
  }

  async readHistory(
    request: HistoryRequest,
    caller: Caller,
  ): Promise<HistoryPage> {
    const { instanceId, filter } = request;
    // What is found would tell of values.
    if (filter?.text !== undefined) {
      await this.#requireValues(instanceId, caller);
    }
    const read = () => this.inner.readHistory(request, caller);
    return this.#shown(instanceId, caller, read, redactHistory);
  }

  async readPayload(
    request: PayloadRequest,
    caller: Caller,
  ): Promise<PayloadText> {
    await this.#requireValues(request.instanceId, caller);
    return this.inner.readPayload(request, caller);
  }

  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed> {
    const open = () => this.inner.openFeed(instanceId, caller);
    return this.#shown(instanceId, caller, open, redactFeed);
  }

  getProgress(instanceId: string, caller: Caller): Promise<Progress> {
    const read = () => this.inner.getProgress(instanceId, caller);
    return this.#shown(instanceId, caller, read, redactProgress);
  }

  waitForEnd(request: EndRequest, caller: Caller): Promise<InstanceDetails> {
    const wait = () => this.inner.waitForEnd(request, caller);
    return this.#shown(request.instanceId, caller, wait, redactDetails);
  }

  async #shown<T>(
    instanceId: string,
    caller: Caller,
    read: () => Promise<T>,
    redact: (whole: T) => T,
  ): Promise<T> {
    const instance = await this.get(instanceId, caller);
    const whole = await read();
    return (await this.instances.showsValues(instance, caller))
      ? whole
      : redact(whole);
  }

  async #requireValues(instanceId: string, caller: Caller): Promise<void> {
    const instance = await this.get(instanceId, caller);
    if (await this.instances.showsValues(instance, caller)) return;
    throw denied(orchestratorWorkflowAdminViewPermission.name);
  }
}
