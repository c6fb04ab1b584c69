import { Box, Button, Flex, Select } from '@backstage/ui';
import type {
  JobItem,
  JobOutcome,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ListTable, type ListColumn } from '../../components/layout/ListTable';
import { NamedCell } from '../../components/layout/NamedCell';
import { Section } from '../../components/layout/Section';
import { ToneLabel } from '../../components/status/ToneLabel';
import { useLinks } from '../../useLinks';
import { outcomeLooks, outcomes } from './jobWords';

/** Props of {@link JobItems}. */
export interface JobItemsProps {
  readonly items: readonly JobItem[];
  /** Which ones they are; all when absent. */
  readonly outcome?: JobOutcome;
  readonly onOutcomeChange: (outcome: JobOutcome | undefined) => void;
  /** Loads more; absent when these are all. */
  readonly onMore?: () => void;
  readonly isLoadingMore: boolean;
}

const ALL = 'all';

const choices = [
  { id: ALL, label: 'All' },
  ...outcomes.map(id => ({ id, label: outcomeLooks[id].label })),
];

/** What became of each run that a job acts on. */
export function JobItems(props: JobItemsProps) {
  const { items, outcome, onOutcomeChange, onMore } = props;
  const rows = items.map(item => ({ ...item, id: item.instanceId }));
  return (
    <Section
      title="Runs"
      actions={
        <Box width="10rem">
          <Select
            aria-label="Which runs"
            size="small"
            options={choices}
            selectedKey={outcome ?? ALL}
            onSelectionChange={key =>
              onOutcomeChange(outcomes.find(one => one === key))
            }
          />
        </Box>
      }
    >
      <Flex direction="column" gap="4">
        <ListTable
          columns={useColumns()}
          rows={rows}
          emptyState={
            <EmptyState
              message={
                outcome
                  ? `No run is “${outcomeLooks[outcome].label}”.`
                  : 'The job acts on no run.'
              }
              action={
                outcome && (
                  <Button
                    variant="secondary"
                    onPress={() => onOutcomeChange(undefined)}
                  >
                    Show all
                  </Button>
                )
              }
            />
          }
        />
        {onMore && (
          <Flex>
            <Button
              variant="secondary"
              isPending={props.isLoadingMore}
              onPress={() => onMore()}
            >
              Show more
            </Button>
          </Flex>
        )}
      </Flex>
    </Section>
  );
}

type Row = JobItem & { readonly id: string };

function useColumns(): ListColumn<Row>[] {
  const links = useLinks();
  return [
    {
      id: 'outcome',
      label: 'Outcome',
      isPlain: true,
      width: '1fr',
      minWidth: 116,
      value: ({ outcome }) => (
        <ToneLabel status={outcome} look={outcomeLooks[outcome]} />
      ),
    },
    {
      id: 'run',
      label: 'Run',
      width: '2fr',
      isRowHeader: true,
      value: ({ instanceId }) => (
        <NamedCell name={instanceId} href={links.instance(instanceId)} />
      ),
    },
    {
      id: 'message',
      label: 'Because',
      width: '2fr',
      value: ({ message }) => message,
    },
  ];
}
