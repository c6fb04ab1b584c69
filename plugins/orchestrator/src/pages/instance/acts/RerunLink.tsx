import { ButtonLink } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { RefusedButton } from '../../../components/RefusedButton';
import { useActRefusal } from '../../../components/acts/useActRefusal';
import { useLinks } from '../../../useLinks';

/** Props of {@link RerunLink}. */
export interface RerunLinkProps {
  readonly state: InstanceState;
}

/** Leads to the run form, filled in as it was for this run. */
export function RerunLink({ state }: RerunLinkProps) {
  const links = useLinks();
  const refusal = useActRefusal(state);
  const icon = <RiPlayLine aria-hidden="true" />;
  if (refusal) {
    return <RefusedButton label="Run again" icon={icon} reason={refusal} />;
  }
  return (
    <ButtonLink
      size="small"
      variant="secondary"
      iconStart={icon}
      href={links.rerun(state.workflow.id, state.id)}
    >
      Run again
    </ButtonLink>
  );
}
