/**
 * Lets callers see and do what the deployment's permission policy allows.
 *
 * - P1 A job is about instances that its caller may act on when it starts: the conditions go into the statement that chooses them.
 * - P2 Who has started a job sees it and may stop it; others may who may do so with the instances of others.
 */
import { orchestratorInstanceAdminViewPermission } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  CountedJob,
  InstanceFilter,
  JobItem,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { CallerPermissions } from '../access/CallerPermissions';
import { denied } from '../access/denied';
import type { InstanceGuard } from '../access/InstanceGuard';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import { jobNotFound } from '../notFound';
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
    private readonly workflows: WorkflowGuard,
    private readonly instances: InstanceGuard,
    private readonly permissions: CallerPermissions,
  ) {}

  /** P1 */
  async start(request: BulkRequest, caller: Caller): Promise<CountedJob> {
    const seen = await this.#visible(request.filter, caller);
    const actable = await this.instances.actable(caller);
    const filter: InstanceFilter = { kind: 'and', filters: [seen, actable] };
    return this.inner.start({ ...request, filter }, caller);
  }

  async preview(request: PreviewRequest, caller: Caller): Promise<BulkPreview> {
    const filter = await this.#visible(request.filter, caller);
    const actable = await this.instances.actable(caller);
    return this.inner.preview({ ...request, filter, actable }, caller);
  }

  /** P2 */
  async list(
    query: JobListQuery,
    caller: Caller,
  ): Promise<readonly CountedJob[]> {
    await this.workflows.readable(caller);
    if (await this.permissions.canSeeRunsOfOthers(caller)) {
      return this.inner.list(query, caller);
    }
    return this.inner.list({ ...query, startedBy: caller.ref }, caller);
  }

  /** P2 */
  async get(jobId: string, caller: Caller): Promise<CountedJob> {
    await this.workflows.readable(caller);
    const job = await this.inner.get(jobId, caller);
    if (job.actor.ref === caller.ref) return job;
    if (await this.permissions.canSeeRunsOfOthers(caller)) return job;
    const { name } = orchestratorInstanceAdminViewPermission;
    throw jobNotFound(jobId, denied(name));
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
    await this.workflows.usable(caller);
    return this.inner.change(order, caller);
  }

  async #visible(
    wanted: InstanceFilter,
    caller: Caller,
  ): Promise<InstanceFilter> {
    const scope = await this.workflows.readable(caller);
    return this.instances.visible(scope, wanted, caller);
  }
}
