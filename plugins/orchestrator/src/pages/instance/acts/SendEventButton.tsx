import { Text, TextAreaField, TextField } from '@backstage/ui';
import { RiMailSendLine } from '@remixicon/react';
import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo, useState } from 'react';
import { useActs } from '../../../api/useActs';
import { useAwaitedTypes } from '../../../api/queries';
import { ActButton } from '../../../components/acts/ActButton';
import { useActRefusal } from '../../../components/acts/useActRefusal';
import { parseJson } from '../../../components/form/parseJson';

/** Props of {@link SendEventButton}. */
export interface SendEventButtonProps {
  readonly state: InstanceState;
  /** The task that waits. */
  readonly task: TaskState;
  readonly onSent: () => void;
}

/** Sends an event to a run that waits for one, of the type that it waits for. */
export function SendEventButton(props: SendEventButtonProps) {
  const { state, task, onSent } = props;
  const awaited = useAwaitedTypes(state.id, task.key);
  const [written, setType] = useState<string>();
  const [text, setText] = useState('{}');
  const type = written ?? awaited.data?.[0] ?? '';
  const data = useMemo(() => parseJson(text), [text]);
  const request = useMemo(() => ({ type, data: data ?? null }), [type, data]);
  return (
    <ActButton
      label="Send event"
      icon={<RiMailSendLine aria-hidden="true" />}
      refusal={useActRefusal(state)}
      title={`Send an event to ${task.name}?`}
      confirmLabel="Send event"
      failure="The event could not be sent"
      hasReason={false}
      isReady={type !== '' && data !== undefined}
      request={request}
      act={useActs(state.id).sendEvent}
      onTaken={onSent}
    >
      <Text as="p">
        This run alone gets it. It goes on when the event is what it waits for.
      </Text>
      <TextField label="Type" value={type} onChange={setType} />
      <TextAreaField
        label="Data"
        description={data === undefined ? 'This is not JSON' : 'Any JSON'}
        isInvalid={data === undefined}
        rows={5}
        value={text}
        onChange={setText}
        style={{ fontFamily: 'var(--bui-font-monospace)' }}
      />
    </ActButton>
  );
}
