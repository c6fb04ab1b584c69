import { ButtonIcon, Link, Text } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { StatusLabel } from '../../components/status/StatusLabel';
import { statusPresentation } from '../../components/status/statusPresentation';
import { ElapsedTime } from '../../components/time/ElapsedTime';
import { AttemptNote } from './AttemptNote';
import { countStatuses, worstStatus } from './statusSummary';
import { taskLabel } from './taskLabel';
import styles from './TaskTable.module.css';
import { leavesOf, tasksOf, type TreeNode } from './taskTree';
import { TimelineBar } from './timeline/TimelineBar';
import { spanOfTasks, type TimeSpan } from './timeline/TimeSpan';
import { useInstanceSearch } from './useInstanceSearch';
import type { VisibleRow } from './visibleRows';

/** Props of {@link TaskRow}. */
export interface TaskRowProps {
  readonly row: Extract<VisibleRow, { kind: 'node' }>;
  readonly whole: TimeSpan;
  readonly isSelected: boolean;
  readonly isLive: boolean;
  readonly onToggle: (key: string) => void;
}

/** One task, or one pass of a loop, as a row. */
export function TaskRow(props: TaskRowProps) {
  const { row, whole, isSelected, isLive, onToggle } = props;
  const { node, depth, isOpen } = row;
  const task = node.kind === 'task' ? node.task : undefined;
  const label = labelOf(node);
  const status = task ? task.status : worstStatus(tasksOf(node));
  const span = spanOfTasks(task ? [task] : tasksOf(node), whole.end);
  return (
    <tr data-task={task?.key} aria-current={isSelected || undefined}>
      <th scope="row">
        <span
          className={styles.name}
          style={{ paddingInlineStart: `calc(${depth} * var(--bui-space-5))` }}
        >
          {node.children.length > 0 ? (
            <ButtonIcon
              size="small"
              variant="tertiary"
              aria-label={`${isOpen ? 'Close' : 'Open'} ${label}`}
              aria-expanded={isOpen}
              icon={isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
              onPress={() => onToggle(node.key)}
            />
          ) : (
            <span className={styles.leaf} />
          )}
          {task ? <TaskLink task={task} label={label} /> : <span>{label}</span>}
          {task?.kind && (
            <Text
              variant="body-small"
              color="secondary"
              className={styles.kind}
            >
              {task.kind}
            </Text>
          )}
        </span>
        {!isOpen && <ContentSummary node={node} depth={depth} />}
      </th>
      <td>
        <StatusLabel status={status} />
      </td>
      <td>{task && <AttemptNote task={task} />}</td>
      <td className={styles.timeline}>
        {span && <TimelineBar whole={whole} span={span} status={status} />}
      </td>
      <td className={styles.number}>
        {task?.startedAt && (
          <ElapsedTime
            start={task.startedAt}
            end={task.endedAt}
            isLive={isLive}
          />
        )}
      </td>
    </tr>
  );
}

function TaskLink({ task, label }: { task: TaskState; label: string }) {
  const { hrefOf } = useInstanceSearch();
  return (
    <Link href={hrefOf({ task: task.key })} standalone>
      {label}
    </Link>
  );
}

/** What a closed row hides, so that a failed pass is seen without opening the loop. */
function ContentSummary({ node, depth }: { node: TreeNode; depth: number }) {
  const counts = countStatuses(leavesOf(node.children));
  if (counts.length === 0) return null;
  const text = counts
    .map(
      ({ status, count }) =>
        `${count} ${statusPresentation[status].label.toLowerCase()}`,
    )
    .join(' · ');
  return (
    <span
      className={styles.summary}
      style={{ paddingInlineStart: `calc(${depth} * var(--bui-space-5))` }}
    >
      {text}
    </span>
  );
}

function labelOf(node: TreeNode): string {
  return node.kind === 'task'
    ? taskLabel(node.task)
    : `Iteration ${node.index + 1}`;
}
