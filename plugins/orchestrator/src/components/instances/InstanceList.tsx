import { Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useInstances, type InstanceSearch } from '../../api/queries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { BulkBar } from './BulkBar';
import { InstancesTable } from './InstancesTable';
import { useSelection } from './useSelection';

/** Props of {@link InstanceList}. */
export interface InstanceListProps {
  readonly search: InstanceSearch;
  readonly onPageChange: (page: number) => void;
  readonly emptyState: ReactNode;
  /** Left out where all are of one workflow. */
  readonly hasWorkflowColumn?: boolean;
}

/** The instances that a search finds, newest first, to be looked at and to be acted on by many. */
export function InstanceList(props: InstanceListProps) {
  const { page, ...filter } = props.search;
  return <FilteredInstances key={JSON.stringify(filter)} {...props} />;
}

/** What is selected belongs to a filter, and goes with it. */
function FilteredInstances(props: InstanceListProps) {
  const { search, onPageChange } = props;
  const instances = useInstances(search);
  const selecting = useSelection();
  const { data, error, refetch } = instances;
  return (
    <Flex direction="column" gap="4">
      {error && (
        <ErrorAlert
          title={
            data
              ? 'This list may be out of date: it could not be loaded again'
              : 'The instances could not be loaded'
          }
          error={error}
          onRetry={refetch}
        />
      )}
      <BulkBar
        selecting={selecting}
        filter={search}
        matching={data?.totalCount ?? 0}
      />
      {(data || !error) && (
        <InstancesTable
          page={data}
          pageIndex={search.page}
          onPageChange={onPageChange}
          emptyState={props.emptyState}
          hasWorkflowColumn={props.hasWorkflowColumn}
          selecting={selecting}
        />
      )}
    </Flex>
  );
}
