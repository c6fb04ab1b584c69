import type {
  Json,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { ServiceError } from '../ServiceError';

/** A definition that consists of one task of another one. */
export interface TaskAlone {
  /** JSON text. */
  readonly text: string;
  /** The pointer in the whole definition for one in this one. */
  readonly pointerOf: (ref: string) => string;
}

/**
 * Takes one task out of a definition, with what the definition holds for all tasks.
 *
 * Where the flow goes after it is left out: there is nowhere to go.
 *
 * @throws {@link ServiceError} `TASK_NOT_FOUND`
 */
export function taskAlone(
  { id, raw }: WorkflowDefinition,
  taskRef: string,
): TaskAlone {
  const name = unescaped(taskRef.slice(taskRef.lastIndexOf('/') + 1));
  const task = valueAt(raw, taskRef);
  if (!isObject(task) || !isObject(raw) || !isTaskPointer(taskRef)) {
    throw new ServiceError(
      'TASK_NOT_FOUND',
      `The workflow "${id}" has no task "${taskRef}"`,
    );
  }
  const { then: _then, ...rest } = task;
  const { document, use } = raw;
  const alone = `/do/0/${escaped(name)}`;
  return {
    text: JSON.stringify({
      document,
      ...(use !== undefined && { use }),
      do: [{ [name]: rest }],
    }),
    pointerOf: ref =>
      ref === alone || ref.startsWith(`${alone}/`)
        ? `${taskRef}${ref.slice(alone.length)}`
        : ref,
  };
}

/** Tasks stand in lists: `…/<index>/<name>`. */
function isTaskPointer(pointer: string): boolean {
  return /^\/.*\/\d+\/[^/]+$/.test(pointer);
}

function valueAt(root: Json, pointer: string): Json | undefined {
  return pointer
    .split('/')
    .slice(1)
    .map(unescaped)
    .reduce<Json | undefined>(memberOf, root);
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(
  value: Json | undefined,
): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
