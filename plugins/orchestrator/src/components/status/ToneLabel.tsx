import styles from './StatusLabel.module.css';
import type { StatusPresentation } from './statusPresentation';

/** Props of {@link ToneLabel}. */
export interface ToneLabelProps {
  /** The word of the API for it. */
  readonly status: string;
  readonly look: StatusPresentation;
}

/** How something stands, as icon, text and colour. */
export function ToneLabel({ status, look }: ToneLabelProps) {
  const { label, Icon, tone } = look;
  return (
    <span className={styles.label} data-status={status} data-tone={tone}>
      <Icon className={styles.icon} size={14} aria-hidden="true" />
      {label}
    </span>
  );
}
