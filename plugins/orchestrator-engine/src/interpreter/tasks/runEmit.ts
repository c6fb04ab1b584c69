import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EmitTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { deterministicId } from '../deterministicId';
import { fill } from '../expressions';
import { asText, type JsonObject } from '../json';
import type { Routine } from '../routine';
import type { BodyResult, Run, TaskRun } from '../Run';
import { isoTime } from '../time';
import { standardError } from '../WorkflowError';
import { asOf } from '../waitingAt';
import { performOnly } from './performOnly';

/** The output is the event (DSL reference, "Emit"). */
export function* runEmit(
  task: EmitTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const { run, key, body } = taskRun;
  const event = asOf(run, body.from, () => filledEvent(task, taskRun));
  yield* performOnly('emit', taskRun, () => ({
    kind: 'emit',
    id: `${key}:emit`,
    taskKey: key,
    event,
  }));
  return { output: event as JsonObject };
}

function filledEvent({ event: template }: EmitTask, taskRun: TaskRun) {
  const { run, key, on } = taskRun;
  const attributes = Object.fromEntries(
    Object.entries(template)
      .map(([name, value]) => [name, fill(value, on)] as const)
      .filter(([name, value]) => value !== null || name === 'data'),
  );
  return eventOf(attributes, run, key);
}

/**
 * The event with its defaults: emitting it again, after a crash, emits the same event.
 *
 * @throws {@link WorkflowError} of kind `validation` without a type
 */
function eventOf(
  { type, id, source, time, ...others }: JsonObject,
  { definition, start, now }: Run,
  key: string,
): CloudEvent {
  const { namespace, name, version } = definition.document;
  if (typeof type !== 'string' || type === '') {
    throw standardError('validation', 'The event to emit has no type');
  }
  return {
    ...others,
    specversion: '1.0',
    id: asText(id ?? deterministicId(`${start.instanceId}${key}`)),
    source: asText(source ?? `/${namespace}/${name}/${version}`),
    type,
    time: asText(time ?? isoTime(now)),
  };
}
