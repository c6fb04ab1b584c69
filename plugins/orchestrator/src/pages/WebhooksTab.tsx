import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Loading } from '../components/feedback/Loading';
import { Pages } from '../components/layout/Pages';
import { EmptyState } from '../components/feedback/EmptyState';
import { useManageRefusal } from '../components/useManageRefusal';
import { NewWebhookPage } from './webhooks/NewWebhookPage';
import { WebhookPage } from './webhooks/WebhookPage';
import { WebhooksPage } from './webhooks/WebhooksPage';

/** The pages below `/webhooks`, for whom may manage them: events of all workflows leave the portal by them. */
export function WebhooksTab() {
  return (
    <Pages>
      <ForManagers>
        <Routes>
          <Route index element={<WebhooksPage />} />
          <Route path="new" element={<NewWebhookPage />} />
          <Route path=":webhookId" element={<WebhookPage />} />
        </Routes>
      </ForManagers>
    </Pages>
  );
}

function ForManagers({ children }: { readonly children: ReactNode }) {
  const { isLoading, reason } = useManageRefusal();
  if (!isLoading && !reason) return <>{children}</>;
  return (
    <Container py="6">
      {isLoading ? (
        <Loading height={160} />
      ) : (
        <EmptyState message={`${reason} to see and manage webhooks.`} />
      )}
    </Container>
  );
}
