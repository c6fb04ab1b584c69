import { Flex, Text } from '@backstage/ui';
import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { Section } from '../../components/layout/Section';
import { RelativeTime } from '../../components/time/RelativeTime';
import { SendEventButton } from './acts/SendEventButton';

/** Props of {@link WaitingPanel}. */
export interface WaitingPanelProps {
  readonly state: InstanceState;
}

/** Which events a run waits for, and the way to send one. Nothing when it waits for none. */
export function WaitingPanel({ state }: WaitingPanelProps) {
  return state.tasks
    .filter(({ kind, status }) => kind === 'listen' && status === 'waiting')
    .map(task => <WaitingTask key={task.key} state={state} task={task} />);
}

function WaitingTask({ state, task }: WaitingPanelProps & { task: TaskState }) {
  const [sent, setSent] = useState(0);
  return (
    <Section
      title={`${task.name} waits for an event`}
      actions={
        <SendEventButton
          state={state}
          task={task}
          onSent={() => setSent(count => count + 1)}
        />
      }
    >
      <Flex direction="column" gap="2">
        {task.startedAt && (
          <Text as="p" color="secondary">
            Since <RelativeTime time={task.startedAt} />
          </Text>
        )}
        {sent > 0 && (
          <Text as="p" role="status">
            {`${sent === 1 ? 'An event was' : `${sent} events were`} sent to
            this run. It goes on as soon as one is what it waits for; while it
            stands here, none was.`}
          </Text>
        )}
      </Flex>
    </Section>
  );
}
