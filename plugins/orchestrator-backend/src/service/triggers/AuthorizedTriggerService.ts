import { orchestratorWorkflowPermission } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Occurrence,
  Schedule,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { denied } from '../access/denied';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import { isInScope } from '../access/WorkflowScope';
import type { Caller } from '../Caller';
import { triggerNotFound } from '../notFound';
import type {
  OccurrenceQuery,
  PauseRequest,
  TriggerListQuery,
  TriggerService,
} from './TriggerService';

/** Shows callers the triggers of the workflows that they may read; lets them pause those of the workflows that they may use. */
export class AuthorizedTriggerService implements TriggerService {
  constructor(
    private readonly inner: TriggerService,
    private readonly workflows: WorkflowGuard,
  ) {}

  async list(
    query: TriggerListQuery,
    caller: Caller,
  ): Promise<readonly Schedule[]> {
    const scope = await this.workflows.readable(caller);
    const triggers = await this.inner.list(query, caller);
    return triggers.filter(({ workflowId }) => isInScope(scope, workflowId));
  }

  async get(triggerId: string, caller: Caller): Promise<Schedule> {
    const scope = await this.workflows.readable(caller);
    const trigger = await this.inner.get(triggerId, caller);
    if (isInScope(scope, trigger.workflowId)) return trigger;
    const { name } = orchestratorWorkflowPermission;
    throw triggerNotFound(triggerId, denied(name));
  }

  async listOccurrences(
    query: OccurrenceQuery,
    caller: Caller,
  ): Promise<readonly Occurrence[]> {
    await this.get(query.triggerId, caller);
    return this.inner.listOccurrences(query, caller);
  }

  async pause(request: PauseRequest, caller: Caller): Promise<Schedule> {
    const { workflowId } = await this.get(request.triggerId, caller);
    await this.workflows.requireUsable(workflowId, caller);
    return this.inner.pause(request, caller);
  }
}
