import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import {
  isTerminal,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { FollowedInstance } from '@stagecraft/backstage-plugin-orchestrator-common/react';
import { useLocation, useParams } from 'react-router-dom';
import { useWholeInstance } from '../../api/useWholeInstance';
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
  const followed = useInstance(instanceId);
  const { state, error, retry } = followed;
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
  return (
    <BreadcrumbEntry entry={{ label: state.id, href: pathname }}>
      <LoadedInstance key={instanceId} followed={followed} told={state} />
    </BreadcrumbEntry>
  );
}

interface LoadedInstanceProps {
  readonly followed: FollowedInstance;
  /** What the server tells of it. */
  readonly told: InstanceState;
}

function LoadedInstance({ followed, told }: LoadedInstanceProps) {
  const { tab } = useInstanceSearch();
  const { connection, error, retry } = followed;
  const whole = useWholeInstance(told);
  const { state } = whole;
  const isLive = connection.kind === 'live' && !isTerminal(state.status);
  return (
    <>
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
        {tab === 'progress' && <ProgressTab whole={whole} isLive={isLive} />}
        {tab === 'graph' && <GraphTab state={state} isLive={isLive} />}
        {tab === 'data' && <DataTab state={state} />}
        {tab === 'log' && <LogTab state={state} isLive={isLive} />}
        {tab === 'related' && <RelatedTab state={state} />}
        {tab === 'events' && (
          <EventsTab instanceId={state.id} head={state.seq} />
        )}
      </Container>
    </>
  );
}
