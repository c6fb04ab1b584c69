import { Alert, Button, Flex } from '@backstage/ui';
import { formatTime } from '../../../components/time/formatTime';
import { useTimeStyle } from '../../../components/time/useTimeStyle';
import type { Draft } from './useDraft';

/** Props of {@link DraftOffer}. */
export interface DraftOfferProps {
  readonly draft: Draft;
  /** The version of the workflow that runs now. */
  readonly version: string;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
}

/** Offers what was entered the last time and not sent. */
export function DraftOffer(props: DraftOfferProps) {
  const { draft, version, onRestore, onDiscard } = props;
  const [style] = useTimeStyle();
  const isOlder = draft.version !== version;
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={`There is a draft of ${formatTime(draft.savedAt, style)}`}
      description={[
        isOlder && `It was made for version ${draft.version}.`,
        'Passwords and other secrets are not kept.',
      ]
        .filter(Boolean)
        .join(' ')}
      customActions={
        <Flex gap="2">
          <Button size="small" variant="primary" onPress={onRestore}>
            Restore
          </Button>
          <Button size="small" variant="secondary" onPress={onDiscard}>
            Discard
          </Button>
        </Flex>
      }
    />
  );
}
