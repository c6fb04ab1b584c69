import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Instance,
  PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
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

/** Notes every access to instances that was denied. */
export class AuditedInstanceService implements InstanceService {
  constructor(
    private readonly inner: InstanceService,
    private readonly trail: AuditTrail,
  ) {}

  listStatuses(caller: Caller): Promise<readonly InstanceStatus[]> {
    const read = () => this.inner.listStatuses(caller);
    return this.trail.read('status-list', caller, {}, read);
  }

  search(search: InstanceSearch, caller: Caller): Promise<InstancePage> {
    const { workflowId } = search;
    const meta = workflowId === undefined ? {} : { workflowId };
    const read = () => this.inner.search(search, caller);
    return this.trail.read('instance-list', caller, meta, read);
  }

  list(query: InstanceListQuery, caller: Caller): Promise<InstanceList> {
    const read = () => this.inner.list(query, caller);
    return this.trail.read('instance-list', caller, {}, read);
  }

  get(instanceId: string, caller: Caller): Promise<Instance> {
    const read = () => this.inner.get(instanceId, caller);
    return this.trail.read('instance-read', caller, { instanceId }, read);
  }

  getDetails(instanceId: string, caller: Caller): Promise<InstanceDetails> {
    const read = () => this.inner.getDetails(instanceId, caller);
    return this.trail.read('instance-read', caller, { instanceId }, read);
  }

  readHistory(request: HistoryRequest, caller: Caller): Promise<HistoryPage> {
    const { instanceId } = request;
    const read = () => this.inner.readHistory(request, caller);
    return this.trail.read('instance-history', caller, { instanceId }, read);
  }

  readPayload(request: PayloadRequest, caller: Caller): Promise<PayloadText> {
    const { instanceId } = request;
    const read = () => this.inner.readPayload(request, caller);
    return this.trail.read('instance-payload', caller, { instanceId }, read);
  }

  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed> {
    const read = () => this.inner.openFeed(instanceId, caller);
    return this.trail.read('instance-stream', caller, { instanceId }, read);
  }

  getProgress(instanceId: string, caller: Caller): Promise<Progress> {
    const read = () => this.inner.getProgress(instanceId, caller);
    return this.trail.read('instance-progress', caller, { instanceId }, read);
  }

  waitForEnd(request: EndRequest, caller: Caller): Promise<InstanceDetails> {
    const { instanceId } = request;
    const read = () => this.inner.waitForEnd(request, caller);
    return this.trail.read('instance-read', caller, { instanceId }, read);
  }
}
