import type { ReactNode } from 'react';
import styles from './table.module.css';

/** Props of {@link ScrollTable}. */
export interface ScrollTableProps {
  /** What it lists, for screen readers. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The rows, `<tr>` each. */
  readonly children: ReactNode;
}

/** A table whose columns are to be compared: where they do not fit they are moved sideways within a frame. */
export function ScrollTable({ caption, columns, children }: ScrollTableProps) {
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={caption}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
