import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Flex } from '@backstage/ui';
import { useCreateWebhook } from '../../api/webhookQueries';
import { Section } from '../../components/layout/Section';
import { PageHeader } from '../../components/layout/PageHeader';
import { useLinks } from '../../useLinks';
import { SecretOnce } from './SecretOnce';
import { WebhookFields } from './WebhookFields';

/** Makes a webhook, and hands out its secret. */
export function NewWebhookPage() {
  const links = useLinks();
  const { data, error, isPending, mutate } = useCreateWebhook();
  return (
    <BreadcrumbEntry entry={{ label: 'New', href: links.newWebhook() }}>
      <PageHeader title="New webhook" />
      <Container py="4">
        {data ? (
          <Flex direction="column" align="start" gap="4">
            <SecretOnce
              secret={data.secret ?? ''}
              note="Whoever receives the messages verifies them with it."
            />
            <ButtonLink href={links.webhook(data.id)}>
              Open the webhook
            </ButtonLink>
          </Flex>
        ) : (
          <Section title="Where to, and what">
            <WebhookFields
              submitLabel="Create webhook"
              isBusy={isPending}
              error={error}
              onSubmit={({ url, events, workflowIds, secret }) =>
                mutate({
                  url,
                  events: [...events],
                  workflowIds: [...workflowIds],
                  ...(secret && { secret }),
                })
              }
            />
          </Section>
        )}
      </Container>
    </BreadcrumbEntry>
  );
}
