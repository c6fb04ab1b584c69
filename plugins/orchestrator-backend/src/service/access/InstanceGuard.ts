import {
  orchestratorInstanceActPermission,
  orchestratorInstanceReadPermission,
  orchestratorWorkflowPermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Instance,
  InstanceFilter,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { allOf } from '../allOf';
import type { Caller } from '../Caller';
import { instanceNotFound } from '../notFound';
import type { CallerPermissions } from './CallerPermissions';
import { denied } from './denied';
import { filterOfScope, includesInstance } from './InstanceScope';
import type { WorkflowGuard } from './WorkflowGuard';
import {
  instancesInScope,
  isInScope,
  type WorkflowScope,
} from './WorkflowScope';

/** Finds any instance, whoever asks. @throws EngineError `INSTANCE_NOT_FOUND` */
export type InstanceLookup = (
  instanceId: string,
  caller: Caller,
) => Promise<Instance>;

/**
 * Lets callers see and do with instances what the deployment's permission policy allows.
 *
 * - A1 A list holds only what the caller may see: conditions go into the query.
 * - A2 What the caller may not see does not exist: the same error, the same words, as for what is not there.
 * - A3 Whoever sees or acts on an instance may do so with its workflow, and with it.
 * - A4 Values of an instance are shown only to who may see them.
 */
export class InstanceGuard {
  readonly #find: InstanceLookup;
  readonly #workflows: WorkflowGuard;
  readonly #permissions: CallerPermissions;

  constructor(options: {
    readonly find: InstanceLookup;
    readonly workflows: WorkflowGuard;
    readonly permissions: CallerPermissions;
  }) {
    this.#find = options.find;
    this.#workflows = options.workflows;
    this.#permissions = options.permissions;
  }

  /**
   * A1: the condition that the caller may see an instance.
   *
   * @param scope - the workflows that the caller may read
   * @param wanted - a condition that must hold as well. Default: none
   */
  async visible(
    scope: WorkflowScope,
    wanted: InstanceFilter | undefined,
    caller: Caller,
  ): Promise<InstanceFilter> {
    const visible = await this.#permissions.visibleInstances(caller);
    return every(instancesInScope(scope), filterOfScope(visible), wanted);
  }

  /** A1, A3: the condition that the caller may act on an instance that they see. */
  async actable(caller: Caller): Promise<InstanceFilter> {
    const scope = await this.#workflows.usable(caller);
    const actable = await this.#permissions.actableInstances(caller);
    return every(instancesInScope(scope), filterOfScope(actable));
  }

  /** A2, A3 @throws {@link EngineError} `INSTANCE_NOT_FOUND` */
  async requireVisible(instanceId: string, caller: Caller): Promise<Instance> {
    const scope = await this.#workflows.readable(caller);
    const instance = await this.#find(instanceId, caller);
    if (!isInScope(scope, instance.workflowId)) {
      throw hidden(instanceId, orchestratorWorkflowPermission.name);
    }
    const visible = await this.#permissions.visibleInstances(caller);
    if (!includesInstance(visible, instance)) {
      throw hidden(instanceId, orchestratorInstanceReadPermission.name);
    }
    return instance;
  }

  /**
   * A3
   *
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`
   * @throws {@link @backstage/errors#NotAllowedError} when the caller sees the instance and may not act on it
   */
  async requireActable(instanceId: string, caller: Caller): Promise<void> {
    const instance = await this.requireVisible(instanceId, caller);
    await this.#workflows.requireUsable(instance.workflowId, caller);
    const actable = await this.#permissions.actableInstances(caller);
    if (includesInstance(actable, instance)) return;
    const permission = orchestratorInstanceActPermission.name;
    throw denied(permission, `the instance "${instanceId}"`);
  }

  /** A4: whether the caller may see the values of an instance that they see. */
  showsValues(instance: Instance, caller: Caller): Promise<boolean> {
    return this.#permissions.canSeeValues(instance, caller);
  }
}

function hidden(instanceId: string, permission: string): Error {
  return instanceNotFound(instanceId, denied(permission));
}

function every(
  ...filters: readonly (InstanceFilter | undefined)[]
): InstanceFilter {
  return allOf(...filters) ?? { kind: 'and', filters: [] };
}
