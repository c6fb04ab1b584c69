import type { TaskStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import styles from './StatusLabel.module.css';
import { statusPresentation } from './statusPresentation';

/** Props of {@link StatusLabel}. */
export interface StatusLabelProps {
  readonly status: TaskStatus;
}

/** A status as icon, text and colour. */
export function StatusLabel({ status }: StatusLabelProps) {
  const { label, Icon, tone } = statusPresentation[status];
  return (
    <span className={styles.label} data-status={status} data-tone={tone}>
      <Icon className={styles.icon} size={14} aria-hidden="true" />
      {label}
    </span>
  );
}
