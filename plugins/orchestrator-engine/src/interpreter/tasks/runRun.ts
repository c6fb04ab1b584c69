import type {
  Json,
  Process,
  ProcessReturn,
  RunTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from '../expressions';
import { fillText } from '../fillAs';
import type { ChildEffect } from '../effects';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { performOnly } from './performOnly';
import { processEffect } from './processEffect';

/** A process that nobody waits for gives the task's input (DSL reference, "Run"). */
export function* runRun(task: RunTask, taskRun: TaskRun): Routine<BodyResult> {
  const { process } = task;
  if (process.kind === 'workflow') {
    return yield* runChild(process, task, taskRun);
  }
  const value = yield* performOnly('run', taskRun, () =>
    processEffect(process, task, taskRun),
  );
  return { output: task.await ? value : taskRun.input };
}

function* runChild(
  process: WorkflowProcess,
  task: RunTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const output = yield* performOnly('run', taskRun, () =>
    childEffect(process, task, taskRun),
  );
  return {
    output: task.await ? returned(output, task.return) : taskRun.input,
  };
}

type WorkflowProcess = Extract<Process, { kind: 'workflow' }>;

function childEffect(
  process: WorkflowProcess,
  task: RunTask,
  { key, on, input }: TaskRun,
): ChildEffect {
  const namespace = fillText(process.namespace, on, 'namespace');
  const name = fillText(process.name, on, 'name');
  return {
    kind: 'child',
    id: `${key}:child`,
    taskKey: key,
    workflowId: namespace === 'default' ? name : `${namespace}.${name}`,
    version: fillText(process.version, on, 'version'),
    input: process.input === undefined ? input : fill(process.input, on),
    isAwaited: task.await,
  };
}

/** A workflow that has completed is like a process that has: code 0, and its output as what it has written. */
function returned(output: Json, form: ProcessReturn): Json {
  const result = { code: 0, stdout: output, stderr: '' };
  if (form === 'none') return null;
  return form === 'all' ? result : result[form];
}
