/** What surrounds a task's, an item's or the workflow's values: schemas and filters (DSL, "Data flow"). */
import {
  InvalidSchemaError,
  validateValue,
  type ExportDefinition,
  type Json,
  type JsonSchema,
  type OutputDefinition,
  type SchemaDefinition,
  type Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { transform } from './expressions';
import { fetchDocument } from './fetchDocument';
import { isObject } from './json';
import { requireSize } from './requireSize';
import type { Routine } from './routine';
import type { Evaluation } from './Run';
import { standardError } from './WorkflowError';

/** The value of `from` or `as`; without one, the value that it is evaluated on. */
export function transformed(
  filter: Template | undefined,
  on: Evaluation,
): Json {
  return filter === undefined ? on.input : transform(filter, on);
}

/**
 * The output after `as`, valid by its schema.
 *
 * @param on - its input is the raw output
 * @param taskKey - of the task that it belongs to, as in all functions here; absent for the whole workflow
 */
export function* outputOf(
  output: OutputDefinition | undefined,
  on: Evaluation,
  taskKey?: string,
): Routine<Json> {
  const value = transformed(output?.as, on);
  requireSize(value, 'output', on.run);
  yield* requireValid(output, { ...on, input: value }, 'output', taskKey);
  return value;
}

/** Makes what `export` gives the run's `$context`. @param on - its input is the output after `as` */
export function* exportTo(
  definition: ExportDefinition | undefined,
  on: Evaluation,
  taskKey?: string,
): Routine<void> {
  if (definition?.as === undefined) return;
  const { run, input: output, variables } = on;
  const context = transform(definition.as, {
    ...on,
    variables: { ...variables, output },
  });
  requireSize(context, 'context', run);
  yield* requireValid(definition, { ...on, input: context }, 'export', taskKey);
  run.context = context;
}

/**
 * Checks a value against a schema of the definition, fetching it when it is elsewhere.
 *
 * @param on - its input is the value
 * @throws {@link WorkflowError} of kind `validation`, naming each faulty member; of kind `configuration` when what was fetched
 *   is no schema
 */
export function* requireValid(
  definition: SchemaDefinition | undefined,
  on: Evaluation,
  what: string,
  taskKey?: string,
): Routine<void> {
  const schema = yield* schemaOf(definition, on, { what, taskKey });
  if (schema === undefined) return;
  const faults = validateValue(schema, on.input);
  if (faults.length === 0) return;
  const list = faults.map(
    fault => `${fault.pointer || what}: ${fault.message}`,
  );
  throw standardError('validation', `Invalid ${what}: ${list.join('; ')}`);
}

function* schemaOf(
  { schema, schemaResource }: SchemaDefinition = {},
  on: Evaluation,
  { what, taskKey }: { readonly what: string; readonly taskKey?: string },
): Routine<JsonSchema | undefined> {
  if (!schemaResource) return schema;
  const { uri, document } = yield* fetchDocument(schemaResource, on, {
    id: `${taskKey ?? ''}:${what}-schema`,
    taskKey,
  });
  return requireSchema(document, uri);
}

/** @throws {@link WorkflowError} of kind `configuration` */
function requireSchema(document: Json, uri: string): JsonSchema {
  if (!isObject(document) && typeof document !== 'boolean') {
    throw standardError(
      'configuration',
      `There is no JSON Schema at ${uri}: it must be an object`,
    );
  }
  try {
    validateValue(document, null);
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    throw standardError(
      'configuration',
      `The JSON Schema at ${uri} is not valid: ${error.message}`,
    );
  }
  return document;
}
