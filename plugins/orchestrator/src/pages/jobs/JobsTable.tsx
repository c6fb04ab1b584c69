import type { Job } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  Cell,
  CellText,
  Table,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { personName } from '../../components/personName';
import { ToneLabel } from '../../components/status/ToneLabel';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useLinks } from '../../useLinks';
import { jobCounts, jobLooks, jobTitle } from './jobWords';

/** Props of {@link JobsTable}. */
export interface JobsTableProps {
  /** Absent while they load. */
  readonly jobs?: readonly Job[];
  readonly emptyState: ReactNode;
}

/** Jobs, each leading to its page. */
export function JobsTable({ jobs, emptyState }: JobsTableProps) {
  return (
    <Table
      columnConfig={useColumns()}
      data={jobs && [...jobs]}
      isPending={!jobs}
      emptyState={emptyState}
      pagination={{ type: 'none' }}
    />
  );
}

function useColumns(): ColumnConfig<Job>[] {
  const links = useLinks();
  const { down } = useBreakpoint();
  return [
    {
      id: 'status',
      label: 'Status',
      width: '1fr',
      minWidth: 128,
      cell: row => (
        <Cell>
          <ToneLabel status={row.status} look={jobLooks[row.status]} />
        </Cell>
      ),
    },
    {
      id: 'job',
      label: 'Job',
      width: '2fr',
      isRowHeader: true,
      cell: row => (
        <CellText
          href={links.job(row.id)}
          title={jobTitle(row)}
          description={row.reason}
        />
      ),
    },
    {
      id: 'outcome',
      label: 'Outcome',
      width: '2fr',
      isHidden: down('sm'),
      cell: row => <CellText title={jobCounts(row)} color="secondary" />,
    },
    {
      id: 'started',
      label: 'Started',
      width: '1fr',
      cell: row => (
        <Cell>
          <RelativeTime time={row.createdAt} />
        </Cell>
      ),
    },
    {
      id: 'by',
      label: 'By',
      width: '0.8fr',
      isHidden: down('md'),
      cell: row => <CellText title={personName(row.createdBy)} />,
    },
  ];
}
