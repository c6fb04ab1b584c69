import type { ProcessInstanceDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  Cell,
  CellText,
  Flex,
  Table,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { PAGE_SIZE, type InstancesPage } from '../../api/queries';
import { useLinks } from '../../useLinks';
import { personName } from '../personName';
import { statusOf } from '../status/statusOfState';
import { StatusLabel } from '../status/StatusLabel';
import { ElapsedTime } from '../time/ElapsedTime';
import { RelativeTime } from '../time/RelativeTime';
import { formatTimesIn } from '../time/formatTime';
import { useTimeStyle } from '../time/useTimeStyle';
import styles from './InstancesTable.module.css';
import type { SelectionState } from './useSelection';

/** Props of {@link InstancesTable}. */
export interface InstancesTableProps {
  /** Absent while it loads. */
  readonly page?: InstancesPage;
  /** From 0. */
  readonly pageIndex: number;
  readonly onPageChange: (page: number) => void;
  readonly emptyState: ReactNode;
  /** Left out where all are of one workflow. */
  readonly hasWorkflowColumn?: boolean;
  /** Which of them are selected, and how that changes. */
  readonly selecting: SelectionState;
}

/** One page of instances, each leading to its page. */
export function InstancesTable(props: InstancesTableProps) {
  const { page, pageIndex, onPageChange, emptyState, selecting } = props;
  const { selection, mark } = selecting;
  const offset = pageIndex * PAGE_SIZE;
  const total = page?.totalCount ?? 0;
  return (
    <Table
      className={styles.rows}
      columnConfig={useColumns(props.hasWorkflowColumn ?? true)}
      data={page ? [...page.items] : undefined}
      isPending={!page}
      emptyState={emptyState}
      selection={{
        mode: 'multiple',
        behavior: 'toggle',
        selected: selection.kind === 'matching' ? 'all' : selection.ids,
        onSelectionChange: marked =>
          mark(marked, page?.items.map(({ id }) => id) ?? []),
      }}
      pagination={{
        type: 'page',
        pageSize: PAGE_SIZE,
        offset,
        totalCount: total,
        hasNextPage: offset + PAGE_SIZE < total,
        hasPreviousPage: pageIndex > 0,
        onNextPage: () => onPageChange(pageIndex + 1),
        onPreviousPage: () => onPageChange(pageIndex - 1),
        showPageSizeOptions: false,
      }}
    />
  );
}

function useColumns(
  hasWorkflowColumn: boolean,
): ColumnConfig<ProcessInstanceDTO>[] {
  const { down } = useBreakpoint();
  const isNarrow = down('sm');
  const [style] = useTimeStyle();
  return [
    {
      id: 'status',
      width: '1fr',
      minWidth: 128,
      label: 'Status',
      cell: row => (
        <Cell>
          <Flex direction="column" align="start" gap="1">
            <StatusLabel status={statusOf(row)} />
            {isNarrow && row.start && <RelativeTime time={row.start} />}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'run',
      width: '2fr',
      label: hasWorkflowColumn ? 'Workflow' : 'Run',
      isRowHeader: true,
      cell: row => <RunCell row={row} isNamedByWorkflow={hasWorkflowColumn} />,
    },
    {
      id: 'because',
      width: '2fr',
      label: 'Because',
      isHidden: down('md'),
      cell: row => (
        <CellText
          title={formatTimesIn(row.because || row.error?.message || '–', style)}
          color="secondary"
        />
      ),
    },
    {
      id: 'started',
      width: '1fr',
      label: 'Started',
      isHidden: isNarrow,
      cell: row => (
        <Cell>{row.start && <RelativeTime time={row.start} />}</Cell>
      ),
    },
    {
      id: 'took',
      width: '0.8fr',
      label: 'Took',
      isHidden: isNarrow,
      cell: row => (
        <Cell>
          {row.start && <ElapsedTime start={row.start} end={row.end} isLive />}
        </Cell>
      ),
    },
    {
      id: 'by',
      width: '0.8fr',
      label: 'By',
      isHidden: down('md'),
      cell: row => (
        <CellText
          title={row.initiatorEntity ? personName(row.initiatorEntity) : '–'}
        />
      ),
    },
  ];
}

interface RunCellProps {
  readonly row: ProcessInstanceDTO;
  readonly isNamedByWorkflow: boolean;
}

function RunCell({ row, isNamedByWorkflow }: RunCellProps) {
  const links = useLinks();
  const name = row.processName ?? row.processId;
  return (
    <CellText
      href={links.instance(row.id)}
      title={isNamedByWorkflow ? name : row.id}
      description={isNamedByWorkflow ? row.id : undefined}
    />
  );
}
