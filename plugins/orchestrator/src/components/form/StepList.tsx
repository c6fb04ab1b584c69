import { RiCheckLine } from '@remixicon/react';
import styles from './StepList.module.css';

/** Props of {@link StepList}. */
export interface StepListProps {
  readonly titles: readonly string[];
  /** Index of the step that is shown. */
  readonly current: number;
}

/** Where the person is among the steps of a form. */
export function StepList({ titles, current }: StepListProps) {
  return (
    <ol className={styles.list} aria-label="Steps">
      {titles.map((title, index) => (
        <li
          key={title}
          className={styles.step}
          data-done={index < current}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.marker} aria-hidden="true">
            {index < current ? <RiCheckLine size={14} /> : index + 1}
          </span>
          {title}
        </li>
      ))}
    </ol>
  );
}
