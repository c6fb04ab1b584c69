import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { isTerminal } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useLocation, useParams } from 'react-router-dom';
import { useInstance } from '../../api/useInstance';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { LiveRegion } from '../../components/feedback/LiveRegion';
import { statusPresentation } from '../../components/status/statusPresentation';
import { DataTab } from './DataTab';
import { EventsTab } from './EventsTab';
import { GraphTab } from './GraphTab';
import { InstanceHeader } from './InstanceHeader';
import { InstanceSkeleton } from './InstanceSkeleton';
import { LogTab } from './log/LogTab';
import { ProgressTab } from './ProgressTab';
import { RelatedTab } from './RelatedTab';
import { useInstanceSearch } from './useInstanceSearch';
import { whereAndWhy } from './whereAndWhy';

/** One run, followed live: where it stands, what its tasks did, its data and its history. */
export function InstancePage() {
  const { instanceId = '' } = useParams();
  const { pathname } = useLocation();
  const { tab } = useInstanceSearch();
  const { state, connection, error, retry } = useInstance(instanceId);
  if (!state) {
    return (
      <Container py="6">
        {error ? (
          <ErrorAlert
            title={`The instance ${instanceId} could not be loaded`}
            error={error}
            onRetry={retry}
          />
        ) : (
          <InstanceSkeleton />
        )}
      </Container>
    );
  }
  const isLive = connection.kind === 'live' && !isTerminal(state.status);
  return (
    <BreadcrumbEntry entry={{ label: state.id, href: pathname }}>
      <InstanceHeader state={state} connection={connection} isLive={isLive} />
      <LiveRegion
        message={`${statusPresentation[state.status].label} ${whereAndWhy(
          state,
        )}`}
        isUrgent={state.status === 'failed'}
      />
      <Container py="4">
        {connection.kind === 'stale' && error !== undefined && (
          <ErrorAlert
            title="This page no longer follows the run"
            error={error}
            onRetry={retry}
          />
        )}
        {tab === 'progress' && <ProgressTab state={state} isLive={isLive} />}
        {tab === 'graph' && <GraphTab state={state} isLive={isLive} />}
        {tab === 'data' && <DataTab state={state} />}
        {tab === 'log' && <LogTab state={state} isLive={isLive} />}
        {tab === 'related' && <RelatedTab state={state} />}
        {tab === 'events' && (
          <EventsTab instanceId={state.id} head={state.seq} />
        )}
      </Container>
    </BreadcrumbEntry>
  );
}
