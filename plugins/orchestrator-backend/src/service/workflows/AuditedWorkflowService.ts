import type { JsonObject } from '@backstage/types';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type { DefinitionText } from './DefinitionService';
import type {
  Workflow,
  WorkflowChange,
  WorkflowConfiguration,
  WorkflowQuery,
  WorkflowRequest,
  WorkflowService,
} from './WorkflowService';

/** Notes every change of workflows, and every access that was denied. */
export class AuditedWorkflowService implements WorkflowService {
  constructor(
    private readonly inner: WorkflowService,
    private readonly trail: AuditTrail,
  ) {}

  list(query: WorkflowQuery, caller: Caller): Promise<readonly Workflow[]> {
    const read = () => this.inner.list(query, caller);
    return this.trail.read('workflow-list', caller, {}, read);
  }

  get(request: WorkflowRequest, caller: Caller): Promise<Workflow> {
    const { workflowId } = request;
    const read = () => this.inner.get(request, caller);
    return this.trail.read('workflow-read', caller, { workflowId }, read);
  }

  create(text: DefinitionText, caller: Caller): Promise<Workflow> {
    const create = () => this.inner.create(text, caller);
    return this.trail.write('workflow-create', caller, {}, create, describe);
  }

  update(
    change: WorkflowChange & DefinitionText,
    caller: Caller,
  ): Promise<Workflow> {
    const meta = { workflowId: change.workflowId };
    const update = () => this.inner.update(change, caller);
    return this.trail.write('workflow-update', caller, meta, update, describe);
  }

  configure(change: WorkflowConfiguration, caller: Caller): Promise<Workflow> {
    const { workflowId, settings } = change;
    const meta = { workflowId, settings: Object.keys(settings) };
    const configure = () => this.inner.configure(change, caller);
    return this.trail.write('workflow-configure', caller, meta, configure);
  }

  delete(change: WorkflowChange, caller: Caller): Promise<void> {
    const meta = { workflowId: change.workflowId };
    const remove = () => this.inner.delete(change, caller);
    return this.trail.write('workflow-delete', caller, meta, remove);
  }
}

function describe({ definition }: Workflow): JsonObject {
  const { workflowId, version, hash } = definition;
  return { workflowId, version, hash };
}
