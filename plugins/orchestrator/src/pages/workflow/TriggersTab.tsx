import { Flex } from '@backstage/ui';
import { useTriggers } from '../../api/triggerQueries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { TriggerCard } from './TriggerCard';

/** Props of {@link TriggersTab}. */
export interface TriggersTabProps {
  readonly workflowId: string;
}

/** What starts a workflow by itself. */
export function TriggersTab({ workflowId }: TriggersTabProps) {
  const { data, error, refetch } = useTriggers(workflowId);
  if (error) {
    return (
      <ErrorAlert
        title="The triggers could not be loaded"
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) return <Loading height={160} />;
  return (
    <Flex direction="column" gap="4">
      {data.items.map(trigger => (
        <TriggerCard key={trigger.id} trigger={trigger} />
      ))}
      {data.items.length === 0 && (
        <EmptyState message="Nothing starts this workflow by itself: its definition has no schedule." />
      )}
    </Flex>
  );
}
