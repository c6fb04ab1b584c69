import { Text } from '@backstage/ui';
import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Countdown } from '../../components/time/Countdown';

/** Props of {@link AttemptNote}. */
export interface AttemptNoteProps {
  readonly task: TaskState;
}

/** How often a task was tried, and when it goes on if it is waiting. */
export function AttemptNote({ task }: AttemptNoteProps) {
  const { retries, waitingUntil, status } = task;
  const isRetrying = status === 'retrying';
  return (
    <Text variant="body-small" color="secondary">
      {retries.length > 0 && `${retries.length + 1} attempts`}
      {waitingUntil && (
        <>
          {isRetrying ? ', next ' : 'goes on '}
          <Countdown until={waitingUntil} />
        </>
      )}
    </Text>
  );
}
