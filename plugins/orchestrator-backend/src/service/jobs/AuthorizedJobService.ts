/**
 * Lets callers see and do what the deployment's permission policy allows.
 *
 * - P1 A job is about instances that its caller may act on when it starts: the conditions go into the statement that chooses them.
 * - P2 Who has started a job sees it and may stop it; others may who may do so with the instances of others.
 */
import {
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  CountedJob,
  InstanceFilter,
  JobItem,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { NotAllowedError } from '@backstage/errors';
import { allOf } from '../allOf';
import type { Caller } from '../Caller';
import type {
  CallerPermissions,
  WorkflowPermission,
} from '../CallerPermissions';
import { filterOfScope } from '../InstanceScope';
import { jobNotFound } from '../notFound';
import { instancesInScope } from '../WorkflowScope';
import type {
  BulkPreview,
  BulkRequest,
  JobItemsRequest,
  JobListQuery,
  JobOrder,
  JobService,
  PreviewRequest,
} from './JobService';

/** See the module header. */
export class AuthorizedJobService implements JobService {
  constructor(
    private readonly inner: JobService,
    private readonly permissions: CallerPermissions,
  ) {}

  /** P1 */
  async start(request: BulkRequest, caller: Caller): Promise<CountedJob> {
    const seen = await this.#visible(request.filter, caller);
    const filter = all(seen, await this.#actable(caller));
    return this.inner.start({ ...request, filter }, caller);
  }

  async preview(request: PreviewRequest, caller: Caller): Promise<BulkPreview> {
    const filter = await this.#visible(request.filter, caller);
    const actable = await this.#actable(caller);
    return this.inner.preview({ ...request, filter, actable }, caller);
  }

  /** P2 */
  async list(
    query: JobListQuery,
    caller: Caller,
  ): Promise<readonly CountedJob[]> {
    await this.#instancesWith(orchestratorWorkflowPermission, caller);
    if (await this.permissions.canSeeRunsOfOthers(caller)) {
      return this.inner.list(query, caller);
    }
    return this.inner.list({ ...query, startedBy: caller.ref }, caller);
  }

  /** P2 */
  async get(jobId: string, caller: Caller): Promise<CountedJob> {
    await this.#instancesWith(orchestratorWorkflowPermission, caller);
    const job = await this.inner.get(jobId, caller);
    if (job.actor.ref === caller.ref) return job;
    if (await this.permissions.canSeeRunsOfOthers(caller)) return job;
    const permission = 'orchestrator.instanceAdminView';
    throw jobNotFound(jobId, denied(permission));
  }

  async items(
    request: JobItemsRequest,
    caller: Caller,
  ): Promise<readonly JobItem[]> {
    await this.get(request.jobId, caller);
    return this.inner.items(request, caller);
  }

  async change(order: JobOrder, caller: Caller): Promise<CountedJob> {
    await this.get(order.jobId, caller);
    await this.#instancesWith(orchestratorWorkflowUsePermission, caller);
    return this.inner.change(order, caller);
  }

  async #visible(
    wanted: InstanceFilter,
    caller: Caller,
  ): Promise<InstanceFilter> {
    const readable = orchestratorWorkflowPermission;
    return all(
      await this.#instancesWith(readable, caller),
      filterOfScope(await this.permissions.visibleInstances(caller)),
      wanted,
    );
  }

  async #actable(caller: Caller): Promise<InstanceFilter> {
    const usable = orchestratorWorkflowUsePermission;
    return all(
      await this.#instancesWith(usable, caller),
      filterOfScope(await this.permissions.actableInstances(caller)),
    );
  }

  /** @throws {@link @backstage/errors#NotAllowedError} when the caller has the permission for no workflow */
  async #instancesWith(
    permission: WorkflowPermission,
    caller: Caller,
  ): Promise<InstanceFilter | undefined> {
    const scope = await this.permissions.scopeOf(permission, caller);
    if (scope.kind === 'none') throw denied(permission.name);
    return instancesInScope(scope);
  }
}

function all(
  ...filters: readonly (InstanceFilter | undefined)[]
): InstanceFilter {
  return allOf(...filters) ?? { kind: 'and', filters: [] };
}

function denied(permission: string): NotAllowedError {
  return new NotAllowedError(`You need the permission ${permission}`);
}
