import {
  Box,
  Button,
  Cell,
  Flex,
  Link,
  Select,
  Table,
  Text,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import type {
  JobItem,
  JobOutcome,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { EmptyState } from '../../components/feedback/EmptyState';
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
        <Table
          columnConfig={useColumns()}
          data={rows}
          pagination={{ type: 'none' }}
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

function useColumns(): ColumnConfig<Row>[] {
  const links = useLinks();
  const isNarrow = useBreakpoint().down('sm');
  return [
    {
      id: 'outcome',
      label: 'Outcome',
      width: '1fr',
      minWidth: 116,
      cell: row => (
        <Cell>
          <ToneLabel status={row.outcome} look={outcomeLooks[row.outcome]} />
        </Cell>
      ),
    },
    {
      id: 'run',
      label: 'Run',
      width: '2fr',
      isRowHeader: true,
      cell: row => (
        <Cell>
          <Flex direction="column" gap="1" style={{ overflowWrap: 'anywhere' }}>
            <Link href={links.instance(row.instanceId)}>{row.instanceId}</Link>
            {isNarrow && row.message && (
              <Text color="secondary">{row.message}</Text>
            )}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'message',
      label: 'Because',
      width: '2fr',
      isHidden: isNarrow,
      cell: row => (
        <Cell>
          <Text color="secondary">{row.message ?? '–'}</Text>
        </Cell>
      ),
    },
  ];
}
