import type { ApprovalService } from './approvals/ApprovalService';
import type { EventService } from './events/EventService';
import type { EventFeeds } from './feeds/EventFeeds';
import type { HealthService } from './health/HealthService';
import type { InstanceService } from './instances/InstanceService';
import type { JobService } from './jobs/JobService';
import type { OrderService } from './orders/OrderService';
import type { TrialService } from './trials/TrialService';
import type { TriggerService } from './triggers/TriggerService';
import type { WebhookService } from './webhooks/WebhookService';
import type { DefinitionService } from './workflows/DefinitionService';
import type { WorkflowService } from './workflows/WorkflowService';

/**
 * What the orchestrator offers, whatever the way it is asked.
 *
 * Every method may throw {@link EngineError} `STORE_UNAVAILABLE`. What the caller may not see does not exist: the error is that
 * of a missing one. What a caller may not do is `NotAllowedError`.
 */
export interface OrchestratorService {
  /** What can be run, and what is known of its runs. */
  readonly workflows: WorkflowService;
  /** The texts of workflows, and what they can be made of. */
  readonly definitions: DefinitionService;
  /** How workflows and single tasks would do. */
  readonly trials: TrialService;
  /** How instances stand, and what has happened in them. */
  readonly instances: InstanceService;
  /** What is to be done: to run a workflow, and what becomes of an instance. */
  readonly orders: OrderService;
  /** The same done with many instances. */
  readonly jobs: JobService;
  /** What runs ask people. */
  readonly approvals: ApprovalService;
  /** What happens outside, for those who listen. */
  readonly events: EventService;
  /** What starts workflows by itself. */
  readonly triggers: TriggerService;
  /** The logs of all instances as one. */
  readonly feeds: EventFeeds;
  /** Addresses outside that events are sent to. */
  readonly webhooks: WebhookService;
  readonly health: HealthService;
}
