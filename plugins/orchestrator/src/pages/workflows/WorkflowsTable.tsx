import type { WorkflowOverviewDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  Cell,
  CellText,
  Flex,
  Link,
  Table,
  Text,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { PAGE_SIZE, type WorkflowPage } from '../../api/queries';
import { RunLink } from '../../components/RunLink';
import { statusOfState } from '../../components/status/statusOfState';
import { StatusLabel } from '../../components/status/StatusLabel';
import { RelativeTime } from '../../components/time/RelativeTime';
import { ratioText } from '../../components/ratioText';
import { useLinks } from '../../useLinks';

/** Props of {@link WorkflowsTable}. */
export interface WorkflowsTableProps {
  /** Absent while it loads. */
  readonly page?: WorkflowPage;
  /** From 0. */
  readonly pageIndex: number;
  readonly onPageChange: (page: number) => void;
  readonly emptyState: ReactNode;
}

type Row = WorkflowOverviewDTO & { readonly id: string };

/** One page of workflows. */
export function WorkflowsTable(props: WorkflowsTableProps) {
  const { page, pageIndex, onPageChange, emptyState } = props;
  return (
    <Table
      columnConfig={useColumns()}
      data={page?.items.map(item => ({ ...item, id: item.workflowId }))}
      isPending={!page}
      emptyState={emptyState}
      pagination={{
        type: 'page',
        pageSize: PAGE_SIZE,
        offset: pageIndex * PAGE_SIZE,
        hasNextPage: page?.hasNext ?? false,
        hasPreviousPage: pageIndex > 0,
        onNextPage: () => onPageChange(pageIndex + 1),
        onPreviousPage: () => onPageChange(pageIndex - 1),
        showPageSizeOptions: false,
        getLabel: () => `Page ${pageIndex + 1}`,
      }}
    />
  );
}

function useColumns(): ColumnConfig<Row>[] {
  const isNarrow = useBreakpoint().down('md');
  return [
    {
      id: 'name',
      width: '3fr',
      label: 'Name',
      isRowHeader: true,
      cell: row => <NameCell row={row} />,
    },
    {
      id: 'version',
      width: '1fr',
      label: 'Version',
      isHidden: isNarrow,
      cell: row => <CellText title={row.version ?? '–'} />,
    },
    {
      id: 'lastRun',
      width: '1.5fr',
      minWidth: 116,
      label: 'Last run',
      cell: row => <LastRunCell row={row} />,
    },
    {
      id: 'runs',
      width: '0.7fr',
      label: 'Runs',
      isHidden: isNarrow,
      cell: row => (
        <CellText title={String(row.workflowRunStats?.totalCount ?? 0)} />
      ),
    },
    {
      id: 'success',
      width: '0.9fr',
      label: 'Success',
      isHidden: isNarrow,
      cell: row => (
        <CellText title={ratioText(row.workflowRunStats?.successRatio)} />
      ),
    },
    {
      id: 'run',
      width: '1fr',
      minWidth: 96,
      label: 'Run',
      cell: row => (
        <Cell>
          {row.isAvailable !== false && (
            <RunLink
              workflowId={row.workflowId}
              name={row.name ?? row.workflowId}
            />
          )}
        </Cell>
      ),
    },
  ];
}

function NameCell({ row }: { readonly row: Row }) {
  const links = useLinks();
  return (
    <Cell>
      <Flex direction="column" gap="0.5">
        <Link href={links.workflow(row.workflowId)} weight="bold" standalone>
          {row.name ?? row.workflowId}
        </Link>
        {row.description && (
          <Text variant="body-small" color="secondary">
            {row.description}
          </Text>
        )}
        {row.isAvailable === false && (
          <Flex align="start" gap="1">
            <RiErrorWarningLine
              size={16}
              aria-hidden="true"
              color="var(--bui-fg-negative)"
              style={{ flexShrink: 0 }}
            />
            <Text
              variant="body-small"
              style={{ color: 'var(--bui-negative-fg-subdued)' }}
            >
              {`Cannot run: ${
                row.availability?.reason ?? 'its definition has problems'
              }`}
            </Text>
          </Flex>
        )}
      </Flex>
    </Cell>
  );
}

function LastRunCell({ row }: { readonly row: Row }) {
  const links = useLinks();
  const { lastRunId, lastRunStatus, lastTriggeredMs } = row;
  if (lastTriggeredMs === undefined || !lastRunId || !lastRunStatus) {
    return <CellText title="Never run" color="secondary" />;
  }
  return (
    <Cell>
      <Flex direction="column" align="start" gap="1">
        <StatusLabel status={statusOfState(lastRunStatus)} />
        <Link
          href={links.instance(lastRunId)}
          variant="body-small"
          color="secondary"
        >
          <RelativeTime time={new Date(lastTriggeredMs).toISOString()} />
        </Link>
      </Flex>
    </Cell>
  );
}
