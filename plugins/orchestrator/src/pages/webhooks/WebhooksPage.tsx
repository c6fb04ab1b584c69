import { ButtonLink, Container } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useWebhooks } from '../../api/webhookQueries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { PageHeader } from '../../components/layout/PageHeader';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { useLinks } from '../../useLinks';
import { WebhooksTable } from './WebhooksTable';

/** Where events are sent to, and whether they arrive. */
export function WebhooksPage() {
  const webhooks = useWebhooks();
  return (
    <>
      <PageHeader
        title="Webhooks"
        acts={
          <>
            <TimeSwitch />
            <NewWebhookLink />
          </>
        }
      />
      <Container py="4">
        {webhooks.error && (
          <ErrorAlert
            title="The webhooks could not be loaded"
            error={webhooks.error}
            onRetry={webhooks.refetch}
          />
        )}
        {(webhooks.data || !webhooks.error) && (
          <WebhooksTable
            webhooks={webhooks.data?.items}
            emptyState={
              <EmptyState
                message="There are no webhooks. With one, a chat, a ticket system or a script of yours hears of what happens to runs."
                action={<NewWebhookLink />}
              />
            }
          />
        )}
      </Container>
    </>
  );
}

function NewWebhookLink() {
  const links = useLinks();
  return (
    <ButtonLink
      size="small"
      iconStart={<RiAddLine aria-hidden="true" />}
      href={links.newWebhook()}
    >
      New webhook
    </ButtonLink>
  );
}
