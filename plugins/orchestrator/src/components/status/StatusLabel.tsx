import type { TaskStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import { statusPresentation } from './statusPresentation';
import { ToneLabel } from './ToneLabel';

/** Props of {@link StatusLabel}. */
export interface StatusLabelProps {
  readonly status: TaskStatus;
}

/** A status as icon, text and colour. */
export function StatusLabel({ status }: StatusLabelProps) {
  return <ToneLabel status={status} look={statusPresentation[status]} />;
}
