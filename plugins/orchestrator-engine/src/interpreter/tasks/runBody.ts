import type {
  FlowDirective,
  Json,
  Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Routine } from '../routine';
import type { TaskRun } from '../runTask';
import { runCallHttp } from './runCallHttp';
import { runDo } from './runDo';
import { runFor } from './runFor';
import { runFork } from './runFork';
import { runRaise } from './runRaise';
import { runSet } from './runSet';
import { runSwitch } from './runSwitch';
import { runTry } from './runTry';
import { runWait } from './runWait';

/** What the body of a task gives: its raw output and, where the kind decides it, where the flow goes. */
export interface BodyResult {
  readonly output: Json;
  readonly then?: FlowDirective;
}

/** Runs what is particular to the task's kind. */
export function runBody(task: Task, taskRun: TaskRun): Routine<BodyResult> {
  switch (task.kind) {
    case 'do':
      return runDo(task, taskRun);
    case 'set':
      return runSet(task, taskRun);
    case 'call':
      return runCallHttp(task, taskRun);
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
    default:
      return assertNever(task);
  }
}

function assertNever(task: never): never {
  throw new Error(`Unknown task ${JSON.stringify(task)}`);
}
