import type {
  AuditorService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Engine } from '../createEngine';
import type { CallerPermissions } from './access/CallerPermissions';
import { InstanceGuard } from './access/InstanceGuard';
import { WorkflowGuard } from './access/WorkflowGuard';
import { AuditedApprovalService } from './approvals/AuditedApprovalService';
import { AuthorizedApprovalService } from './approvals/AuthorizedApprovalService';
import { DefaultApprovalService } from './approvals/DefaultApprovalService';
import { OwnershipClaims } from './approvals/OwnershipClaims';
import { AuditTrail } from './AuditTrail';
import { AuditedEventService } from './events/AuditedEventService';
import { AuthorizedEventService } from './events/AuthorizedEventService';
import { DefaultEventService } from './events/DefaultEventService';
import { AuditedEventFeeds } from './feeds/AuditedEventFeeds';
import { AuthorizedEventFeeds } from './feeds/AuthorizedEventFeeds';
import type { UnguardedEventFeeds } from './feeds/EventFeeds';
import { WatchedEventFeeds } from './feeds/WatchedEventFeeds';
import { DefaultHealthService } from './health/DefaultHealthService';
import { AuditedInstanceService } from './instances/AuditedInstanceService';
import { AuthorizedInstanceService } from './instances/AuthorizedInstanceService';
import { DefaultInstanceService } from './instances/DefaultInstanceService';
import { InstanceRecords } from './instances/InstanceRecords';
import { AuditedJobService } from './jobs/AuditedJobService';
import { AuthorizedJobService } from './jobs/AuthorizedJobService';
import { DefaultJobService } from './jobs/DefaultJobService';
import type { OrchestratorService } from './OrchestratorService';
import { AuditedOrderService } from './orders/AuditedOrderService';
import { AuthorizedOrderService } from './orders/AuthorizedOrderService';
import { DefaultOrderService } from './orders/DefaultOrderService';
import { AuditedTrialService } from './trials/AuditedTrialService';
import { AuthorizedTrialService } from './trials/AuthorizedTrialService';
import { DefaultTrialService } from './trials/DefaultTrialService';
import { AuditedTriggerService } from './triggers/AuditedTriggerService';
import { AuthorizedTriggerService } from './triggers/AuthorizedTriggerService';
import { DefaultTriggerService } from './triggers/DefaultTriggerService';
import { AuditedWebhookService } from './webhooks/AuditedWebhookService';
import { AuthorizedWebhookService } from './webhooks/AuthorizedWebhookService';
import { DefaultWebhookService } from './webhooks/DefaultWebhookService';
import { AuditedDefinitionService } from './workflows/AuditedDefinitionService';
import { AuditedWorkflowService } from './workflows/AuditedWorkflowService';
import { AuthorizedDefinitionService } from './workflows/AuthorizedDefinitionService';
import { AuthorizedWorkflowService } from './workflows/AuthorizedWorkflowService';
import { DefaultDefinitionService } from './workflows/DefaultDefinitionService';
import { DefaultWorkflowService } from './workflows/DefaultWorkflowService';
import { WorkflowFigures } from './workflows/WorkflowFigures';
import { WorkflowLibrary } from './workflows/WorkflowLibrary';

/** The service as callers get it: authorized and audited. */
export function createOrchestratorService(
  engine: Engine,
  permissions: CallerPermissions,
  services: {
    readonly auditor: AuditorService;
    readonly userInfo: UserInfoService;
  },
): OrchestratorService {
  const claims = new OwnershipClaims(services.userInfo);
  const unguarded = createUnguarded(engine, claims);
  const authorized = authorize(unguarded, permissions, claims);
  return audit(authorized, new AuditTrail(services.auditor));
}

/** Lets everyone do everything. */
type UnguardedService = Omit<OrchestratorService, 'feeds'> & {
  readonly feeds: UnguardedEventFeeds;
};

function createUnguarded(
  engine: Engine,
  claims: OwnershipClaims,
): UnguardedService {
  const { runtime, reader, jobRunner } = engine;
  const parts = {
    ...engine,
    clock: systemClock,
    claims,
    library: new WorkflowLibrary(engine),
    records: new InstanceRecords(reader),
    onChanged: () => jobRunner.nudge(),
  };
  return {
    workflows: new DefaultWorkflowService(
      parts.library,
      new WorkflowFigures(parts),
    ),
    definitions: new DefaultDefinitionService(parts),
    trials: new DefaultTrialService(parts),
    instances: new DefaultInstanceService(parts),
    orders: new DefaultOrderService(parts),
    jobs: new DefaultJobService(parts),
    approvals: new DefaultApprovalService(parts),
    events: new DefaultEventService(runtime),
    triggers: new DefaultTriggerService(engine.schedules),
    feeds: new WatchedEventFeeds(engine.feed),
    webhooks: new DefaultWebhookService(engine.webhooks),
    health: new DefaultHealthService(parts),
  };
}

function authorize(
  inner: UnguardedService,
  permissions: CallerPermissions,
  claims: OwnershipClaims,
): OrchestratorService {
  const workflows = new WorkflowGuard(permissions);
  const instances = new InstanceGuard({
    find: (instanceId, caller) => inner.instances.get(instanceId, caller),
    workflows,
    permissions,
  });
  return {
    workflows: new AuthorizedWorkflowService(
      inner.workflows,
      workflows,
      instances,
    ),
    definitions: new AuthorizedDefinitionService(inner.definitions, workflows),
    trials: new AuthorizedTrialService(inner.trials, workflows),
    instances: new AuthorizedInstanceService(
      inner.instances,
      workflows,
      instances,
    ),
    orders: new AuthorizedOrderService(inner.orders, workflows, instances),
    jobs: new AuthorizedJobService(
      inner.jobs,
      workflows,
      instances,
      permissions,
    ),
    approvals: new AuthorizedApprovalService(
      inner.approvals,
      permissions,
      claims,
    ),
    events: new AuthorizedEventService(inner.events, workflows, instances),
    triggers: new AuthorizedTriggerService(inner.triggers, workflows),
    feeds: new AuthorizedEventFeeds(inner.feeds, workflows, permissions),
    webhooks: new AuthorizedWebhookService(inner.webhooks, workflows),
    health: inner.health,
  };
}

function audit(
  inner: OrchestratorService,
  trail: AuditTrail,
): OrchestratorService {
  return {
    workflows: new AuditedWorkflowService(inner.workflows, trail),
    definitions: new AuditedDefinitionService(inner.definitions, trail),
    trials: new AuditedTrialService(inner.trials, trail),
    instances: new AuditedInstanceService(inner.instances, trail),
    orders: new AuditedOrderService(inner.orders, trail),
    jobs: new AuditedJobService(inner.jobs, trail),
    approvals: new AuditedApprovalService(inner.approvals, trail),
    events: new AuditedEventService(inner.events, trail),
    triggers: new AuditedTriggerService(inner.triggers, trail),
    feeds: new AuditedEventFeeds(inner.feeds, trail),
    webhooks: new AuditedWebhookService(inner.webhooks, trail),
    health: inner.health,
  };
}
