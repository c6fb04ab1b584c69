import { ButtonLink } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import { useLinks } from '../useLinks';
import { RefusedButton } from './RefusedButton';
import { useUseRefusal } from './useUseRefusal';

/** Props of {@link RunLink}. */
export interface RunLinkProps {
  readonly workflowId: string;
  /** Its title, for screen readers. */
  readonly name: string;
  /** The catalog entity that it is to be run for. */
  readonly entityRef?: string;
  /** Why the definition cannot run, if it cannot. */
  readonly problem?: string;
  readonly variant?: 'primary' | 'secondary';
}

/** Leads to the run form; when the workflow may not or cannot be run it says why instead. */
export function RunLink(props: RunLinkProps) {
  const { workflowId, name, entityRef, problem, variant = 'secondary' } = props;
  const links = useLinks();
  const refusal = useUseRefusal(workflowId);
  const reason = problem ?? refusal;
  const icon = <RiPlayLine aria-hidden="true" />;
  const label = `Run ${name}`;
  if (reason !== undefined) {
    return (
      <RefusedButton
        label="Run"
        aria-label={label}
        icon={icon}
        reason={reason}
      />
    );
  }
  return (
    <ButtonLink
      size="small"
      variant={variant}
      iconStart={icon}
      href={
        entityRef === undefined
          ? links.run(workflowId)
          : links.runFor(workflowId, entityRef)
      }
      aria-label={label}
    >
      Run
    </ButtonLink>
  );
}
