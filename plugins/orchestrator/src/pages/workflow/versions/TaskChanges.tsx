import { Text } from '@backstage/ui';
import { useVersionTasks } from '../../../api/versionQueries';
import { ErrorAlert } from '../../../components/feedback/ErrorAlert';
import { Loading } from '../../../components/feedback/Loading';
import { ScrollTable } from '../../../components/layout/ScrollTable';
import { Section } from '../../../components/layout/Section';
import { taskChanges, type TaskChange } from './taskChanges';

/** Props of {@link TaskChanges}. */
export interface TaskChangesProps {
  readonly workflowId: string;
  /** Hashes of the older and the newer version. */
  readonly hashes: readonly [string, string];
}

const labels: Readonly<Record<TaskChange['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
};

/** Which tasks have come, gone, changed or moved from one version to another. */
export function TaskChanges({ workflowId, hashes }: TaskChangesProps) {
  const { data, error, refetch } = useVersionTasks(workflowId, hashes);
  return (
    <Section title="Tasks">
      {error ? (
        <ErrorAlert
          title="The tasks could not be compared"
          error={error}
          onRetry={refetch}
        />
      ) : null}
      {!data && !error && <Loading height={48} />}
      {data && <ChangeTable changes={taskChanges(data[0], data[1])} />}
    </Section>
  );
}

function ChangeTable({ changes }: { readonly changes: readonly TaskChange[] }) {
  if (changes.length === 0) {
    return <Text color="secondary">No task has changed.</Text>;
  }
  return (
    <ScrollTable caption="Changed tasks" columns={['Task', 'Change', 'Kind']}>
      {changes.map(({ kind, path, task }) => (
        <tr key={`${kind} ${path.join('/')}`}>
          <th scope="row">{path.join(' › ')}</th>
          <td>{labels[kind]}</td>
          <td>{task}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
