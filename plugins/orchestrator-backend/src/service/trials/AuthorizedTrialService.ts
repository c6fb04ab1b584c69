import type {
  StoredTrial,
  TrialReport,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import type {
  DryRunRequest,
  TaskTrial,
  TaskTrialRequest,
  TrialRequest,
  TrialService,
} from './TrialService';

/** Lets callers try out the workflows that they may use. */
export class AuthorizedTrialService implements TrialService {
  constructor(
    private readonly inner: TrialService,
    private readonly workflows: WorkflowGuard,
  ) {}

  async dryRun(request: DryRunRequest, caller: Caller): Promise<TrialReport> {
    await this.workflows.requireUsable(request.workflowId, caller);
    return this.inner.dryRun(request, caller);
  }

  async executeTask(
    request: TaskTrialRequest,
    caller: Caller,
  ): Promise<TaskTrial> {
    await this.workflows.requireUsable(request.workflowId, caller);
    return this.inner.executeTask(request, caller);
  }

  async get(request: TrialRequest, caller: Caller): Promise<StoredTrial> {
    await this.workflows.requireUsable(request.workflowId, caller);
    return this.inner.get(request, caller);
  }
}
