import type { Problem } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** A text of a workflow, as it was loaded. Never changes. @public */
export interface StoredDefinition {
  readonly workflowId: string;
  /** SHA-256 of the text: an instance stays with the text it started with (R4). */
  readonly hash: string;
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly description?: string;
  readonly format: 'yaml' | 'json';
  readonly text: string;
  /** Whether no problem is an error. */
  readonly isValid: boolean;
  readonly problems: readonly Problem[];
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
}

/** @public */
export interface DefinitionStore {
  /** Makes this the definition that the workflow has now. */
  publish(definition: StoredDefinition, source: string): Promise<void>;
  /** Takes workflows of a source from the list, but those named; what runs goes on. Returns the ids taken away. */
  retireAllBut(
    source: string,
    workflowIds: readonly string[],
  ): Promise<readonly string[]>;
  /** Takes workflows of all other sources from the list, as {@link DefinitionStore.retireAllBut} does. */
  retireSourcesBut(sources: readonly string[]): Promise<readonly string[]>;
  /** What each workflow has now, by id. */
  listCurrent(): Promise<readonly StoredDefinition[]>;
  getCurrent(workflowId: string): Promise<StoredDefinition | undefined>;
  /** The text that an instance was started with. */
  getByHash(
    workflowId: string,
    hash: string,
  ): Promise<StoredDefinition | undefined>;
}
