import { Button, Flex, Text } from '@backstage/ui';
import type { BulkAction } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceSearch } from '../../api/queries';
import styles from './BulkBar.module.css';
import { BulkButton } from './BulkButton';
import { bulkQueryOf } from './bulkQueryOf';
import type { SelectionState } from './useSelection';

/** Props of {@link BulkBar}. */
export interface BulkBarProps {
  readonly selecting: SelectionState;
  readonly filter: InstanceSearch;
  /** How many instances the filter finds. */
  readonly matching: number;
}

const actions: readonly BulkAction[] = [
  'retry',
  'suspend',
  'resume',
  'cancel',
  'delete',
];

/** Says how many instances are selected, and what can be done with them. Nothing while none are. */
export function BulkBar({ selecting, filter, matching }: BulkBarProps) {
  const { selection, selectMatching, clear } = selecting;
  const isMatching = selection.kind === 'matching';
  const count = isMatching ? matching : selection.ids.size;
  if (count === 0) return null;
  const query = bulkQueryOf(selection, filter);
  return (
    <section className={styles.bar} aria-label="Selected runs">
      <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
        <Text weight="bold" role="status">
          {isMatching ? `All ${count} that match` : `${count} selected`}
        </Text>
        {!isMatching && matching > count && (
          <Button size="small" variant="tertiary" onPress={selectMatching}>
            {`Select all ${matching} that match`}
          </Button>
        )}
        <Button size="small" variant="tertiary" onPress={clear}>
          Clear
        </Button>
      </Flex>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {actions.map(action => (
          <BulkButton key={action} action={action} query={query} />
        ))}
      </Flex>
    </section>
  );
}
