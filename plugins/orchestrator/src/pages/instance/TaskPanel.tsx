import { ButtonIcon, Flex, Link, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type {
  InstanceState,
  Payload,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useEffect, useRef } from 'react';
import useKey from 'react-use/esm/useKey';
import { StatusLabel } from '../../components/status/StatusLabel';
import { ElapsedTime } from '../../components/time/ElapsedTime';
import { RelativeTime } from '../../components/time/RelativeTime';
import surface from '../../components/layout/surface.module.css';
import { Facts } from '../../components/layout/Facts';
import { TaskActs } from './acts/TaskActs';
import { AttemptNote } from './AttemptNote';
import { PayloadView } from './PayloadView';
import { RetryList } from './RetryList';
import { TaskError } from './TaskError';
import { taskLabel } from './taskLabel';
import styles from './TaskPanel.module.css';
import { useInstanceSearch } from './useInstanceSearch';

/** Props of {@link TaskPanel}. */
export interface TaskPanelProps {
  readonly state: InstanceState;
  readonly task: TaskState;
  readonly isLive: boolean;
  readonly onClose: () => void;
}

/** All that is known of one execution of a task, beside the list. Takes the focus; Escape closes it. */
export function TaskPanel(props: TaskPanelProps) {
  const { state, task, isLive, onClose } = props;
  const instanceId = state.id;
  const { hrefOf } = useInstanceSearch();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(returnFocus, []);
  useEffect(() => heading.current?.focus(), [task.key]);
  useKey('Escape', onClose, {}, [onClose]);
  return (
    <aside
      className={`${surface.surface} ${styles.panel}`}
      aria-label={`Task ${taskLabel(task)}`}
    >
      <Flex justify="between" align="center" gap="3">
        <Text
          as="h3"
          ref={heading}
          tabIndex={-1}
          variant="title-x-small"
          weight="bold"
        >
          {taskLabel(task)}
        </Text>
        <ButtonIcon
          aria-label="Close task"
          variant="tertiary"
          size="small"
          icon={<RiCloseLine />}
          onPress={onClose}
        />
      </Flex>
      <Facts facts={factsOf(task, isLive)} />
      <TaskActs state={state} task={task} />
      <Link href={hrefOf({ tab: 'log', task: task.key })}>
        Log of this task
      </Link>
      {task.error && <TaskError error={task.error} />}
      <RetryList retries={task.retries} leftOut={task.retriesLeftOut} />
      <PayloadPart title="Input" instanceId={instanceId} payload={task.input} />
      <PayloadPart
        title="Output"
        instanceId={instanceId}
        payload={task.output}
      />
    </aside>
  );
}

/** Remembers what has the focus; the way back gives it to it again. */
function returnFocus() {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement) before.focus();
  };
}

function factsOf(task: TaskState, isLive: boolean) {
  const { startedAt, endedAt, call } = task;
  const isTried = task.retries.length > 0 || task.waitingUntil !== undefined;
  return [
    { label: 'Status', value: <StatusLabel status={task.status} /> },
    { label: 'Kind', value: task.kind },
    { label: 'Called', value: call?.target },
    { label: 'Answer', value: call?.status && `HTTP ${call.status}` },
    { label: 'Started', value: startedAt && <RelativeTime time={startedAt} /> },
    {
      label: 'Took',
      value: startedAt && (
        <ElapsedTime start={startedAt} end={endedAt} isLive={isLive} />
      ),
    },
    { label: 'Attempts', value: isTried && <AttemptNote task={task} /> },
    { label: 'Where', value: <code>{task.key}</code> },
  ].map(({ label, value }) => ({ label, value: value || undefined }));
}

interface PayloadPartProps {
  readonly title: string;
  readonly instanceId: string;
  readonly payload?: Payload;
}

function PayloadPart({ title, instanceId, payload }: PayloadPartProps) {
  if (!payload) return null;
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" weight="bold">
        {title}
      </Text>
      <PayloadView instanceId={instanceId} payload={payload} />
    </Flex>
  );
}
