import type { TaskTemplate } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** One text of a workflow. */
export interface VersionRequest {
  readonly workflowId: string;
  /** As the definition has it, or the hash of a text. Default: the present one. */
  readonly version?: string;
}

/** Which texts of a workflow, the latest first. */
export interface VersionListQuery {
  readonly workflowId: string;
  readonly offset: number;
  readonly limit: number;
}

/** A text that is to be a workflow's definition. */
export interface DefinitionText {
  readonly text: string;
  readonly format: 'yaml' | 'json';
}

/** The texts of workflows, and what they can be made of. */
export interface DefinitionService {
  /**
   * The present text of a workflow, or an earlier one.
   *
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`
   */
  get(request: VersionRequest, caller: Caller): Promise<StoredDefinition>;
  /**
   * The latest first.
   *
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`
   */
  listVersions(
    query: VersionListQuery,
    caller: Caller,
  ): Promise<readonly StoredDefinition[]>;
  /** What would become of a text; nothing is kept. */
  check(text: DefinitionText, caller: Caller): Promise<StoredDefinition>;
  /** What new tasks there can be here. */
  listTemplates(caller: Caller): Promise<readonly TaskTemplate[]>;
}
