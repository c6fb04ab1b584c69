import {
  ErrorSchemaBuilder,
  type ErrorSchema,
  type RJSFValidationError,
} from '@rjsf/utils';
import { validatorFor, type InputSchema } from './schemaValidator';

/** One thing that is wrong with one value of the form. */
export interface FieldProblem {
  /** Property names and array indices from the root of the input to the value; empty for the whole. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Reads a JSON pointer, as the API names a value, as a path. */
export function pathOfPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** The id that the form gives to the element of the value at this path. */
export function fieldId(path: readonly string[]): string {
  return ['root', ...path].join('_');
}

/** All that the schema finds wrong with the value, each fault once. */
export function findProblems(
  schema: InputSchema,
  value: unknown,
): readonly FieldProblem[] {
  const { errors } = validatorFor(schema).validateFormData(value, schema);
  const problems = errors.map(problemOfValidationError);
  return problems.filter(
    (problem, index) => problems.findIndex(isSame(problem)) === index,
  );
}

/** Problems in the shape in which the form shows them at their fields. */
export function errorSchemaOf(problems: readonly FieldProblem[]): ErrorSchema {
  const builder = new ErrorSchemaBuilder();
  for (const { path, message } of problems) {
    builder.addErrors(message, [...path]);
  }
  return builder.ErrorSchema;
}

/** The title that the schema gives to the value at this path, or its name. */
export function labelOf(schema: InputSchema, path: readonly string[]): string {
  const titles = path.map((key, index) => {
    const described = schemaAt(schema, path.slice(0, index + 1));
    const isItem = /^\d+$/.test(key);
    return described?.title ?? (isItem ? `item ${Number(key) + 1}` : key);
  });
  return titles.join(' › ');
}

function problemOfValidationError(error: RJSFValidationError): FieldProblem {
  return {
    path: (error.property ?? '').split('.').filter(part => part !== ''),
    message: validationMessage(error),
  };
}

function validationMessage({ name, params, message }: RJSFValidationError) {
  const isEmptyText = name === 'minLength' && params?.limit === 1;
  if (name === 'required' || isEmptyText) return 'is required';
  if (name === 'enum') return 'must be one of the listed values';
  return message ?? 'is not valid';
}

function isSame(a: FieldProblem) {
  return (b: FieldProblem) =>
    fieldId(a.path) === fieldId(b.path) && a.message === b.message;
}

function schemaAt(
  schema: InputSchema,
  path: readonly string[],
): InputSchema | undefined {
  return path.reduce<InputSchema | undefined>((parent, key) => {
    const child = parent?.properties?.[key] ?? parent?.items;
    return typeof child === 'object' && !Array.isArray(child)
      ? child
      : undefined;
  }, schema);
}
