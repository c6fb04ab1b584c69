import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Webhooks } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { AuditedWebhookService } from './AuditedWebhookService';
import { AuthorizedWebhookService } from './AuthorizedWebhookService';
import type { CallerPermissions } from './CallerPermissions';
import { DefaultWebhookService } from './DefaultWebhookService';
import type { WebhookService } from './WebhookService';

/** Webhooks as callers get them: authorized and audited. */
export function createWebhookService(
  webhooks: Webhooks,
  permissions: CallerPermissions,
  auditor: AuditorService,
): WebhookService {
  const authorized = new AuthorizedWebhookService(
    new DefaultWebhookService(webhooks),
    permissions,
  );
  return new AuditedWebhookService(authorized, auditor);
}
