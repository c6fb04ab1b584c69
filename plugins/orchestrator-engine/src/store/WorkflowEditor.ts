import type { StoredDefinition } from './DefinitionStore';

/** What people set for a workflow in place of what its definition says; `null` takes it back, what is left out stays. @public */
export interface WorkflowSettings {
  readonly title?: string | null;
  readonly tags?: readonly string[] | null;
  readonly isEnabled?: boolean;
}

/** Changes the workflows that were created through the API. Every method is one transaction. @public */
export interface WorkflowEditor {
  /** `false`: the id is taken; nothing was changed. */
  create(definition: StoredDefinition): Promise<boolean>;
  /** Replaces the text whose hash is `expected`. `false`: it is another by now; nothing was changed. */
  replace(definition: StoredDefinition, expected: string): Promise<boolean>;
  /** Takes the workflow whose text has this hash from the list. `false`: it is another by now. */
  remove(workflowId: string, expected: string): Promise<boolean>;
  /** Changes the settings of a workflow of whatever source. */
  configure(workflowId: string, settings: WorkflowSettings): Promise<void>;
}
