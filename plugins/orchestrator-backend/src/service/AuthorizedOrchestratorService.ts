/**
 * Lets callers see and do what the deployment's permission policy allows.
 *
 * - A1 A list holds only what the caller may see: conditions go into the query.
 * - A2 What the caller may not see does not exist: the same error, the same words, as for what is not there.
 * - A3 Every method that shows or changes an instance first checks that the caller may do so with its workflow, and with it.
 * - A4 Every method that shows values of an instance shows them only to who may see them.
 */
import { NotAllowedError } from '@backstage/errors';
import {
  orchestratorInstanceActPermission,
  orchestratorInstanceReadPermission,
  orchestratorWorkflowAdminViewPermission,
  orchestratorWorkflowManagePermission,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
  type CloudEvent,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TaskTemplate } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Delivery,
  Instance,
  PayloadText,
  InstanceFilter,
  Occurrence,
  Schedule,
  StoredDefinition,
  TrialReport,
  WorkflowSettings,
  StoredTrial,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from './Caller';
import type { CallerPermissions } from './CallerPermissions';
import type { InstanceFeed } from './InstanceFeed';
import { filterOfScope, includesInstance } from './InstanceScope';
import {
  instanceNotFound,
  triggerNotFound,
  workflowNotFound,
} from './notFound';
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
import { redactDetails, redactEvent, redactFeed } from './redact';
import {
  instancesInScope,
  isInScope,
  workflowsInScope,
  type WorkflowScope,
} from './WorkflowScope';
import type {
  DryRunRequest,
  TaskTrial,
  TaskTrialRequest,
  TrialRequest,
} from './WorkflowTrials';

/** See the module header. */
export class AuthorizedOrchestratorService implements OrchestratorService {
  constructor(
    private readonly inner: OrchestratorService,
    private readonly permissions: CallerPermissions,
  ) {}

  async listWorkflows(
    query: WorkflowQuery,
    caller: Caller,
  ): Promise<readonly Workflow[]> {
    const scope = await this.#readable(caller);
    return this.inner.listWorkflows(
      {
        ...query,
        filter: {
          kind: 'and',
          filters: [workflowsInScope(scope), query.filter].filter(
            filter => filter !== undefined,
          ),
        },
        countedRuns: await this.#visibleRuns(scope, query.countedRuns, caller),
      },
      caller,
    );
  }

