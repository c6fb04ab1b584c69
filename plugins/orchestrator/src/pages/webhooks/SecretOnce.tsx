import { Alert, Flex } from '@backstage/ui';
import { CopyButton } from '../../components/data/CopyButton';

/** Props of {@link SecretOnce}. */
export interface SecretOnceProps {
  readonly secret: string;
  /** What else is to be known about it. */
  readonly note?: string;
}

/** A secret that is never shown again, to be taken along. */
export function SecretOnce({ secret, note }: SecretOnceProps) {
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title="Keep this secret now: it is shown this once"
      description={
        <Flex direction="column" align="start" gap="3">
          <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
          {note}
          <CopyButton label="Copy secret" text={secret} />
        </Flex>
      }
    />
  );
}
