import { Flex, Select, Text } from '@backstage/ui';
import { RiRestartLine } from '@remixicon/react';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo, useState } from 'react';
import { useActs } from '../../../api/useActs';
import { ActButton } from '../../../components/acts/ActButton';
import { useActRefusal } from '../../../components/acts/useActRefusal';
import { retryPoints, retryScope } from '../retryPoints';

/** Props of {@link RetryButton}. */
export interface RetryButtonProps {
  readonly state: InstanceState;
  /** JSON pointer of the task that is chosen at first; without it, where the run has failed. */
  readonly from?: string;
  readonly label?: string;
  readonly variant?: 'primary' | 'secondary';
}

const WHERE_IT_FAILED = 'failed';

/** Lets a failed run go on: where it failed, or from an earlier task. Nothing when the run cannot go on. */
export function RetryButton(props: RetryButtonProps) {
  const { state, label = 'Retry', variant } = props;
  const [chosen, setChosen] = useState(props.from ?? WHERE_IT_FAILED);
  const acts = useActs(state.id);
  const refusal = useActRefusal(state);
  const from = chosen === WHERE_IT_FAILED ? undefined : chosen;
  const request = useMemo(() => ({ from }), [from]);
  if (state.status !== 'failed' || !state.canRetry) return null;
  return (
    <ActButton
      label={label}
      variant={variant}
      icon={<RiRestartLine aria-hidden="true" />}
      refusal={refusal}
      title="Retry this run?"
      confirmLabel="Retry"
      failure="The run could not be retried"
      request={request}
      act={acts.retry}
    >
      <Select
        label="Go on from"
        options={[
          { id: WHERE_IT_FAILED, label: `${gateNames(state)} (failed)` },
          ...retryPoints(state)
            .filter(({ ref }) => !isGate(state, ref))
            .map(({ ref, name }) => ({ id: ref, label: name })),
        ]}
        selectedKey={chosen}
        onSelectionChange={key => setChosen(String(key ?? WHERE_IT_FAILED))}
      />
      <Consequences state={state} from={from} />
    </ActButton>
  );
}

interface ConsequencesProps {
  readonly state: InstanceState;
  readonly from?: string;
}

function Consequences({ state, from }: ConsequencesProps) {
  if (from === undefined) {
    return (
      <Text as="p">
        {`${gateNames(state)} runs again, in the same run. What has completed
        is kept and not done again.`}
      </Text>
    );
  }
  const { again, kept } = retryScope(state, from);
  return (
    <Flex direction="column" gap="2">
      <Text as="p">{`Runs again: ${again.join(', ')}`}</Text>
      <Text as="p">{`Kept as it is: ${kept.join(', ') || 'nothing'}`}</Text>
      <Text as="p" color="secondary">
        What these tasks have done outside of the run is not undone before.
      </Text>
    </Flex>
  );
}

function gateNames({ tasks }: InstanceState): string {
  const names = tasks.filter(task => task.canRetry).map(({ name }) => name);
  return [...new Set(names)].join(', ') || 'The task';
}

function isGate({ tasks }: InstanceState, wanted: string): boolean {
  return tasks.some(({ ref, canRetry }) => canRetry && ref === wanted);
}
