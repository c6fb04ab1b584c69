import { RiPauseLine, RiPlayLine, RiStopCircleLine } from '@remixicon/react';
import {
  isTerminal,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useActs } from '../../../api/useActs';
import { PlainActButton } from '../../../components/acts/PlainActButton';
import { useActRefusal } from '../../../components/acts/useActRefusal';
import { RerunButton } from './RerunButton';
import { RetryButton } from './RetryButton';

/** Props of {@link InstanceActs}. */
export interface InstanceActsProps {
  readonly state: InstanceState;
}

/** What can be done with a run as it stands. */
export function InstanceActs({ state }: InstanceActsProps) {
  const hasEnded = isTerminal(state.status);
  return (
    <>
      <RetryButton state={state} variant="primary" />
      {hasEnded && <RerunButton state={state} />}
      {state.status === 'suspended' && <ResumeButton state={state} />}
      {!hasEnded && state.status !== 'suspended' && (
        <PauseButton state={state} />
      )}
      {!hasEnded && <CancelButton state={state} />}
    </>
  );
}

function PauseButton({ state }: InstanceActsProps) {
  return (
    <PlainActButton
      label="Pause"
      icon={<RiPauseLine aria-hidden="true" />}
      refusal={useActRefusal(state)}
      title="Pause this run?"
      confirmLabel="Pause run"
      keepLabel="Keep running"
      failure="The run could not be paused"
      act={useActs(state.id).suspend}
      consequence="No further task begins until the run is resumed. A call in flight is finished and recorded; time limits stand still meanwhile."
    />
  );
}

function ResumeButton({ state }: InstanceActsProps) {
  return (
    <PlainActButton
      label="Resume"
      variant="primary"
      icon={<RiPlayLine aria-hidden="true" />}
      refusal={useActRefusal(state)}
      title="Resume this run?"
      confirmLabel="Resume run"
      failure="The run could not be resumed"
      act={useActs(state.id).resume}
      consequence="It goes on where it stood."
    />
  );
}

function CancelButton({ state }: InstanceActsProps) {
  return (
    <PlainActButton
      label="Cancel"
      isDestructive
      icon={<RiStopCircleLine aria-hidden="true" />}
      refusal={useActRefusal(state)}
      title="Cancel this run?"
      confirmLabel="Cancel run"
      keepLabel="Keep running"
      failure="The run could not be cancelled"
      act={useActs(state.id).cancel}
      consequence="What it waits for is dropped, a call in flight is interrupted, and nothing new begins. What it has already done is not undone, and the run cannot be continued."
    />
  );
}
