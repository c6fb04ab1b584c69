import type {
  StoredTrial,
  TrialReport,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  DryRunRequest,
  TaskTrial,
  TaskTrialRequest,
  TrialRequest,
  TrialService,
} from './TrialService';

/** Notes every task that is carried out, and every access that was denied. */
export class AuditedTrialService implements TrialService {
  constructor(
    private readonly inner: TrialService,
    private readonly trail: AuditTrail,
  ) {}

  dryRun(request: DryRunRequest, caller: Caller): Promise<TrialReport> {
    const { workflowId } = request;
    const read = () => this.inner.dryRun(request, caller);
    return this.trail.read('workflow-dry-run', caller, { workflowId }, read);
  }

  executeTask(request: TaskTrialRequest, caller: Caller): Promise<TaskTrial> {
    const { workflowId, taskRef } = request;
    const meta = { workflowId, taskRef };
    const execute = () => this.inner.executeTask(request, caller);
    return this.trail.write(
      'task-execute',
      caller,
      meta,
      execute,
      ({ sessionId }) => ({ sessionId }),
    );
  }

  get(request: TrialRequest, caller: Caller): Promise<StoredTrial> {
    const read = () => this.inner.get(request, caller);
    return this.trail.read('trial-get', caller, { ...request }, read);
  }
}
