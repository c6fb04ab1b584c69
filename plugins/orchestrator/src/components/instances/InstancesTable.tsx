import type { ProcessInstanceDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ReactNode } from 'react';
import { PAGE_SIZE, type InstancesPage } from '../../api/queries';
import { useLinks } from '../../useLinks';
import { ListTable, type ListColumn } from '../layout/ListTable';
import { NamedCell } from '../layout/NamedCell';
import { personName } from '../personName';
import { statusOf } from '../status/statusOfState';
import { StatusLabel } from '../status/StatusLabel';
import { ElapsedTime } from '../time/ElapsedTime';
import { RelativeTime } from '../time/RelativeTime';
import { formatTimesIn } from '../time/formatTime';
import { useTimeStyle, type TimeStyle } from '../time/useTimeStyle';
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
    <ListTable
      columns={useColumns(props.hasWorkflowColumn ?? true)}
      rows={page?.items}
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
): ListColumn<ProcessInstanceDTO>[] {
  const [style] = useTimeStyle();
  return [
    {
      id: 'status',
      width: '1fr',
      minWidth: 128,
      label: 'Status',
      isPlain: true,
      value: row => <StatusLabel status={statusOf(row)} />,
    },
    {
      id: 'run',
      width: '2fr',
      label: hasWorkflowColumn ? 'Workflow' : 'Run',
      isRowHeader: true,
      value: row => <RunName row={row} isNamedByWorkflow={hasWorkflowColumn} />,
    },
    {
      id: 'because',
      width: '2fr',
      label: 'Because',
      value: row => becauseOf(row, style),
    },
    {
      id: 'started',
      width: '1fr',
      label: 'Started',
      value: row => row.start && <RelativeTime time={row.start} />,
    },
    {
      id: 'took',
      width: '0.8fr',
      label: 'Took',
      value: row =>
        row.start && <ElapsedTime start={row.start} end={row.end} isLive />,
    },
    {
      id: 'by',
      width: '0.8fr',
      label: 'By',
      value: row => row.initiatorEntity && personName(row.initiatorEntity),
    },
  ];
}

interface RowProps {
  readonly row: ProcessInstanceDTO;
}

function RunName(props: RowProps & { readonly isNamedByWorkflow: boolean }) {
  const { row, isNamedByWorkflow } = props;
  const href = useLinks().instance(row.id);
  if (!isNamedByWorkflow) return <NamedCell name={row.id} href={href} />;
  return (
    <NamedCell name={row.processName ?? row.processId} href={href}>
      {row.id}
    </NamedCell>
  );
}

/** Why it stands as it does; of a long text the beginning, its whole as the description. Nothing when that is not known. */
function becauseOf(row: ProcessInstanceDTO, style: TimeStyle) {
  const why = formatTimesIn(row.because || row.error?.message || '', style);
  return (
    why && (
      <span className={styles.because} title={why}>
        {why}
      </span>
    )
  );
}
