import {
  taskTemplates,
  type Capabilities,
  type TaskTemplate,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  StoredDefinition,
  WorkflowReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type {
  DefinitionService,
  DefinitionText,
  VersionListQuery,
  VersionRequest,
} from './DefinitionService';
import type { WorkflowLibrary } from './WorkflowLibrary';

/** {@link DefinitionService} over the engine. Lets everyone do everything. */
export class DefaultDefinitionService implements DefinitionService {
  constructor(
    private readonly parts: {
      readonly library: WorkflowLibrary;
      readonly workflows: WorkflowReader;
      readonly capabilities: Capabilities;
    },
  ) {}

  get(request: VersionRequest): Promise<StoredDefinition> {
    return this.parts.library.version(request);
  }

  async listVersions({
    workflowId,
    ...page
  }: VersionListQuery): Promise<readonly StoredDefinition[]> {
    await this.parts.library.current(workflowId);
    return this.parts.workflows.listVersions(workflowId, page);
  }

  async check(text: DefinitionText): Promise<StoredDefinition> {
    return this.parts.library.read(text);
  }

  async listTemplates(): Promise<readonly TaskTemplate[]> {
    return taskTemplates(this.parts.capabilities);
  }
}
