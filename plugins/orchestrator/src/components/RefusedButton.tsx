import { Button, Tooltip, TooltipTrigger, VisuallyHidden } from '@backstage/ui';
import { useId, type ReactElement } from 'react';
import styles from './RefusedButton.module.css';

/** Props of {@link RefusedButton}. */
export interface RefusedButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  /** What the button would do, when the label does not say it alone. */
  readonly 'aria-label'?: string;
  /** Why it cannot be done. */
  readonly reason: string;
}

/** Stands for an action that the person may not take, or that cannot be taken. It can be focused to learn why. */
export function RefusedButton(props: RefusedButtonProps) {
  const { label, icon, reason } = props;
  const reasonId = useId();
  return (
    <>
      <TooltipTrigger delay={200}>
        <Button
          size="small"
          variant="secondary"
          className={styles.button}
          aria-disabled="true"
          aria-label={props['aria-label']}
          aria-describedby={reasonId}
          iconStart={icon}
        >
          {label}
        </Button>
        <Tooltip>{reason}</Tooltip>
      </TooltipTrigger>
      <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>
    </>
  );
}
