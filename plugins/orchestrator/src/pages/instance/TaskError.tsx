import { Alert } from '@backstage/ui';
import type { ErrorDetails } from '@stagecraft/backstage-plugin-orchestrator-common';

/** Props of {@link TaskError}. */
export interface TaskErrorProps {
  readonly error: ErrorDetails;
}

/** The error of a task. */
export function TaskError({ error }: TaskErrorProps) {
  const kind = error.type.split('/').at(-1) ?? error.type;
  return (
    <Alert
      status="danger"
      icon
      title={error.title ?? `${kind} error`}
      description={`${error.detail ?? 'No detail'} (${kind}, status ${
        error.status
      })`}
    />
  );
}
