import type { JsonSchema, TaskKind } from '../language/WorkflowDefinition';
import type { TaskText } from '../editing/TaskEdit';

/** What a new task can be: a kind of the language, or a function that the deployment offers. @public */
export interface TaskTemplate {
  /** Unique among the templates: `call-http`, `function:log`. */
  readonly id: string;
  readonly kind: TaskKind;
  /** The function that it calls by name, when that is what it does. */
  readonly function?: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  /** What a task of it is written with. */
  readonly schema: JsonSchema;
  /** A task to begin with. */
  readonly example: TaskText;
}
