import { Box, Flex, Select } from '@backstage/ui';
import { useWorkflowNames } from '../../api/queries';
import { stateFilters } from './stateFilters';

/** Props of {@link InstanceFilters}. */
export interface InstanceFiltersProps {
  readonly status?: string;
  readonly workflowId?: string;
  /** Told the chosen id, empty for all. */
  readonly onStatusChange: (id: string) => void;
  /** Told the chosen workflow, empty for all. */
  readonly onWorkflowChange: (id: string) => void;
}

const ALL = 'all';

/** Narrows the list of instances. */
export function InstanceFilters(props: InstanceFiltersProps) {
  const names = useWorkflowNames();
  return (
    <Flex gap="3" style={{ flexWrap: 'wrap' }}>
      <Box width="16rem">
        <Select
          label="Status"
          options={[
            { id: ALL, label: 'All statuses' },
            ...stateFilters.map(({ id, label }) => ({ id, label })),
          ]}
          selectedKey={props.status ?? ALL}
          onSelectionChange={key => props.onStatusChange(idOf(key))}
        />
      </Box>
      <Box width="16rem">
        <Select
          label="Workflow"
          search
          options={[
            { id: ALL, label: 'All workflows' },
            ...withSelected(names.data ?? [], props.workflowId),
          ]}
          selectedKey={props.workflowId ?? ALL}
          onSelectionChange={key => props.onWorkflowChange(idOf(key))}
        />
      </Box>
    </Flex>
  );
}

interface NamedWorkflow {
  readonly id: string;
  readonly label: string;
}

/** A workflow of the address stays selectable also when it is not among the names. */
function withSelected(
  names: readonly NamedWorkflow[],
  selected: string | undefined,
): readonly NamedWorkflow[] {
  const isKnown = names.some(({ id }) => id === selected);
  if (selected === undefined || isKnown) return names;
  return [...names, { id: selected, label: selected }];
}

function idOf(key: string | number | null): string {
  return key === null || key === ALL ? '' : String(key);
}
