import type {
  CallTask,
  Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { standardError } from '../WorkflowError';
import { runCallHttp } from './runCallHttp';
import { runDo } from './runDo';
import { runFor } from './runFor';
import { runFork } from './runFork';
import { runRaise } from './runRaise';
import { runSet } from './runSet';
import { runSwitch } from './runSwitch';
import { runTry } from './runTry';
import { runWait } from './runWait';

/** Runs what is particular to the task's kind. */
export function runBody(task: Task, taskRun: TaskRun): Routine<BodyResult> {
  switch (task.kind) {
    case 'do':
      return runDo(task, taskRun);
    case 'set':
      return runSet(task, taskRun);
    case 'call':
      return runCall(task, taskRun);
    case 'switch':
      return runSwitch(task, taskRun);
    case 'for':
      return runFor(task, taskRun);
    case 'fork':
      return runFork(task, taskRun);
    case 'wait':
      return runWait(task, taskRun);
    case 'raise':
      return runRaise(task, taskRun);
    case 'try':
      return runTry(task, taskRun);
    case 'emit':
    case 'listen':
    case 'run':
      throw notYet(task);
    default:
      return assertNever(task);
  }
}

function runCall(task: CallTask, taskRun: TaskRun): Routine<BodyResult> {
  if (task.call !== 'http') throw notYet(task);
  return runCallHttp(task, taskRun);
}

function notYet({ kind }: Task): Error {
  return standardError('configuration', `${kind} is not supported yet`);
}

function assertNever(task: never): never {
  throw new Error(`Unknown task ${JSON.stringify(task)}`);
}
