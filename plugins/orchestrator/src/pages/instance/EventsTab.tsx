import { Box, Button, Flex, Select, Text } from '@backstage/ui';
import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { useHistory } from '../../api/useHistory';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { Section } from '../../components/layout/Section';
import { EventList } from './EventList';

/** Props of {@link EventsTab}. */
export interface EventsTabProps {
  readonly instanceId: string;
  /** Number of the newest event that the page knows of. */
  readonly head: number;
}

const ALL = 'all';

/** The instance's history, newest last, as it is written. */
export function EventsTab({ instanceId, head }: EventsTabProps) {
  const [type, setType] = useState(ALL);
  const history = useHistory(instanceId, head);
  if (history.error) {
    return (
      <ErrorAlert
        title="The history could not be loaded"
        error={history.error}
        onRetry={history.reload}
      />
    );
  }
  if (!history.events) return <Loading height={240} />;
  const shown = history.events.filter(
    event => type === ALL || event.type === type,
  );
  return (
    <Section
      title="History"
      actions={
        <Flex gap="2">
          <TimeSwitch />
          <Box width="14rem">
            <Select
              aria-label="Type of event"
              size="small"
              options={typeOptions(history.events)}
              selectedKey={type}
              onSelectionChange={key => setType(String(key ?? ALL))}
            />
          </Box>
        </Flex>
      }
    >
      <Flex direction="column" align="start" gap="3">
        {shown.length === 0 && type !== ALL && (
          <EmptyState
            message={`None of the loaded events is of the type ${type}.`}
            action={
              <Button variant="secondary" onPress={() => setType(ALL)}>
                Clear filter
              </Button>
            }
          />
        )}
        <EventList events={shown} />
        <Text variant="body-small" color="secondary">
          {`${history.events.length} of ${head} events`}
        </Text>
        {history.loadMore && (
          <Button
            variant="secondary"
            isPending={history.isLoadingMore}
            onPress={history.loadMore}
          >
            Load more
          </Button>
        )}
      </Flex>
    </Section>
  );
}

function typeOptions(events: readonly OrchestratorEvent[]) {
  const types = [...new Set(events.map(event => event.type))].sort();
  return [
    { id: ALL, label: 'All types' },
    ...types.map(type => ({ id: type, label: type })),
  ];
}
