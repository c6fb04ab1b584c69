import type { Task } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../../assertNever';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runCall } from './runCall';
import { runDo } from './runDo';
import { runEmit } from './runEmit';
import { runExtended } from './runExtended';
import { runFor } from './runFor';
import { runFork } from './runFork';
import { runListen } from './runListen';
import { runRaise } from './runRaise';
import { runRun } from './runRun';
import { runSet } from './runSet';
import { runSwitch } from './runSwitch';
import { runTry } from './runTry';
import { runWait } from './runWait';

/** Runs what is particular to the task's kind, and the extensions around it. */
export function runBody(task: Task, taskRun: TaskRun): Routine<BodyResult> {
  return runExtended(task, taskRun, inner => runKind(task, inner));
}

function runKind(task: Task, taskRun: TaskRun): Routine<BodyResult> {
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
      return runEmit(task, taskRun);
    case 'listen':
      return runListen(task, taskRun);
    case 'run':
      return runRun(task, taskRun);
    default:
      return assertNever(task, 'task');
  }
}
