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
  /** What the definition says of itself. Default: none. */
  readonly tags?: readonly string[];
  /** Entity ref of its owner. */
  readonly owner?: string;
}

/** The definition that a workflow has now, with what people have set for it. @public */
export interface CurrentDefinition extends StoredDefinition {
  /** Where the text comes from. */
  readonly source: string;
  /** Whether it may be run. */
  readonly isEnabled: boolean;
  readonly tags: readonly string[];
  /** When this text became the present one, milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** Which definition a workflow has now, and whether it may be run: what whoever starts it needs to know anew. @public */
export interface CurrentVersion {
  readonly workflowId: string;
  readonly hash: string;
  readonly version: string;
  /** Whether no problem of the definition is an error. */
  readonly isValid: boolean;
  /** Whether it may be run. */
  readonly isEnabled: boolean;
}

/** The source of workflows that are created through the API. @public */
export const API_SOURCE = 'api';

/** @public */
export interface DefinitionStore {
  /** Makes this the definition that the workflow has now; but never in place of one that was created through the API. */
  publish(definition: StoredDefinition, source: string): Promise<void>;
  /** Takes workflows of a source from the list, but those named; what runs goes on. Returns the ids taken away. */
  retireAllBut(
    source: string,
    workflowIds: readonly string[],
  ): Promise<readonly string[]>;
  /** Takes workflows of all other sources from the list, as {@link DefinitionStore.retireAllBut} does. */
  retireSourcesBut(sources: readonly string[]): Promise<readonly string[]>;
  /** What each workflow has now, by id. */
  listCurrent(): Promise<readonly CurrentDefinition[]>;
  getCurrent(workflowId: string): Promise<CurrentDefinition | undefined>;
  /** The same without the text. */
  getCurrentVersion(workflowId: string): Promise<CurrentVersion | undefined>;
  /** The text that an instance was started with. */
  getByHash(
    workflowId: string,
    hash: string,
  ): Promise<StoredDefinition | undefined>;
}
