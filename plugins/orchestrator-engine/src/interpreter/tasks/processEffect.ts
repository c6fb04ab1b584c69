import type {
  Process,
  RunTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { millisecondsOf } from '../durations';
import type {
  ContainerEffect,
  ProcessEffectBase,
  ScriptEffect,
  ShellEffect,
} from '../effects';
import {
  fillObject,
  fillOptionalText,
  fillText,
  fillTextMap,
  fillTexts,
} from '../fillAs';
import { resourceOf } from '../resources';
import type { Evaluation, TaskRun } from '../Run';

type LocalProcess = Exclude<Process, { kind: 'workflow' }>;

/** What a script, a shell command or a container is run with (DSL reference, "Run"). */
export function processEffect(
  process: LocalProcess,
  task: RunTask,
  { key, on }: TaskRun,
): ScriptEffect | ShellEffect | ContainerEffect {
  const base: ProcessEffectBase = {
    id: `${key}:run`,
    taskKey: key,
    stdin: fillOptionalText(process.stdin, on),
    arguments: fillTexts(process.arguments, on, 'arguments'),
    environment: fillTextMap(process.environment, on, 'environment'),
    return: task.return,
    ...(!task.await && { isDetached: true }),
  };
  switch (process.kind) {
    case 'script':
      return { ...base, ...scriptOf(process, on) };
    case 'shell':
      return {
        ...base,
        kind: 'shell',
        command: fillText(process.command, on, 'command'),
      };
    default:
      return { ...base, ...containerOf(process, on) };
  }
}

function scriptOf(
  { language, code = '', source }: Extract<Process, { kind: 'script' }>,
  on: Evaluation,
): Pick<ScriptEffect, 'kind' | 'language' | 'code'> {
  return {
    kind: 'script',
    language,
    code: source ? resourceOf(source, on) : code,
  };
}

function containerOf(
  process: Extract<Process, { kind: 'container' }>,
  on: Evaluation,
): Omit<ContainerEffect, keyof ProcessEffectBase> {
  const { lifetime, pullPolicy } = process;
  return {
    kind: 'container',
    image: fillText(process.image, on, 'image'),
    name: fillOptionalText(process.name, on),
    command: fillOptionalText(process.command, on),
    ports: fillObject(process.ports, on, 'ports'),
    volumes: fillObject(process.volumes, on, 'volumes'),
    pullPolicy,
    ...(lifetime && {
      lifetime: {
        cleanup: lifetime.cleanup,
        ...(lifetime.after && { afterMs: millisecondsOf(lifetime.after, on) }),
      },
    }),
  };
}
