import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonSchema } from '../Json';

/**
 * The schema is no valid JSON Schema.
 *
 * @public
 */
export class InvalidSchemaError extends Error {
  readonly name = 'InvalidSchemaError';
  readonly code = 'INVALID_SCHEMA';

  /** @param pointer - of the faulty part inside the schema */
  constructor(message: string, readonly pointer: string) {
    super(message);
  }
}

const OPTIONS = {
  allErrors: true,
  strict: false,
  verbose: true,
  addUsedSchema: false,
  logger: false,
} as const;

const dialects = new Map<string, Ajv>();

const DIALECTS: { readonly [uri: string]: () => Ajv } = {
  'https://json-schema.org/draft/2020-12/schema': () => new Ajv2020(OPTIONS),
  'http://json-schema.org/draft-07/schema': () => new Ajv(OPTIONS),
};

const DEFAULT_DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Texts come from definitions and are few; the limit is against endless validation of new ones. */
const MAX_CACHED = 500;

const byObject = new WeakMap<object, ValidateFunction>();
const byText = new Map<string, ValidateFunction>();

/**
 * Compiles a schema of draft 2020-12, or of draft-07 when its `$schema` says so.
 *
 * Compiling takes longer than reading all the rest of a definition: what an editor reads at every key press is compiled
 * once for all schemas of the same text.
 *
 * @throws {@link InvalidSchemaError}
 * @internal
 */
export function compileSchema(schema: JsonSchema): ValidateFunction {
  if (typeof schema === 'boolean') return compile(schema);
  const known = byObject.get(schema);
  if (known) return known;
  const validate = compileText(schema);
  byObject.set(schema, validate);
  return validate;
}

function compileText(schema: JsonSchema): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = byText.get(text);
  if (known) return known;
  const validate = compile(schema);
  if (byText.size >= MAX_CACHED) byText.clear();
  byText.set(text, validate);
  return validate;
}

function compile(schema: JsonSchema): ValidateFunction {
  const ajv = dialectOf(schema);
  if (!ajv.validateSchema(schema)) {
    throw firstSchemaError(ajv.errors ?? []);
  }
  try {
    return ajv.compile(schema);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new InvalidSchemaError(error.message, '');
  } finally {
    // Ajv would keep every schema for ever.
    if (typeof schema === 'object') ajv.removeSchema(schema);
  }
}

function dialectOf(schema: JsonSchema): Ajv {
  const declared = typeof schema === 'object' ? schema.$schema : undefined;
  const uri = String(declared ?? DEFAULT_DIALECT).replace(/#$/, '');
  const known = dialects.get(uri);
  if (known) return known;
  if (!Object.hasOwn(DIALECTS, uri)) {
    const choices = Object.keys(DIALECTS).join(' and ');
    throw new InvalidSchemaError(
      `the dialect \`${uri}\` is not supported; there are ${choices}`,
      '/$schema',
    );
  }
  const ajv = DIALECTS[uri]();
  addFormats(ajv);
  dialects.set(uri, ajv);
  return ajv;
}

/** The deepest one is nearest to the fault; the others say that what holds it is faulty too. */
function firstSchemaError(errors: readonly ErrorObject[]): InvalidSchemaError {
  const depth = ({ instancePath }: ErrorObject) =>
    instancePath.split('/').length;
  const [fault] = [...errors].sort((a, b) => depth(b) - depth(a));
  const allowed = fault?.params.allowedValues;
  const choices = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  return new InvalidSchemaError(
    `${fault?.message ?? 'is not a JSON Schema'}${choices}`,
    fault?.instancePath ?? '',
  );
}
