import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useWebhook } from '../../api/webhookQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { PageHeader } from '../../components/layout/PageHeader';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { DeliveriesTab } from './DeliveriesTab';
import { SecretOnce } from './SecretOnce';
import { WebhookActs } from './WebhookActs';
import { WebhookFacts } from './WebhookFacts';
import { WebhookSettingsTab } from './WebhookSettingsTab';

const tabs = [
  { id: 'deliveries', label: 'Deliveries' },
  { id: 'settings', label: 'Settings' },
] as const;

/** One webhook: how it fares, what it has sent, and the ways to try and to change it. */
export function WebhookPage() {
  const { webhookId = '' } = useParams();
  const { data, error, refetch } = useWebhook(webhookId);
  if (error && !data) {
    return (
      <Container py="6">
        <ErrorAlert
          title="The webhook could not be loaded"
          error={error}
          onRetry={refetch}
        />
      </Container>
    );
  }
  if (!data) {
    return (
      <Container py="6">
        <Loading height={240} />
      </Container>
    );
  }
  return <LoadedWebhook key={webhookId} webhook={data} />;
}

function LoadedWebhook({ webhook }: { readonly webhook: Webhook }) {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const [newSecret, setNewSecret] = useState<string>();
  const tab = tabs.find(({ id }) => id === params.get('tab'))?.id;
  return (
    <BreadcrumbEntry entry={{ label: webhook.url, href: pathname }}>
      <PageHeader
        title="Webhook"
        tabTitle={`Webhook to ${webhook.url}`}
        description={webhook.url}
        acts={
          <>
            <TimeSwitch />
            <WebhookActs webhook={webhook} onSecret={setNewSecret} />
          </>
        }
        tabs={tabs.map(({ id, label }) => ({
          id,
          label,
          href: `${pathname}?tab=${id}`,
        }))}
        activeTabId={tab ?? 'deliveries'}
      />
      <Container py="4">
        <Flex direction="column" gap="4">
          {newSecret && (
            <SecretOnce
              secret={newSecret}
              note="For a day, messages are signed with the one before, too."
            />
          )}
          {tab === 'settings' ? (
            <WebhookSettingsTab webhook={webhook} />
          ) : (
            <>
              <WebhookFacts webhook={webhook} />
              <DeliveriesTab webhookId={webhook.id} />
            </>
          )}
        </Flex>
      </Container>
    </BreadcrumbEntry>
  );
}
