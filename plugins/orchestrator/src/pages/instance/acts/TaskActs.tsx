import { Flex, Text, TextAreaField } from '@backstage/ui';
import {
  RiCheckLine,
  RiCloseLine,
  RiRestartLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo, useState } from 'react';
import { useActs } from '../../../api/useActs';
import { ActButton } from '../../../components/acts/ActButton';
import { PlainActButton } from '../../../components/acts/PlainActButton';
import { parseJson } from '../../../components/form/parseJson';
import { useActRefusal } from '../../../components/acts/useActRefusal';
import { retryPoints } from '../retryPoints';
import { RetryButton } from './RetryButton';

/** Props of {@link TaskActs}. */
export interface TaskActsProps {
  readonly state: InstanceState;
  readonly task: TaskState;
}

/** What can be done with one task: with one that has failed for good, and with one that waits. Nothing for others. */
export function TaskActs({ state, task }: TaskActsProps) {
  const canAct = isActable(task);
  const isPoint = retryPoints(state).some(({ ref }) => ref === task.ref);
  if (!canAct && !isPoint) return null;
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      {canAct && <TaskDecisions state={state} task={task} />}
      {!canAct && (
        <RetryButton
          key={task.ref}
          state={state}
          from={task.ref}
          label="Retry from here"
        />
      )}
    </Flex>
  );
}

function isActable({ status, canRetry }: TaskState): boolean {
  return canRetry === true || status === 'waiting' || status === 'retrying';
}

function TaskDecisions({ state, task }: TaskActsProps) {
  const acts = useActs(state.id);
  const refusal = useActRefusal(state);
  const common = { refusal, keepLabel: 'Back' };
  const { key, name } = task;
  return (
    <>
      {task.status !== 'waiting' && (
        <PlainActButton
          {...common}
          label={task.canRetry ? 'Retry' : 'Try now'}
          icon={<RiRestartLine aria-hidden="true" />}
          title={`Run ${name} again?`}
          confirmLabel="Run again"
          failure={`${name} could not be run again`}
          act={terms => acts.retryTask(key, terms)}
          consequence="It begins at once, with the input that it had. What it has done outside of the run is not undone before."
        />
      )}
      <PlainActButton
        {...common}
        label="Skip"
        icon={<RiSkipForwardLine aria-hidden="true" />}
        title={`Skip ${name}?`}
        confirmLabel="Skip task"
        failure={`${name} could not be skipped`}
        act={terms => acts.skipTask(key, terms)}
        consequence="Its output is its input, and the run goes on after it."
      />
      <CompleteButton state={state} task={task} />
      <PlainActButton
        {...common}
        isDestructive
        label="Let fail"
        icon={<RiCloseLine aria-hidden="true" />}
        title={`Let ${name} fail?`}
        confirmLabel="Let it fail"
        failure={`${name} could not be ended`}
        act={terms => acts.failTask(key, terms)}
        consequence="It ends with an error, and what the definition says for that is done. Where it says nothing, the run fails for good."
      />
    </>
  );
}

function CompleteButton({ state, task }: TaskActsProps) {
  const [text, setText] = useState('{}');
  const output = useMemo(() => parseJson(text), [text]);
  const acts = useActs(state.id);
  const request = useMemo(() => ({ output: output ?? null }), [output]);
  return (
    <ActButton
      label="Complete"
      icon={<RiCheckLine aria-hidden="true" />}
      refusal={useActRefusal(state)}
      title={`Complete ${task.name} by hand?`}
      confirmLabel="Complete task"
      failure={`${task.name} could not be completed`}
      isReady={output !== undefined}
      request={request}
      act={terms => acts.completeTask(task.key, terms)}
    >
      <Text as="p">
        It ends with this output, and the run goes on after it.
      </Text>
      <TextAreaField
        label="Output"
        description={output === undefined ? 'This is not JSON' : 'Any JSON'}
        isInvalid={output === undefined}
        rows={4}
        value={text}
        onChange={setText}
        style={{ fontFamily: 'var(--bui-font-monospace)' }}
      />
    </ActButton>
  );
}
