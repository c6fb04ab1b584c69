import { Button, ButtonLink, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import { useLinks } from '../useLinks';
import { useRunRefusal } from './useRunRefusal';

/** Props of {@link RunLink}. */
export interface RunLinkProps {
  readonly workflowId: string;
  /** Its title, for screen readers. */
  readonly name: string;
  /** Why the definition cannot run, if it cannot. */
  readonly problem?: string;
  readonly variant?: 'primary' | 'secondary';
}

/** Leads to the run form; when the workflow may not or cannot be run it says why instead. */
export function RunLink(props: RunLinkProps) {
  const { workflowId, name, problem, variant = 'secondary' } = props;
  const links = useLinks();
  const refusal = useRunRefusal(workflowId);
  const reason = problem ?? refusal;
  if (reason === undefined) {
    return (
      <ButtonLink
        size="small"
        variant={variant}
        iconStart={<RiPlayLine aria-hidden="true" />}
        href={links.run(workflowId)}
        aria-label={`Run ${name}`}
      >
        Run
      </ButtonLink>
    );
  }
  return (
    <TooltipTrigger delay={200}>
      <Button
        size="small"
        variant="secondary"
        aria-disabled="true"
        aria-label={`Run ${name}: not possible. ${reason}`}
        iconStart={<RiPlayLine aria-hidden="true" />}
      >
        Run
      </Button>
      <Tooltip>{reason}</Tooltip>
    </TooltipTrigger>
  );
}
