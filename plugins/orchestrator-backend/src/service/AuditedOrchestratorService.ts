import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  CloudEvent,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TaskTemplate } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Delivery,
  Instance,
  PayloadText,
  Occurrence,
  Schedule,
  StoredDefinition,
  TrialReport,
  WorkflowSettings,
  StoredTrial,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { AuditTrail } from './AuditTrail';
import type { Caller } from './Caller';
import type { InstanceFeed } from './InstanceFeed';
import type {
  DefinitionText,
  ExecuteRequest,
  HistoryPage,
  HistoryRequest,
  InstanceAct,
  InstanceDetails,
  InstanceListQuery,
  InstancePage,
  InstanceSearch,
  OccurrenceQuery,
  OrchestratorService,
  RerunRequest,
  ServerHealth,
  VersionRequest,
  Workflow,
  WorkflowChange,
  WorkflowQuery,
  WorkflowRequest,
} from './OrchestratorService';
import type { Progress } from './Progress';
import type {
  DryRunRequest,
  TaskTrial,
  TaskTrialRequest,
  TrialRequest,
} from './WorkflowTrials';

/** Notes every change, and every access that was denied, with the auditor. Never notes values. */
export class AuditedOrchestratorService implements OrchestratorService {
  readonly #trail: AuditTrail;

  constructor(
    private readonly inner: OrchestratorService,
    auditor: AuditorService,
  ) {
    this.#trail = new AuditTrail(auditor);
  }

  listWorkflows(
    query: WorkflowQuery,
    caller: Caller,
  ): Promise<readonly Workflow[]> {
    const read = () => this.inner.listWorkflows(query, caller);
    return this.#trail.read('workflow-list', caller, {}, read);
  }

  getWorkflow(request: WorkflowRequest, caller: Caller): Promise<Workflow> {
    const { workflowId } = request;
    const read = () => this.inner.getWorkflow(request, caller);
    return this.#trail.read('workflow-read', caller, { workflowId }, read);
  }

  getDefinition(
    request: VersionRequest,
    caller: Caller,
  ): Promise<StoredDefinition> {
    const { workflowId } = request;
    const read = () => this.inner.getDefinition(request, caller);
    return this.#trail.read('workflow-read', caller, { workflowId }, read);
  }

  listVersions(
    request: {
      readonly workflowId: string;
      readonly offset: number;
      readonly limit: number;
    },
    caller: Caller,
  ): Promise<readonly StoredDefinition[]> {
    const { workflowId } = request;
    const read = () => this.inner.listVersions(request, caller);
    return this.#trail.read('workflow-versions', caller, { workflowId }, read);
  }

  checkDefinition(
    text: DefinitionText,
    caller: Caller,
  ): Promise<StoredDefinition> {
    const read = () => this.inner.checkDefinition(text, caller);
    return this.#trail.read('workflow-validate', caller, {}, read);
  }

  listTemplates(caller: Caller): Promise<readonly TaskTemplate[]> {
    const list = () => this.inner.listTemplates(caller);
    return this.#trail.read('template-list', caller, {}, list);
  }

