import { Flex } from '@backstage/ui';
import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { personName } from '../../components/personName';
import { ToneLabel } from '../../components/status/ToneLabel';
import { RelativeTime } from '../../components/time/RelativeTime';
import { webhookHealth, webhookLooks } from './webhookHealth';

/** Props of {@link WebhookFacts}. */
export interface WebhookFactsProps {
  readonly webhook: Webhook;
}

/** How a webhook fares, what it is sent, and whose it is. */
export function WebhookFacts({ webhook }: WebhookFactsProps) {
  const { events, workflowIds, failingSince, createdAt, createdBy } = webhook;
  const { disabledBecause, previousSecretUntil } = webhook;
  const health = webhookHealth(webhook);
  return (
    <Section title="State">
      <Facts
        facts={[
          {
            label: 'State',
            value: <ToneLabel status={health} look={webhookLooks[health]} />,
          },
          { label: 'Because', value: disabledBecause },
          {
            label: 'Failing since',
            value: failingSince && <RelativeTime time={failingSince} />,
          },
          { label: 'Events', value: events.join(', ') },
          { label: 'Workflows', value: workflowIds.join(', ') || 'All' },
          {
            label: 'Old secret',
            value: previousSecretUntil && (
              <>
                signs along, until <RelativeTime time={previousSecretUntil} />
              </>
            ),
          },
          {
            label: 'Created',
            value: (
              <Flex gap="1">
                <RelativeTime time={createdAt} /> by {personName(createdBy)}
              </Flex>
            ),
          },
        ]}
      />
    </Section>
  );
}
