import type { JsonSchema } from '../../Json';
import { AUTHENTICATION_SCHEMAS } from './authentication';
import { DATA_FLOW_SCHEMAS } from './dataFlow';
import type { Schema } from './elements';
import { ERROR_SCHEMAS } from './errors';
import { EVENT_SCHEMAS } from './events';
import { TASK_LIST_SCHEMAS, TASK_SCHEMAS } from './tasks';
import { VALUE_SCHEMAS } from './values';
import { WORKFLOW } from './workflow';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const DEFINITIONS: Schema = {
  ...VALUE_SCHEMAS,
  ...AUTHENTICATION_SCHEMAS,
  ...DATA_FLOW_SCHEMAS,
  ...ERROR_SCHEMAS,
  ...EVENT_SCHEMAS,
  ...TASK_LIST_SCHEMAS,
  ...TASK_SCHEMAS,
};

const whole = (schema: Schema): JsonSchema => ({
  $schema: DIALECT,
  ...schema,
  $defs: DEFINITIONS,
});

/** What a task can be; each kind of `call` is one of its own. @public */
export type TaskSchemaName =
  | 'callHttp'
  | 'callOpenApi'
  | 'callGrpc'
  | 'callAsyncApi'
  | 'callA2a'
  | 'callMcp'
  | 'callFunction'
  | 'do'
  | 'emit'
  | 'for'
  | 'fork'
  | 'listen'
  | 'raise'
  | 'run'
  | 'set'
  | 'switch'
  | 'try'
  | 'wait';

/**
 * The JSON Schema of a whole definition: what editors complete from. It describes structure alone; `parseWorkflow`
 * also checks names, references and expressions.
 *
 * @public
 */
export const workflowSchema: JsonSchema = whole(WORKFLOW);

/** The JSON Schema of each kind of task, whole in itself. @public */
export const taskSchemas: { readonly [name in TaskSchemaName]: JsonSchema } = {
  callHttp: whole(TASK_SCHEMAS.callHttp),
  callOpenApi: whole(TASK_SCHEMAS.callOpenApi),
  callGrpc: whole(TASK_SCHEMAS.callGrpc),
  callAsyncApi: whole(TASK_SCHEMAS.callAsyncApi),
  callA2a: whole(TASK_SCHEMAS.callA2a),
  callMcp: whole(TASK_SCHEMAS.callMcp),
  callFunction: whole(TASK_SCHEMAS.callFunction),
  do: whole(TASK_SCHEMAS.do),
  emit: whole(TASK_SCHEMAS.emit),
  for: whole(TASK_SCHEMAS.for),
  fork: whole(TASK_SCHEMAS.fork),
  listen: whole(TASK_SCHEMAS.listen),
  raise: whole(TASK_SCHEMAS.raise),
  run: whole(TASK_SCHEMAS.run),
  set: whole(TASK_SCHEMAS.set),
  switch: whole(TASK_SCHEMAS.switch),
  try: whole(TASK_SCHEMAS.try),
  wait: whole(TASK_SCHEMAS.wait),
};
