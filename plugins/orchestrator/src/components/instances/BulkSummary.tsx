import { Flex, Text } from '@backstage/ui';
import type {
  BulkAction,
  BulkPreview,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { Loading } from '../feedback/Loading';
import styles from '../layout/surface.module.css';
import { StatusLabel } from '../status/StatusLabel';
import { RelativeTime } from '../time/RelativeTime';
import { bulkActions, runsText } from './bulkActions';

/** Props of {@link BulkSummary}. */
export interface BulkSummaryProps {
  readonly action: BulkAction;
  /** Absent while it is counted. */
  readonly preview?: BulkPreview;
}

/** What a job would do: on how many instances, the first of them, and which are left alone and why. */
export function BulkSummary({ action, preview }: BulkSummaryProps) {
  const { consequence } = bulkActions[action];
  if (!preview) return <Loading height={96} />;
  return (
    <Flex direction="column" gap="3" className={styles.surface}>
      <Text as="p">{consequence}</Text>
      <Sample preview={preview} />
      {exceptions(action, preview).map(text => (
        <Text as="p" key={text} color="secondary">
          {text}
        </Text>
      ))}
    </Flex>
  );
}

function Sample({ preview }: { readonly preview: BulkPreview }) {
  const { sample, total } = preview;
  const more = total - sample.length;
  if (total === 0) return <Text as="p">There is none to act on.</Text>;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {sample.map(({ id, workflow, status, createdAt }) => (
        <li key={id}>
          <Flex align="center" gap="2" py="1" style={{ flexWrap: 'wrap' }}>
            <StatusLabel status={status} />
            <Text>{workflow.id}</Text>
            <Text color="secondary">
              <RelativeTime time={createdAt} />
            </Text>
          </Flex>
        </li>
      ))}
      {more > 0 && (
        <li>
          <Text color="secondary">{`and ${more} more`}</Text>
        </li>
      )}
    </ul>
  );
}

/** On which instances nothing is done, and why. */
function exceptions(action: BulkAction, preview: BulkPreview) {
  const { unsuited, forbidden } = preview;
  const { unsuited: why } = bulkActions[action];
  return [
    unsuited > 0 &&
      `${runsText(unsuited)} of these would be skipped: they ${why}.`,
    forbidden > 0 &&
      `${runsText(
        forbidden,
      )} more are left alone: you may see them, but not act on them. That takes the permission orchestrator.workflow.use, and orchestrator.instance.act for runs of others.`,
  ].filter(text => text !== false);
}
