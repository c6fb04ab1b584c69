import type { WorkflowOverviewDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Flex, Link, Text } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { PAGE_SIZE, type WorkflowPage } from '../../api/queries';
import { ListTable, type ListColumn } from '../../components/layout/ListTable';
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
    <ListTable
      columns={columns}
      rows={page?.items.map(item => ({ ...item, id: item.workflowId }))}
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

const columns: readonly ListColumn<Row>[] = [
  {
    id: 'name',
    width: '3fr',
    label: 'Name',
    isRowHeader: true,
    value: row => <WorkflowName row={row} />,
  },
  {
    id: 'version',
    width: '1fr',
    label: 'Version',
    value: row => row.version,
  },
  {
    id: 'lastRun',
    width: '1.5fr',
    minWidth: 116,
    label: 'Last run',
    value: row => <LastRun row={row} />,
  },
  {
    id: 'runs',
    width: '0.7fr',
    label: 'Runs',
    value: row => String(row.workflowRunStats?.totalCount ?? 0),
  },
  {
    id: 'success',
    width: '0.9fr',
    label: 'Success',
    value: row => ratioText(row.workflowRunStats?.successRatio),
  },
  {
    id: 'run',
    width: '1fr',
    minWidth: 96,
    label: 'Run',
    isPlain: true,
    value: row =>
      row.isAvailable !== false && (
        <RunLink
          workflowId={row.workflowId}
          name={row.name ?? row.workflowId}
        />
      ),
  },
];

function WorkflowName({ row }: { readonly row: Row }) {
  const links = useLinks();
  return (
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
  );
}

function LastRun({ row }: { readonly row: Row }) {
  const links = useLinks();
  const { lastRunId, lastRunStatus, lastTriggeredMs } = row;
  if (lastTriggeredMs === undefined || !lastRunId || !lastRunStatus) {
    return <Text color="secondary">Never run</Text>;
  }
  return (
    <Flex align="center" gap="1" style={{ flexWrap: 'wrap' }}>
      <StatusLabel status={statusOfState(lastRunStatus)} />
      <Link
        href={links.instance(lastRunId)}
        variant="body-small"
        color="secondary"
      >
        <RelativeTime time={new Date(lastTriggeredMs).toISOString()} />
      </Link>
    </Flex>
  );
}
