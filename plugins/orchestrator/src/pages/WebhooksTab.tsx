import { Container, Skeleton } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { Pages } from '../components/layout/Pages';
import { EmptyState } from '../components/feedback/EmptyState';
import { useManageRefusal } from '../components/useManageRefusal';
import { NewWebhookPage } from './webhooks/NewWebhookPage';
import { WebhookPage } from './webhooks/WebhookPage';
import { WebhooksPage } from './webhooks/WebhooksPage';

/** The pages below `/webhooks`, for whom may manage them: events of all workflows leave the portal by them. */
export function WebhooksTab() {
  const { isLoading, reason } = useManageRefusal();
  if (isLoading || reason) {
    return (
      <Container py="6">
        {isLoading ? (
          <Skeleton height={160} />
        ) : (
          <EmptyState message={`${reason} to see and manage webhooks.`} />
        )}
      </Container>
    );
  }
  return (
    <Pages>
      <Routes>
        <Route index element={<WebhooksPage />} />
        <Route path="new" element={<NewWebhookPage />} />
        <Route path=":webhookId" element={<WebhookPage />} />
      </Routes>
    </Pages>
  );
}
