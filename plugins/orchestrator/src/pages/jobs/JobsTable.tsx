import type { Job } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ReactNode } from 'react';
import { ListTable, type ListColumn } from '../../components/layout/ListTable';
import { NamedCell } from '../../components/layout/NamedCell';
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
    <ListTable columns={useColumns()} rows={jobs} emptyState={emptyState} />
  );
}

function useColumns(): ListColumn<Job>[] {
  const links = useLinks();
  return [
    {
      id: 'status',
      label: 'Status',
      isPlain: true,
      width: '1fr',
      minWidth: 128,
      value: ({ status }) => (
        <ToneLabel status={status} look={jobLooks[status]} />
      ),
    },
    {
      id: 'job',
      label: 'Job',
      width: '2fr',
      isRowHeader: true,
      value: job => (
        <NamedCell name={jobTitle(job)} href={links.job(job.id)}>
          {job.reason}
        </NamedCell>
      ),
    },
    { id: 'outcome', label: 'Outcome', width: '2fr', value: jobCounts },
    {
      id: 'started',
      label: 'Started',
      width: '1fr',
      value: ({ createdAt }) => <RelativeTime time={createdAt} />,
    },
    {
      id: 'by',
      label: 'By',
      width: '0.8fr',
      value: ({ createdBy }) => personName(createdBy),
    },
  ];
}
