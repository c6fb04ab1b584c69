import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Instance } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from './Caller';
import type { InstanceFeed } from './InstanceFeed';
import type {
  ExecuteRequest,
  HistoryPage,
  HistoryRequest,
  InstanceDetails,
  InstancePage,
  InstanceSearch,
  OrchestratorService,
  Workflow,
  WorkflowQuery,
  WorkflowRequest,
} from './OrchestratorService';

/** Notes every change, and every access that was denied, with the auditor. Never notes values. */
export class AuditedOrchestratorService implements OrchestratorService {
  constructor(
    private readonly inner: OrchestratorService,
    private readonly auditor: AuditorService,
  ) {}

  listWorkflows(
    query: WorkflowQuery,
    caller: Caller,
  ): Promise<readonly Workflow[]> {
    const read = () => this.inner.listWorkflows(query, caller);
    return this.#read('workflow-list', caller, {}, read);
  }

  getWorkflow(request: WorkflowRequest, caller: Caller): Promise<Workflow> {
    const { workflowId } = request;
    const read = () => this.inner.getWorkflow(request, caller);
    return this.#read('workflow-read', caller, { workflowId }, read);
  }

  listStatuses(caller: Caller): Promise<readonly InstanceStatus[]> {
    const read = () => this.inner.listStatuses(caller);
    return this.#read('status-list', caller, {}, read);
  }

  listInstances(search: InstanceSearch, caller: Caller): Promise<InstancePage> {
    const read = () => this.inner.listInstances(search, caller);
    return this.#read('instance-list', caller, {}, read);
  }

  getInstance(instanceId: string, caller: Caller): Promise<Instance> {
    const read = () => this.inner.getInstance(instanceId, caller);
    return this.#read('instance-read', caller, { instanceId }, read);
  }

  getInstanceDetails(
    instanceId: string,
    caller: Caller,
  ): Promise<InstanceDetails> {
    const read = () => this.inner.getInstanceDetails(instanceId, caller);
    return this.#read('instance-read', caller, { instanceId }, read);
  }

  readHistory(request: HistoryRequest, caller: Caller): Promise<HistoryPage> {
    const { instanceId } = request;
    const read = () => this.inner.readHistory(request, caller);
    return this.#read('instance-history', caller, { instanceId }, read);
  }

  readPayload(
    request: { readonly instanceId: string; readonly ref: string },
    caller: Caller,
  ): Promise<string> {
    const { instanceId } = request;
    const read = () => this.inner.readPayload(request, caller);
    return this.#read('instance-payload', caller, { instanceId }, read);
  }

  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed> {
    const read = () => this.inner.openFeed(instanceId, caller);
    return this.#read('instance-stream', caller, { instanceId }, read);
  }

  execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    const { workflowId, targetEntity } = request;
    const meta = { workflowId, ...(targetEntity && { targetEntity }) };
    return this.#write('workflow-execute', caller, meta, async () => {
      const instanceId = await this.inner.execute(request, caller);
      return { result: instanceId, meta: { instanceId } };
    });
  }

  cancel(instanceId: string, caller: Caller): Promise<void> {
    return this.#write('instance-abort', caller, { instanceId }, async () => ({
      result: await this.inner.cancel(instanceId, caller),
      meta: {},
    }));
  }

  async #read<T>(
    eventId: string,
    caller: Caller,
    meta: JsonObject,
    read: () => Promise<T>,
  ): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (isDenial(error)) {
        const event = await this.#event(eventId, 'medium', caller, meta);
        await event.fail({ error });
      }
      throw error;
    }
  }

  async #write<T>(
    eventId: string,
    caller: Caller,
    meta: JsonObject,
    write: () => Promise<{ readonly result: T; readonly meta: JsonObject }>,
  ): Promise<T> {
    const event = await this.#event(eventId, 'medium', caller, meta);
    try {
      const done = await write();
      await event.success({ meta: done.meta });
      return done.result;
    } catch (error) {
      await event.fail({ error: asError(error) });
      throw error;
    }
  }

  #event(
    eventId: string,
    severityLevel: AuditorServiceCreateEventOptions['severityLevel'],
    { request, ref }: Caller,
    meta: JsonObject,
  ) {
    return this.auditor.createEvent({
      eventId,
      severityLevel,
      request,
      meta: { ...meta, caller: ref },
    });
  }
}

/** Denied outright, or hidden as something that does not exist. */
function isDenial(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof NotAllowedError || error.cause instanceof NotAllowedError
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
