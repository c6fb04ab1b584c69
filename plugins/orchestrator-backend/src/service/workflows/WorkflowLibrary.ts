import {
  API_SOURCE,
  type CurrentDefinition,
  type DefinitionStore,
  type StoredDefinition,
  type WorkflowEditor,
  type WorkflowReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { workflowNotFound } from '../notFound';
import { ServiceError } from '../ServiceError';
import type { DefinitionText, VersionRequest } from './DefinitionService';
import type { WorkflowChange, WorkflowConfiguration } from './WorkflowService';

/** Reads a text as it will be stored, with all that is wrong with it. @param location - names it if need be */
export type DefinitionReader = (
  text: string,
  location: string,
) => StoredDefinition;

/** Words that stand where ids of workflows stand in the paths of the API. */
const reservedIds = ['instances', 'overview', 'validate'];

/** The definitions that are created through the API, and what is set for workflows of all sources. */
export class WorkflowLibrary {
  constructor(
    private readonly parts: {
      readonly definitions: DefinitionStore;
      readonly workflows: WorkflowReader;
      readonly editor: WorkflowEditor;
      readonly readDefinition: DefinitionReader;
    },
  ) {}

  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` */
  async current(workflowId: string): Promise<CurrentDefinition> {
    const definition = await this.parts.definitions.getCurrent(workflowId);
    if (!definition) throw workflowNotFound(workflowId);
    return definition;
  }

  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, also when it has never had such a version */
  async version({
    workflowId,
    version,
  }: VersionRequest): Promise<StoredDefinition> {
    const current = await this.current(workflowId);
    if (version === undefined) return current;
    const found = await this.parts.workflows.findVersion(workflowId, version);
    if (!found) {
      throw new ServiceError(
        'WORKFLOW_NOT_FOUND',
        `The workflow "${workflowId}" has never had a version "${version}"`,
      );
    }
    return found;
  }

  read({ text, format }: DefinitionText): StoredDefinition {
    return this.parts.readDefinition(text, `definition.${format}`);
  }

  /** @returns the id */
  async create(text: DefinitionText): Promise<string> {
    const definition = this.#publishable(text);
    const { workflowId } = definition;
    if (await this.parts.editor.create(definition)) return workflowId;
    throw new ServiceError(
      'WORKFLOW_EXISTS',
      `There is a workflow "${workflowId}" already; change it with PUT /v2/workflows/${workflowId}`,
    );
  }

  async update(change: WorkflowChange & DefinitionText): Promise<void> {
    const { workflowId, expected } = change;
    const seen = await this.#own(workflowId, expected);
    const definition = this.#publishable(change);
    if (definition.workflowId !== workflowId) {
      throw new ServiceError(
        'DEFINITION_INVALID',
        `The definition is that of the workflow "${definition.workflowId}", not of "${workflowId}"`,
        {
          faults: [
            { pointer: '/document/name', message: 'is of another workflow' },
          ],
        },
      );
    }
    if (!(await this.parts.editor.replace(definition, seen.hash))) {
      throw changed(workflowId);
    }
  }

  async configure({
    workflowId,
    expected,
    settings,
  }: WorkflowConfiguration): Promise<void> {
    requireSeen(await this.current(workflowId), expected);
    await this.parts.editor.configure(workflowId, settings);
  }

  async remove({ workflowId, expected }: WorkflowChange): Promise<void> {
    const { hash } = await this.#own(workflowId, expected);
    if (!(await this.parts.editor.remove(workflowId, hash))) {
      throw changed(workflowId);
    }
  }

  async #own(
    workflowId: string,
    expected: string | undefined,
  ): Promise<CurrentDefinition> {
    const current = await this.current(workflowId);
    if (current.source !== API_SOURCE) {
      throw new ServiceError(
        'WORKFLOW_READ_ONLY',
        `The workflow "${workflowId}" comes from ${current.source}; change it there`,
      );
    }
    requireSeen(current, expected);
    return current;
  }

  /** @throws {@link ServiceError} `DEFINITION_INVALID` */
  #publishable(text: DefinitionText): StoredDefinition {
    const definition = this.read(text);
    const { workflowId, problems } = definition;
    const faults = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer, line, column, message }) => ({
        pointer,
        message: `line ${line}, column ${column}: ${message}`,
      }));
    if (reservedIds.includes(workflowId)) {
      const message = `must not be "${workflowId}", which is a word of the API`;
      faults.push({ pointer: '/document/name', message });
    }
    if (faults.length === 0) return definition;
    throw new ServiceError(
      'DEFINITION_INVALID',
      `The definition cannot be published: ${faults[0].message}`,
      { faults },
    );
  }
}

function requireSeen(
  { workflowId, hash }: CurrentDefinition,
  expected: string | undefined,
): void {
  if (expected !== undefined && expected !== hash) throw changed(workflowId);
}

function changed(workflowId: string): ServiceError {
  return new ServiceError(
    'VERSION_CONFLICT',
    `The workflow "${workflowId}" has changed since you have read it; read it again`,
  );
}
