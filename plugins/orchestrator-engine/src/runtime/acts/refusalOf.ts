import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import { assertNever } from '../../assertNever';
import { isDecidable } from '../../interpreter/decisions';
import type { Asked, Effect } from '../../interpreter/DurableHost';
import type { Signal } from '../../store/InstanceStore';
import type { TaskAction } from '../../TaskAction';

/** Where an instance stands when somebody asks something of it. */
export interface Standing {
  readonly status: InstanceStatus;
  /** The effects that a task waits for. */
  ofTask(taskKey: string): readonly Effect[];
  /** Whether the task, or one inside it, asks people: then nobody can leave it out or give its output. */
  asksPeople(taskKey: string): boolean;
}

/** What the status of an instance will be once it has taken up what it has already been told. */
export function statusAfter(
  status: InstanceStatus,
  signals: readonly Pick<Signal, 'kind'>[],
): InstanceStatus {
  return signals.reduce((now, { kind }) => {
    if (kind === 'suspend' && now !== 'failed') return 'suspended';
    const goesOn =
      (kind === 'resume' && now === 'suspended') ||
      (kind === 'retry' && now === 'failed');
    return goesOn ? 'running' : now;
  }, status);
}

/** Why an instance cannot do what is asked for; `undefined` when it can. */
export function refusalOf(act: Asked, at: Standing): string | undefined {
  const { status } = at;
  switch (act.kind) {
    case 'cancel':
      return undefined;
    case 'suspend':
      return status === 'suspended' || status === 'failed'
        ? `${told(status)}; only what runs can be suspended`
        : undefined;
    case 'resume':
      return status === 'suspended'
        ? undefined
        : `${told(status)}; only what is suspended can be resumed`;
    case 'retry':
      return status === 'failed'
        ? undefined
        : `${told(status)}; only what has failed can be retried`;
    case 'act':
      return refusalToDecide(act, at);
    default:
      return assertNever(act, 'act');
  }
}

/** The status as a sentence. */
function told(status: InstanceStatus): string {
  return status === 'failed' || status === 'completed'
    ? `It has ${status}`
    : `It is ${status}`;
}

function refusalToDecide(
  {
    taskKey,
    action,
  }: { readonly taskKey: string; readonly action: TaskAction },
  at: Standing,
): string | undefined {
  const waitsFor = at.ofTask(taskKey).find(isDecidable);
  if (!waitsFor) {
    return `The task ${taskKey} neither waits nor has failed; only what waits, runs a call, or stands failed can be decided on`;
  }
  if (answersFor(action) && at.asksPeople(taskKey)) {
    return `The task ${taskKey} asks for an approval: nobody but its approvers can decide it. It can be failed, and retried once it has failed`;
  }
  const isRepeatable =
    waitsFor.kind === 'gate' ||
    (waitsFor.kind === 'timer' && waitsFor.purpose === 'backoff');
  return action.kind === 'retry' && !isRepeatable
    ? `The task ${taskKey} has not failed; it can be skipped, completed or failed`
    : undefined;
}

/** Whether the task goes on as if it had been carried out: what it would ask people is decided in their place. */
export function answersFor({ kind }: TaskAction): boolean {
  return kind === 'skip' || kind === 'complete';
}
