import { Button, Flex, Link, Switch, Text } from '@backstage/ui';
import { useState } from 'react';
import { ScrollTable } from '../../components/layout/ScrollTable';
import { StatusLabel } from '../../components/status/StatusLabel';
import { formatDuration } from '../../components/time/formatDuration';
import { useLinks } from '../../useLinks';
import { comparedLabel, longerBy, type ComparedTask } from './divergence';

/** Props of {@link TaskComparisonTable}. */
export interface TaskComparisonTableProps {
  /** Ids of both runs. */
  readonly runs: readonly [string, string];
  readonly tasks: readonly ComparedTask[];
  /** The task with which the runs part. */
  readonly parting?: ComparedTask;
}

const PAGE_SIZE = 100;

/** How each task went in both runs and how long it took, the one marked with which they part. */
export function TaskComparisonTable(props: TaskComparisonTableProps) {
  const { runs, tasks, parting } = props;
  const [isBrief, setBrief] = useState(false);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const wanted = isBrief ? tasks.filter(task => task.different) : tasks;
  return (
    <Flex direction="column" align="start" gap="3">
      <Switch
        label="Only what ended otherwise"
        isSelected={isBrief}
        onChange={setBrief}
      />
      {wanted.length === 0 ? (
        <Text color="secondary">All tasks have ended alike.</Text>
      ) : (
        <ScrollTable
          caption="Tasks of both runs"
          columns={['Task', 'First run', 'Second run', 'Second took']}
        >
          {wanted.slice(0, limit).map(task => (
            <tr key={task.key} aria-current={task === parting || undefined}>
              <th scope="row" title={task.key}>
                {comparedLabel(task)}
              </th>
              <td>
                <Outcome run={runs[0]} task={task} outcome={task.a} />
              </td>
              <td>
                <Outcome run={runs[1]} task={task} outcome={task.b} />
              </td>
              <td>{longerText(longerBy(task))}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {wanted.length > limit && (
        <Button variant="secondary" onPress={() => setLimit(limit + PAGE_SIZE)}>
          {`Show more: ${wanted.length - limit} left`}
        </Button>
      )}
    </Flex>
  );
}

interface OutcomeProps {
  readonly run: string;
  readonly task: ComparedTask;
  readonly outcome: ComparedTask['a'];
}

/** How a task went in one run, leading to it. */
function Outcome({ run, task, outcome }: OutcomeProps) {
  const links = useLinks();
  if (!outcome) return <Text color="secondary">did not run</Text>;
  const { status, durationMs } = outcome;
  return (
    <Flex direction="column" align="start" gap="0.5">
      <StatusLabel status={status} />
      {durationMs !== undefined && (
        <Link
          href={`${links.instance(run)}?task=${encodeURIComponent(task.key)}`}
        >
          {formatDuration(durationMs)}
        </Link>
      )}
    </Flex>
  );
}

function longerText(ms: number | undefined): string {
  if (ms === undefined) return '–';
  if (ms === 0) return 'as long';
  const difference = formatDuration(Math.abs(ms));
  return ms > 0 ? `${difference} longer` : `${difference} less`;
}
