import type { InstanceGuard } from '../access/InstanceGuard';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import { workflowsInScope } from '../access/WorkflowScope';
import { allOf } from '../allOf';
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

/** Shows callers the workflows that they may read, with the figures of the runs that they may see; lets managers change them. */
export class AuthorizedWorkflowService implements WorkflowService {
  constructor(
    private readonly inner: WorkflowService,
    private readonly workflows: WorkflowGuard,
    private readonly instances: InstanceGuard,
  ) {}

  async list(
    query: WorkflowQuery,
    caller: Caller,
  ): Promise<readonly Workflow[]> {
    const scope = await this.workflows.readable(caller);
    const filter = allOf(workflowsInScope(scope), query.filter);
    const countedRuns = await this.instances.visible(
      scope,
      query.countedRuns,
      caller,
    );
    return this.inner.list({ ...query, filter, countedRuns }, caller);
  }

  async get(request: WorkflowRequest, caller: Caller): Promise<Workflow> {
    const { workflowId } = request;
    const scope = await this.workflows.requireReadable(workflowId, caller);
    const countedRuns = await this.instances.visible(
      scope,
      request.countedRuns,
      caller,
    );
    return this.inner.get({ ...request, countedRuns }, caller);
  }

  async create(text: DefinitionText, caller: Caller): Promise<Workflow> {
    await this.workflows.requireManager(caller);
    return this.inner.create(text, caller);
  }

  async update(
    change: WorkflowChange & DefinitionText,
    caller: Caller,
  ): Promise<Workflow> {
    await this.#requireManaged(change, caller);
    return this.inner.update(change, caller);
  }

  async configure(
    change: WorkflowConfiguration,
    caller: Caller,
  ): Promise<Workflow> {
    await this.#requireManaged(change, caller);
    return this.inner.configure(change, caller);
  }

  async delete(change: WorkflowChange, caller: Caller): Promise<void> {
    await this.#requireManaged(change, caller);
    await this.inner.delete(change, caller);
  }

  /** Who may not see a workflow is not told that there is one. */
  async #requireManaged(
    { workflowId }: WorkflowChange,
    caller: Caller,
  ): Promise<void> {
    await this.workflows.requireReadable(workflowId, caller);
    await this.workflows.requireManager(caller);
  }
}
