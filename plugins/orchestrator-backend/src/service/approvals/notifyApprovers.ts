import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Approval } from '@stagecraft/backstage-plugin-orchestrator-engine';

/**
 * Sends those who are asked a notification of the portal, with a link to where they decide. One that is sent twice is one: it has a
 * scope of its own.
 */
export function notifyApprovers(
  notifications: NotificationService,
): (asked: readonly Approval[]) => Promise<void> {
  return async asked => {
    for (const approval of asked) {
      await notifications.send({
        recipients: { type: 'entity', ...recipientsOf(approval) },
        payload: {
          title: approval.title,
          description: `A run of ${approval.workflowId} waits for your decision`,
          link: `/orchestrator/approvals/${approval.id}`,
          topic: 'orchestrator.approval',
          scope: `orchestrator.approval:${approval.id}`,
        },
      });
    }
  };
}

function recipientsOf({ approvers, excludeInitiator, initiator }: Approval) {
  const excluded = excludeInitiator ? initiator : undefined;
  return {
    entityRef: [...approvers],
    ...(excluded !== undefined && { excludeEntityRef: excluded }),
  };
}
