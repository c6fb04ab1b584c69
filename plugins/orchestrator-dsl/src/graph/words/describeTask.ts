import { assertNever } from '../../assertNever';
import type {
  ForTask,
  RunTask,
  SetTask,
  Task,
} from '../../language/WorkflowDefinition';
import { describeCall } from './describeCall';
import { describeDuration } from './describeDuration';
import { describeEvents } from './describeEvents';
import { oneLine, templateText } from './oneLine';

/** What a task does, in one line. */
export function describeTask(task: Task): string {
  return oneLine(sentence(task));
}

function sentence(task: Task): string {
  switch (task.kind) {
    case 'do':
      return counted(task.do.length, 'task');
    case 'set':
      return describeSet(task);
    case 'call':
      return describeCall(task);
    case 'switch':
      return counted(task.switch.length, 'case');
    case 'for':
      return describeFor(task);
    case 'fork':
      return `${counted(task.branches.length, 'branch', 'branches')}${
        task.compete ? ', the first to end wins' : ''
      }`;
    case 'wait':
      return `wait ${describeDuration(task.wait)}`;
    case 'raise':
      return `raise ${templateText(task.error.title ?? task.error.type)}`;
    case 'try':
      return counted(task.try.length, 'task');
    case 'emit':
      return `emit ${templateText(task.event.type ?? 'an event')}`;
    case 'listen':
      return `until ${describeEvents(task.to)}`;
    case 'run':
      return describeProcess(task);
    default:
      return assertNever(task, 'task');
  }
}

function describeFor({ for: { each, in: list }, while: goesOn }: ForTask) {
  const rounds = `each ${each} in ${templateText(list)}`;
  return goesOn === undefined ? rounds : `${rounds}, while ${goesOn}`;
}

function describeSet({ set }: SetTask): string {
  const isObject =
    typeof set === 'object' && set !== null && !Array.isArray(set);
  return `set ${isObject ? Object.keys(set).join(', ') : templateText(set)}`;
}

function describeProcess({ process }: RunTask): string {
  switch (process.kind) {
    case 'workflow':
      return `run ${templateText(process.namespace)}.${templateText(
        process.name,
      )}`;
    case 'script':
      return `run a ${process.language} script`;
    case 'shell':
      return `run ${templateText(process.command)}`;
    default:
      return `run ${templateText(process.image)}`;
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
