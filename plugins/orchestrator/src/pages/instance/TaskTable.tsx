import { Button } from '@backstage/ui';
import { useState } from 'react';
import table from '../../components/layout/table.module.css';
import { TaskRow } from './TaskRow';
import styles from './TaskTable.module.css';
import type { TreeNode } from './taskTree';
import type { TimeSpan } from './timeline/TimeSpan';
import { PAGE_SIZE, visibleRows, type VisibleRow } from './visibleRows';

/** Props of {@link TaskTable}. */
export interface TaskTableProps {
  readonly tree: readonly TreeNode[];
  /** When the run began, and when it ended or what time it is. */
  readonly whole: TimeSpan;
  /** Key of the task whose details are shown. */
  readonly selected?: string;
  /** Whether clocks of running tasks may tick. */
  readonly isLive: boolean;
}

/** The tasks of an instance in order, what runs inside a task below it; loops are closed and paged. */
export function TaskTable(props: TaskTableProps) {
  const { tree, whole, selected, isLive } = props;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const rows = visibleRows(tree, { toggled, limits });
  const toggle = (key: string) => setToggled(keys => withToggled(keys, key));
  const showMore = (key: string, shown: number) =>
    setLimits(all => new Map(all).set(key, shown + PAGE_SIZE));

  return (
    <div className={styles.frame}>
      <table className={`${table.table} ${styles.tasks}`}>
        <caption>Tasks in the order they began</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Status</th>
            <th scope="col">Attempts</th>
            <th scope="col" className={styles.timeline}>
              Timeline
            </th>
            <th scope="col" className={styles.number}>
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row =>
            row.kind === 'more' ? (
              <MoreRow key={row.key} row={row} onShowMore={showMore} />
            ) : (
              <TaskRow
                key={row.node.key}
                row={row}
                whole={whole}
                isSelected={row.node.key === selected}
                isLive={isLive}
                onToggle={toggle}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface MoreRowProps {
  readonly row: Extract<VisibleRow, { kind: 'more' }>;
  readonly onShowMore: (parent: string, shown: number) => void;
}

function MoreRow({ row, onShowMore }: MoreRowProps) {
  return (
    <tr>
      <td
        colSpan={5}
        className={styles.more}
        style={{
          paddingInlineStart: `calc(${row.depth} * var(--bui-space-5) + var(--bui-space-3))`,
        }}
      >
        <Button
          size="small"
          variant="secondary"
          onPress={() => onShowMore(row.parent, row.shown)}
        >
          {`Show ${Math.min(PAGE_SIZE, row.total - row.shown)} more of ${
            row.total
          }`}
        </Button>
      </td>
    </tr>
  );
}

function withToggled(keys: ReadonlySet<string>, key: string) {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
