import { Text } from '@backstage/ui';
import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMutation } from '@tanstack/react-query';
import { useWebhookActs } from '../../api/webhookQueries';
import { Section } from '../../components/layout/Section';
import { WebhookFields } from './WebhookFields';
import type { WebhookWish } from './useWebhookForm';

/** Props of {@link WebhookSettingsTab}. */
export interface WebhookSettingsTabProps {
  readonly webhook: Webhook;
}

/** Changes where a webhook sends to, and what. */
export function WebhookSettingsTab({ webhook }: WebhookSettingsTabProps) {
  const acts = useWebhookActs(webhook.id);
  const saving = useMutation({
    mutationFn: ({ url, events, workflowIds }: WebhookWish) =>
      acts.change({
        url,
        events: [...events],
        workflowIds: [...workflowIds],
      }),
  });
  return (
    <Section title="Where to, and what">
      <WebhookFields
        webhook={webhook}
        submitLabel="Save"
        isBusy={saving.isPending}
        error={saving.error}
        onSubmit={saving.mutate}
      />
      <Text as="p" role="status">
        {saving.isSuccess && 'Saved.'}
      </Text>
    </Section>
  );
}
