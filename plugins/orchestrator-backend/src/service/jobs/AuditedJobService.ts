import type { JsonObject } from '@backstage/types';
import type {
  CountedJob,
  JobItem,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  BulkPreview,
  BulkRequest,
  JobItemsRequest,
  JobListQuery,
  JobOrder,
  JobService,
  PreviewRequest,
} from './JobService';

/** Notes every job that is started or changed, and every access that was denied, with the auditor. Instances note by whom they were asked. */
export class AuditedJobService implements JobService {
  constructor(
    private readonly inner: JobService,
    private readonly trail: AuditTrail,
  ) {}

  start(request: BulkRequest, caller: Caller): Promise<CountedJob> {
    const { action, force, reason } = request;
    const meta = { action, force, ...(reason !== undefined && { reason }) };
    const start = () => this.inner.start(request, caller);
    return this.trail.write('job-start', caller, meta, start, describe);
  }

  preview(request: PreviewRequest, caller: Caller): Promise<BulkPreview> {
    const read = () => this.inner.preview(request, caller);
    const { action } = request;
    return this.trail.read('job-preview', caller, { action }, read);
  }

  list(query: JobListQuery, caller: Caller): Promise<readonly CountedJob[]> {
    const read = () => this.inner.list(query, caller);
    return this.trail.read('job-list', caller, {}, read);
  }

  get(jobId: string, caller: Caller): Promise<CountedJob> {
    const read = () => this.inner.get(jobId, caller);
    return this.trail.read('job-read', caller, { jobId }, read);
  }

  items(request: JobItemsRequest, caller: Caller): Promise<readonly JobItem[]> {
    const { jobId } = request;
    const read = () => this.inner.items(request, caller);
    return this.trail.read('job-read', caller, { jobId }, read);
  }

  change(order: JobOrder, caller: Caller): Promise<CountedJob> {
    const { jobId, verb } = order;
    const change = () => this.inner.change(order, caller);
    return this.trail.write(`job-${verb}`, caller, { jobId }, change, describe);
  }
}

function describe({ id, status, total }: CountedJob): JsonObject {
  return { jobId: id, status, total };
}