  async getWorkflow(
    request: WorkflowRequest,
    caller: Caller,
  ): Promise<Workflow> {
    const scope = await this.#readable(caller);
    requireWorkflow(scope, request.workflowId);
    return this.inner.getWorkflow(
      {
        ...request,
        countedRuns: await this.#visibleRuns(
          scope,
          request.countedRuns,
          caller,
        ),
      },
      caller,
    );
  }

  async getDefinition(
    request: VersionRequest,
    caller: Caller,
  ): Promise<StoredDefinition> {
    requireWorkflow(await this.#readable(caller), request.workflowId);
    return this.inner.getDefinition(request, caller);
  }

  async listVersions(
    request: {
      readonly workflowId: string;
      readonly offset: number;
      readonly limit: number;
    },
    caller: Caller,
  ): Promise<readonly StoredDefinition[]> {
    requireWorkflow(await this.#readable(caller), request.workflowId);
    return this.inner.listVersions(request, caller);
  }

  async checkDefinition(
    text: DefinitionText,
    caller: Caller,
  ): Promise<StoredDefinition> {
    await this.#readable(caller);
    return this.inner.checkDefinition(text, caller);
  }

  async listTemplates(caller: Caller): Promise<readonly TaskTemplate[]> {
    await this.#readable(caller);
    return this.inner.listTemplates(caller);
  }

  async createWorkflow(
    text: DefinitionText,
    caller: Caller,
  ): Promise<Workflow> {
    await this.#requireManager(caller);
    return this.inner.createWorkflow(text, caller);
  }

  async updateWorkflow(
    change: WorkflowChange & DefinitionText,
    caller: Caller,
  ): Promise<Workflow> {
    await this.#requireManaged(change, caller);
    return this.inner.updateWorkflow(change, caller);
  }

  async configureWorkflow(
    change: WorkflowChange & { readonly settings: WorkflowSettings },
    caller: Caller,
  ): Promise<Workflow> {
    await this.#requireManaged(change, caller);
    return this.inner.configureWorkflow(change, caller);
  }

  async deleteWorkflow(change: WorkflowChange, caller: Caller): Promise<void> {
    await this.#requireManaged(change, caller);
    await this.inner.deleteWorkflow(change, caller);
  }

  async listStatuses(caller: Caller): Promise<readonly InstanceStatus[]> {
    await this.#readable(caller);
    return this.inner.listStatuses(caller);
  }

  async listInstances(
    search: InstanceSearch,
    caller: Caller,
  ): Promise<InstancePage> {
    const scope = await this.#readable(caller);
    if (search.workflowId !== undefined) {
      requireWorkflow(scope, search.workflowId);
    }
    const filter = await this.#visibleRuns(scope, search.filter, caller);
    return this.inner.listInstances({ ...search, filter }, caller);
  }

  async pageInstances(
    query: InstanceListQuery,
    caller: Caller,
  ): Promise<{ readonly items: readonly Instance[]; readonly total?: number }> {
    const scope = await this.#readable(caller);
    const filter = await this.#visibleRuns(scope, query.filter, caller);
    return this.inner.pageInstances({ ...query, filter }, caller);
  }

  async getInstance(instanceId: string, caller: Caller): Promise<Instance> {
    const scope = await this.#readable(caller);
    const instance = await this.inner.getInstance(instanceId, caller);
    if (!isInScope(scope, instance.workflowId)) {
      throw instanceNotFound(instanceId, denied('orchestrator.workflow'));
    }
    const visible = await this.permissions.visibleInstances(caller);
    if (!includesInstance(visible, instance)) {
      const cause = denied(orchestratorInstanceReadPermission.name);
      throw instanceNotFound(instanceId, cause);
    }
    return instance;
  }

  async getInstanceDetails(
    instanceId: string,
    caller: Caller,
  ): Promise<InstanceDetails> {
    const instance = await this.getInstance(instanceId, caller);
    const details = await this.inner.getInstanceDetails(instanceId, caller);
    return (await this.#showsValues(instance, caller))
      ? details
      : redactDetails(details);
  }

  async readHistory(
    request: HistoryRequest,
    caller: Caller,
  ): Promise<HistoryPage> {
    const instance = await this.getInstance(request.instanceId, caller);
    if (await this.#showsValues(instance, caller)) {
      return this.inner.readHistory(request, caller);
    }
    // What is found would tell of values.
    if (request.filter?.text !== undefined) throw deniedValues();
    const page = await this.inner.readHistory(request, caller);
    return { ...page, items: page.items.map(redactEvent) };
  }

  async readPayload(
    request: { readonly instanceId: string; readonly ref: string },
    caller: Caller,
  ): Promise<PayloadText> {
    const instance = await this.getInstance(request.instanceId, caller);
    if (!(await this.#showsValues(instance, caller))) throw deniedValues();
    return this.inner.readPayload(request, caller);
  }

  async openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed> {
    const instance = await this.getInstance(instanceId, caller);
    const feed = await this.inner.openFeed(instanceId, caller);
    return (await this.#showsValues(instance, caller))
      ? feed
      : redactFeed(feed);
  }

  async execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    await this.#requireUsable(request.workflowId, caller);
    return this.inner.execute(request, caller);
  }

  async getProgress(instanceId: string, caller: Caller): Promise<Progress> {
    const instance = await this.getInstance(instanceId, caller);
    const progress = await this.inner.getProgress(instanceId, caller);
    return (await this.#showsValues(instance, caller))
      ? progress
      : { ...progress, details: redactDetails(progress.details) };
  }

  async deleteInstance(instanceId: string, caller: Caller): Promise<void> {
    await this.#requireActable(instanceId, caller);
    await this.inner.deleteInstance(instanceId, caller);
  }

  async dryRun(request: DryRunRequest, caller: Caller): Promise<TrialReport> {
    await this.#requireUsable(request.workflowId, caller);
    return this.inner.dryRun(request, caller);
  }

  async executeTask(
    request: TaskTrialRequest,
    caller: Caller,
  ): Promise<TaskTrial> {
    await this.#requireUsable(request.workflowId, caller);
    return this.inner.executeTask(request, caller);
  }

  async getTrial(request: TrialRequest, caller: Caller): Promise<StoredTrial> {
    await this.#requireUsable(request.workflowId, caller);
    return this.inner.getTrial(request, caller);
  }

  async waitForEnd(
    request: { readonly instanceId: string; readonly ms: number },
    caller: Caller,
  ): Promise<InstanceDetails> {
    const instance = await this.getInstance(request.instanceId, caller);
    const details = await this.inner.waitForEnd(request, caller);
    return (await this.#showsValues(instance, caller))
      ? details
      : redactDetails(details);
  }

  async act(act: InstanceAct, caller: Caller): Promise<Instance> {
    await this.#requireActable(act.instanceId, caller);
    return this.inner.act(act, caller);
  }

  async rerun(request: RerunRequest, caller: Caller): Promise<string> {
    await this.#requireActable(request.instanceId, caller);
    return this.inner.rerun(request, caller);
  }

  async sendEvent(
    request: { readonly instanceId: string; readonly event: CloudEvent },
    caller: Caller,
  ): Promise<Delivery> {
    await this.#requireActable(request.instanceId, caller);
    return this.inner.sendEvent(request, caller);
  }

  async publishEvent(event: CloudEvent, caller: Caller): Promise<Delivery> {
    const permission = orchestratorWorkflowUsePermission;
    const scope = await this.permissions.scopeOf(permission, caller);
    if (scope.kind === 'none') throw denied(permission.name);
    return this.inner.publishEvent(event, caller);
  }

  async listTriggers(
    query: { readonly workflowId?: string },
    caller: Caller,
  ): Promise<readonly Schedule[]> {
    const scope = await this.#readable(caller);
    const triggers = await this.inner.listTriggers(query, caller);
    return triggers.filter(({ workflowId }) => isInScope(scope, workflowId));
  }

  async getTrigger(triggerId: string, caller: Caller): Promise<Schedule> {
    const scope = await this.#readable(caller);
    const trigger = await this.inner.getTrigger(triggerId, caller);
    if (isInScope(scope, trigger.workflowId)) return trigger;
    throw triggerNotFound(triggerId, denied('orchestrator.workflow'));
  }

  async pageOccurrences(
    query: OccurrenceQuery,
    caller: Caller,
  ): Promise<readonly Occurrence[]> {
    await this.getTrigger(query.triggerId, caller);
    return this.inner.pageOccurrences(query, caller);
  }

  async pauseTrigger(
    request: { readonly triggerId: string; readonly isPaused: boolean },
    caller: Caller,
  ): Promise<Schedule> {
    const { workflowId } = await this.getTrigger(request.triggerId, caller);
    await this.#requireUsable(workflowId, caller);
    return this.inner.pauseTrigger(request, caller);
  }

  async getHealth(caller: Caller): Promise<ServerHealth> {
    return this.inner.getHealth(caller);
  }

  /** A4 */
  #showsValues(instance: Instance, caller: Caller): Promise<boolean> {
    return this.permissions.canSeeValues(instance, caller);
  }

  /** A3 */
  async #requireActable(instanceId: string, caller: Caller): Promise<void> {
    const instance = await this.getInstance(instanceId, caller);
    await this.#requireUsable(instance.workflowId, caller);
    const actable = await this.permissions.actableInstances(caller);
    if (includesInstance(actable, instance)) return;
    const permission = orchestratorInstanceActPermission.name;
    throw denied(permission, `the instance "${instanceId}"`);
  }

  async #requireManager(caller: Caller): Promise<void> {
    const permission = orchestratorWorkflowManagePermission;
    if (await this.permissions.isAllowed(permission, caller)) return;
    throw denied(permission.name);
  }

  /** Who may not see a workflow is not told that there is one. */
  async #requireManaged(
    { workflowId }: WorkflowChange,
    caller: Caller,
  ): Promise<void> {
    requireWorkflow(await this.#readable(caller), workflowId);
    await this.#requireManager(caller);
  }

  /** @throws {@link @backstage/errors#NotAllowedError} when the caller may not read any workflow */
  async #readable(caller: Caller): Promise<WorkflowScope> {
    const permission = orchestratorWorkflowPermission;
    const scope = await this.permissions.scopeOf(permission, caller);
    if (scope.kind === 'none') throw denied(permission.name);
    return scope;
  }

  /** Who may not use a workflow is told so only when they may know of it. */
  async #requireUsable(workflowId: string, caller: Caller): Promise<void> {
    const permission = orchestratorWorkflowUsePermission;
    const scope = await this.permissions.scopeOf(permission, caller);
    if (isInScope(scope, workflowId)) return;
    if (scope.kind === 'some') {
      requireWorkflow(await this.#readable(caller), workflowId);
    }
    throw denied(permission.name, `the workflow "${workflowId}"`);
  }

  async #visibleRuns(
    scope: WorkflowScope,
    wanted: InstanceFilter | undefined,
    caller: Caller,
  ): Promise<InstanceFilter> {
    const visible = await this.permissions.visibleInstances(caller);
    const filters = [
      instancesInScope(scope),
      filterOfScope(visible),
      wanted,
    ].filter(filter => filter !== undefined);
    return { kind: 'and', filters };
  }
}

/** A2 */
function requireWorkflow(scope: WorkflowScope, workflowId: string): void {
  if (isInScope(scope, workflowId)) return;
  throw workflowNotFound(workflowId, denied('orchestrator.workflow'));
}

function deniedValues(): NotAllowedError {
  return denied(orchestratorWorkflowAdminViewPermission.name);
}

/** @param subject - for what it is missing. Default: nothing in particular */
function denied(permission: string, subject?: string): NotAllowedError {
  const what = subject === undefined ? '' : ` for ${subject}`;
  return new NotAllowedError(`You need the permission ${permission}${what}`);
}
