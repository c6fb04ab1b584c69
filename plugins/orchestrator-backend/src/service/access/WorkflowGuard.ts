import {
  orchestratorWorkflowManagePermission,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Caller } from '../Caller';
import { workflowNotFound } from '../notFound';
import type {
  CallerPermissions,
  WorkflowPermission,
} from './CallerPermissions';
import { denied } from './denied';
import { isInScope, type WorkflowScope } from './WorkflowScope';

/**
 * Lets callers see and do with workflows what the deployment's permission policy allows.
 *
 * - A1 A list holds only what the caller may see: conditions go into the query.
 * - A2 What the caller may not see does not exist: the same error, the same words, as for what is not there.
 *
 * Every method throws {@link @backstage/errors#NotAllowedError} when the caller may not do so with any workflow.
 */
export class WorkflowGuard {
  constructor(private readonly permissions: CallerPermissions) {}

  /** A1: the workflows that the caller may read. */
  readable(caller: Caller): Promise<WorkflowScope> {
    return this.#scopeOf(orchestratorWorkflowPermission, caller);
  }

  /** A1: the workflows that the caller may use. */
  usable(caller: Caller): Promise<WorkflowScope> {
    return this.#scopeOf(orchestratorWorkflowUsePermission, caller);
  }

  /**
   * A2
   *
   * @returns the workflows that the caller may read
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`
   */
  async requireReadable(
    workflowId: string,
    caller: Caller,
  ): Promise<WorkflowScope> {
    const scope = await this.readable(caller);
    if (isInScope(scope, workflowId)) return scope;
    const { name } = orchestratorWorkflowPermission;
    throw workflowNotFound(workflowId, denied(name));
  }

  /** Who may not use a workflow is told so only when they may know of it. @throws {@link EngineError} `WORKFLOW_NOT_FOUND` */
  async requireUsable(workflowId: string, caller: Caller): Promise<void> {
    const permission = orchestratorWorkflowUsePermission;
    const scope = await this.permissions.scopeOf(permission, caller);
    if (isInScope(scope, workflowId)) return;
    if (scope.kind === 'some') await this.requireReadable(workflowId, caller);
    throw denied(permission.name, `the workflow "${workflowId}"`);
  }

  /** Whoever may manage workflows may manage all. */
  async requireManager(caller: Caller): Promise<void> {
    const permission = orchestratorWorkflowManagePermission;
    if (await this.permissions.isAllowed(permission, caller)) return;
    throw denied(permission.name);
  }

  async #scopeOf(
    permission: WorkflowPermission,
    caller: Caller,
  ): Promise<WorkflowScope> {
    const scope = await this.permissions.scopeOf(permission, caller);
    if (scope.kind === 'none') throw denied(permission.name);
    return scope;
  }
}
