import { Text } from '@backstage/ui';
import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Countdown } from '../../components/time/Countdown';

/** Props of {@link AttemptNote}. */
export interface AttemptNoteProps {
  readonly task: TaskState;
}

/** How often a task was tried, and when it goes on if it is waiting. */
export function AttemptNote({ task }: AttemptNoteProps) {
  const { retries, retriesLeftOut = 0, waitingUntil } = task;
  const attempts = retriesLeftOut + retries.length + 1;
  return (
    <Text variant="body-small" color="secondary">
      {waitingUntil ? (
        <>
          {retries.length > 0 ? `attempt ${attempts} ` : 'goes on '}
          <Countdown until={waitingUntil} />
        </>
      ) : (
        retries.length > 0 && `${attempts} attempts`
      )}
    </Text>
  );
}
