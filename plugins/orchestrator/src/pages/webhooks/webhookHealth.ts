import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiForbid2Line,
  RiLoopRightLine,
  RiPauseCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type {
  DeliveryStatus,
  Webhook,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { StatusPresentation } from '../../components/status/statusPresentation';

/** How a webhook fares. */
export type WebhookHealth = 'on' | 'failing' | 'off' | 'given-up';

/** Whether a webhook is sent to, and whether that goes well. */
export function webhookHealth(webhook: Webhook): WebhookHealth {
  if (!webhook.enabled) return webhook.disabledBecause ? 'given-up' : 'off';
  return webhook.failingSince ? 'failing' : 'on';
}

/** How the state of a webhook looks. */
export const webhookLooks: Readonly<Record<WebhookHealth, StatusPresentation>> =
  {
    on: { label: 'On', Icon: RiCheckboxCircleFill, tone: 'success' },
    failing: { label: 'Failing', Icon: RiLoopRightLine, tone: 'warning' },
    off: { label: 'Off', Icon: RiPauseCircleLine, tone: 'neutral' },
    'given-up': { label: 'Switched off', Icon: RiForbid2Line, tone: 'danger' },
  };

/** How the state of a delivery looks. */
export const deliveryLooks: Readonly<
  Record<DeliveryStatus, StatusPresentation>
> = {
  pending: { label: 'To be sent', Icon: RiTimeLine, tone: 'info' },
  delivered: {
    label: 'Delivered',
    Icon: RiCheckboxCircleFill,
    tone: 'success',
  },
  failed: { label: 'Failed', Icon: RiCloseCircleFill, tone: 'danger' },
};
