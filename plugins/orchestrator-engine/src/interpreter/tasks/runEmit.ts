import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EmitTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { deterministicId } from '../deterministicId';
import { fill } from '../expressions';
import { asText, type JsonObject } from '../json';
import { perform, type Routine } from '../routine';
import type { BodyResult, Run, TaskRun } from '../Run';
import { isoTime } from '../time';
import { standardError } from '../WorkflowError';

/** The output is the event (DSL reference, "Emit"). */
export function* runEmit(
  { event: template }: EmitTask,
  { run, key, on }: TaskRun,
): Routine<BodyResult> {
  const attributes = Object.fromEntries(
    Object.entries(template)
      .map(([name, value]) => [name, fill(value, on)] as const)
      .filter(([name, value]) => value !== null || name === 'data'),
  );
  const event = eventOf(attributes, run, key);
  yield* perform({ kind: 'emit', id: `${key}:emit`, taskKey: key, event });
  return { output: event as JsonObject };
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
