/**
 * Every kind of fault that parsing reports.
 *
 * - `YAML_SYNTAX`: the text is neither YAML nor JSON
 * - `LIMIT_EXCEEDED`: too large, too deep, too many tasks, or aliases that multiply
 * - `UNSUPPORTED`: legal in the language, but this deployment cannot do it
 * - `UNSUPPORTED_VERSION`: `document.dsl` is no version that is supported
 * - `MISSING_PROPERTY`, `UNKNOWN_PROPERTY`, `DUPLICATE_PROPERTY`, `WRONG_TYPE`, `INVALID_VALUE`: the shape is wrong
 * - `INVALID_NAME`, `INVALID_VERSION`, `INVALID_DURATION`, `INVALID_CRON`, `INVALID_PATTERN`,
 *   `INVALID_SCHEMA`, `EXPRESSION_SYNTAX`: a value is malformed
 * - `RESERVED_NAME`: the workflow's id is a path of the API
 * - `INVALID_TASK`: no task kind, several, or not exactly one name
 * - `DUPLICATE_TASK`, `DUPLICATE_NAME`, `DUPLICATE_DEFAULT`: two of what may be there once
 * - `UNKNOWN_TASK`, `UNKNOWN_FUNCTION`, `UNKNOWN_REFERENCE`: a name that is defined nowhere
 * - `UNREACHABLE_TASK`: a warning; no flow leads to the task
 *
 * @public
 */
export type ProblemCode =
  | 'YAML_SYNTAX'
  | 'LIMIT_EXCEEDED'
  | 'UNSUPPORTED'
  | 'UNSUPPORTED_VERSION'
  | 'MISSING_PROPERTY'
  | 'UNKNOWN_PROPERTY'
  | 'DUPLICATE_PROPERTY'
  | 'WRONG_TYPE'
  | 'INVALID_VALUE'
  | 'INVALID_NAME'
  | 'INVALID_VERSION'
  | 'INVALID_DURATION'
  | 'INVALID_CRON'
  | 'INVALID_PATTERN'
  | 'INVALID_SCHEMA'
  | 'EXPRESSION_SYNTAX'
  | 'RESERVED_NAME'
  | 'INVALID_TASK'
  | 'DUPLICATE_TASK'
  | 'DUPLICATE_NAME'
  | 'DUPLICATE_DEFAULT'
  | 'UNKNOWN_TASK'
  | 'UNKNOWN_FUNCTION'
  | 'UNKNOWN_REFERENCE'
  | 'UNREACHABLE_TASK';
