import { Alert, Button } from '@backstage/ui';
import { describeError } from './describeError';

/** Props of {@link ErrorAlert}. */
export interface ErrorAlertProps {
  /** What could not be done: "The workflows could not be loaded". */
  readonly title: string;
  readonly error: unknown;
  /** Tries the same again; without it no button is shown. */
  readonly onRetry?: () => void;
}

/** Says what failed and why, announced at once, with a way to try again. */
export function ErrorAlert({ title, error, onRetry }: ErrorAlertProps) {
  const { message, status, code } = describeError(error);
  const facts = [status && `HTTP ${status}`, code].filter(Boolean).join(', ');
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={facts ? `${message} (${facts})` : message}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            Retry
          </Button>
        )
      }
    />
  );
}
