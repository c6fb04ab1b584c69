import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import { isDecidable } from '../interpreter/decisions';
import type { Asked, Effect } from '../interpreter/DurableHost';
import type { TaskAction } from '../TaskAction';

/** Where an instance stands when somebody asks something of it. */
export interface Standing {
  readonly status: InstanceStatus;
  /** The effects that a task waits for. */
  ofTask(taskKey: string): readonly Effect[];
}

/** Why an instance cannot do what is asked for; `undefined` when it can. */
export function refusalOf(act: Asked, at: Standing): string | undefined {
  const { status } = at;
  switch (act.kind) {
    case 'cancel':
      return undefined;
    case 'suspend':
      return status === 'suspended' || status === 'failed'
        ? `It is ${status}; only what runs can be suspended`
        : undefined;
    case 'resume':
      return status === 'suspended'
        ? undefined
        : `It is ${status}; only what is suspended can be resumed`;
    case 'retry':
      return status === 'failed'
        ? undefined
        : `It is ${status}; only what has failed can be retried`;
    case 'act':
      return refusalToDecide(act, at.ofTask(act.taskKey));
    default:
      return assertNever(act);
  }
}

function refusalToDecide(
  {
    taskKey,
    action,
  }: { readonly taskKey: string; readonly action: TaskAction },
  effects: readonly Effect[],
): string | undefined {
  const waitsFor = effects.find(isDecidable);
  if (!waitsFor) {
    return `The task ${taskKey} neither waits nor has failed; only what waits, runs a call, or stands failed can be decided on`;
  }
  const isRepeatable =
    waitsFor.kind === 'gate' ||
    (waitsFor.kind === 'timer' && waitsFor.purpose === 'backoff');
  return action.kind === 'retry' && !isRepeatable
    ? `The task ${taskKey} has not failed; it can be skipped, completed or failed`
    : undefined;
}

function assertNever(act: never): never {
  throw new Error(`Unknown act ${JSON.stringify(act)}`);
}