  createWorkflow(text: DefinitionText, caller: Caller): Promise<Workflow> {
    return this.#trail.write('workflow-create', caller, {}, async () => {
      const workflow = await this.inner.createWorkflow(text, caller);
      return { result: workflow, meta: describe(workflow) };
    });
  }

  updateWorkflow(
    change: WorkflowChange & DefinitionText,
    caller: Caller,
  ): Promise<Workflow> {
    const { workflowId } = change;
    return this.#trail.write(
      'workflow-update',
      caller,
      { workflowId },
      async () => {
        const workflow = await this.inner.updateWorkflow(change, caller);
        return { result: workflow, meta: describe(workflow) };
      },
    );
  }

  configureWorkflow(
    change: WorkflowChange & { readonly settings: WorkflowSettings },
    caller: Caller,
  ): Promise<Workflow> {
    const { workflowId, settings } = change;
    const meta = { workflowId, settings: Object.keys(settings) };
    return this.#trail.write('workflow-configure', caller, meta, async () => ({
      result: await this.inner.configureWorkflow(change, caller),
      meta: {},
    }));
  }

  deleteWorkflow(change: WorkflowChange, caller: Caller): Promise<void> {
    const { workflowId } = change;
    return this.#trail.write(
      'workflow-delete',
      caller,
      { workflowId },
      async () => ({
        result: await this.inner.deleteWorkflow(change, caller),
        meta: {},
      }),
    );
  }

  listStatuses(caller: Caller): Promise<readonly InstanceStatus[]> {
    const read = () => this.inner.listStatuses(caller);
    return this.#trail.read('status-list', caller, {}, read);
  }

  listInstances(search: InstanceSearch, caller: Caller): Promise<InstancePage> {
    const { workflowId } = search;
    const meta = workflowId === undefined ? {} : { workflowId };
    const read = () => this.inner.listInstances(search, caller);
    return this.#trail.read('instance-list', caller, meta, read);
  }

  pageInstances(
    query: InstanceListQuery,
    caller: Caller,
  ): Promise<{ readonly items: readonly Instance[]; readonly total?: number }> {
    const read = () => this.inner.pageInstances(query, caller);
    return this.#trail.read('instance-list', caller, {}, read);
  }

  getInstance(instanceId: string, caller: Caller): Promise<Instance> {
    const read = () => this.inner.getInstance(instanceId, caller);
    return this.#trail.read('instance-read', caller, { instanceId }, read);
  }

  getInstanceDetails(
    instanceId: string,
    caller: Caller,
  ): Promise<InstanceDetails> {
    const read = () => this.inner.getInstanceDetails(instanceId, caller);
    return this.#trail.read('instance-read', caller, { instanceId }, read);
  }

  readHistory(request: HistoryRequest, caller: Caller): Promise<HistoryPage> {
    const { instanceId } = request;
    const read = () => this.inner.readHistory(request, caller);
    return this.#trail.read('instance-history', caller, { instanceId }, read);
  }

  readPayload(
    request: { readonly instanceId: string; readonly ref: string },
    caller: Caller,
  ): Promise<PayloadText> {
    const { instanceId } = request;
    const read = () => this.inner.readPayload(request, caller);
    return this.#trail.read('instance-payload', caller, { instanceId }, read);
  }

  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed> {
    const read = () => this.inner.openFeed(instanceId, caller);
    return this.#trail.read('instance-stream', caller, { instanceId }, read);
  }

  execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    const { workflowId, targetEntity, triggerId } = request;
    const meta = {
      workflowId,
      ...(targetEntity && { targetEntity }),
      ...(triggerId && { triggerId }),
    };
    return this.#trail.write('workflow-execute', caller, meta, async () => {
      const instanceId = await this.inner.execute(request, caller);
      return { result: instanceId, meta: { instanceId } };
    });
  }

  getProgress(instanceId: string, caller: Caller): Promise<Progress> {
    const read = () => this.inner.getProgress(instanceId, caller);
    return this.#trail.read('instance-progress', caller, { instanceId }, read);
  }

  deleteInstance(instanceId: string, caller: Caller): Promise<void> {
    return this.#trail.write(
      'instance-delete',
      caller,
      { instanceId },
      async () => ({
        result: await this.inner.deleteInstance(instanceId, caller),
        meta: {},
      }),
    );
  }

  dryRun(request: DryRunRequest, caller: Caller): Promise<TrialReport> {
    const { workflowId } = request;
    const read = () => this.inner.dryRun(request, caller);
    return this.#trail.read('workflow-dry-run', caller, { workflowId }, read);
  }

  executeTask(request: TaskTrialRequest, caller: Caller): Promise<TaskTrial> {
    const { workflowId, taskRef } = request;
    const meta = { workflowId, taskRef };
    return this.#trail.write('task-execute', caller, meta, async () => {
      const trial = await this.inner.executeTask(request, caller);
      return { result: trial, meta: { sessionId: trial.sessionId } };
    });
  }

  getTrial(request: TrialRequest, caller: Caller): Promise<StoredTrial> {
    const read = () => this.inner.getTrial(request, caller);
    return this.#trail.read('trial-get', caller, { ...request }, read);
  }

  waitForEnd(
    request: { readonly instanceId: string; readonly ms: number },
    caller: Caller,
  ): Promise<InstanceDetails> {
    const { instanceId } = request;
    const read = () => this.inner.waitForEnd(request, caller);
    return this.#trail.read('instance-read', caller, { instanceId }, read);
  }

  act(act: InstanceAct, caller: Caller): Promise<Instance> {
    const { instanceId, reason } = act;
    const task = act.verb === 'act' ? { task: act.task } : {};
    const meta = { instanceId, ...task, ...(reason && { reason }) };
    return this.#trail.write(eventIdOf(act), caller, meta, async () => ({
      result: await this.inner.act(act, caller),
      meta: {},
    }));
  }

  rerun(request: RerunRequest, caller: Caller): Promise<string> {
    const { instanceId } = request;
    return this.#trail.write(
      'instance-rerun',
      caller,
      { instanceId },
      async () => {
        const rerunId = await this.inner.rerun(request, caller);
        return { result: rerunId, meta: { rerunId } };
      },
    );
  }

  sendEvent(
    request: { readonly instanceId: string; readonly event: CloudEvent },
    caller: Caller,
  ): Promise<Delivery> {
    const { instanceId, event } = request;
    const meta = { instanceId, type: event.type };
    return this.#trail.write('event-send', caller, meta, async () => ({
      result: await this.inner.sendEvent(request, caller),
      meta: {},
    }));
  }

  publishEvent(event: CloudEvent, caller: Caller): Promise<Delivery> {
    const meta = { type: event.type };
    return this.#trail.write('event-publish', caller, meta, async () => ({
      result: await this.inner.publishEvent(event, caller),
      meta: {},
    }));
  }

  listTriggers(
    query: { readonly workflowId?: string },
    caller: Caller,
  ): Promise<readonly Schedule[]> {
    const read = () => this.inner.listTriggers(query, caller);
    return this.#trail.read('trigger-list', caller, {}, read);
  }

  getTrigger(triggerId: string, caller: Caller): Promise<Schedule> {
    const read = () => this.inner.getTrigger(triggerId, caller);
    return this.#trail.read('trigger-read', caller, { triggerId }, read);
  }

  pageOccurrences(
    query: OccurrenceQuery,
    caller: Caller,
  ): Promise<readonly Occurrence[]> {
    const { triggerId } = query;
    const read = () => this.inner.pageOccurrences(query, caller);
    return this.#trail.read('trigger-occurrences', caller, { triggerId }, read);
  }

  pauseTrigger(
    request: { readonly triggerId: string; readonly isPaused: boolean },
    caller: Caller,
  ): Promise<Schedule> {
    const { triggerId, isPaused } = request;
    const eventId = isPaused ? 'trigger-pause' : 'trigger-resume';
    return this.#trail.write(eventId, caller, { triggerId }, async () => ({
      result: await this.inner.pauseTrigger(request, caller),
      meta: {},
    }));
  }

  getHealth(caller: Caller): Promise<ServerHealth> {
    return this.inner.getHealth(caller);
  }
}

function describe({ definition }: Workflow): JsonObject {
  const { workflowId, version, hash } = definition;
  return { workflowId, version, hash };
}

/** `instance-abort` is what cancelling was always called. */
function eventIdOf(act: InstanceAct): string {
  if (act.verb === 'cancel') return 'instance-abort';
  return act.verb === 'act'
    ? `instance-task-${act.action.kind}`
    : `instance-${act.verb}`;
}
