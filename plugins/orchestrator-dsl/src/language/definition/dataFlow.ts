import type { ExternalResource } from './Authentication';
import type { JsonSchema, Template } from './values';

/** What a value must fit: at most one of the two is there. @public */
export interface SchemaDefinition {
  readonly schema?: JsonSchema;
  /** Where the schema is; it is fetched when it is first needed, and the instance stays with what it got. */
  readonly schemaResource?: ExternalResource;
}

/** `input` of a workflow or task. @public */
export interface InputDefinition extends SchemaDefinition {
  /** Text is an {@link Expression}, an object a {@link Template}. */
  readonly from?: Template;
}

/** `output` of a workflow or task. @public */
export interface OutputDefinition extends SchemaDefinition {
  /** Text is an {@link Expression}, an object a {@link Template}. */
  readonly as?: Template;
}

/** `export` of a task: replaces `$context`. @public */
export interface ExportDefinition extends SchemaDefinition {
  /** Text is an {@link Expression}, an object a {@link Template}. */
  readonly as?: Template;
}
