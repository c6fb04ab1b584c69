import type { TaskTemplate } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import type {
  DefinitionService,
  DefinitionText,
  VersionListQuery,
  VersionRequest,
} from './DefinitionService';

/** Shows callers the texts of the workflows that they may read; who may read any may check texts of their own. */
export class AuthorizedDefinitionService implements DefinitionService {
  constructor(
    private readonly inner: DefinitionService,
    private readonly workflows: WorkflowGuard,
  ) {}

  async get(
    request: VersionRequest,
    caller: Caller,
  ): Promise<StoredDefinition> {
    await this.workflows.requireReadable(request.workflowId, caller);
    return this.inner.get(request, caller);
  }

  async listVersions(
    query: VersionListQuery,
    caller: Caller,
  ): Promise<readonly StoredDefinition[]> {
    await this.workflows.requireReadable(query.workflowId, caller);
    return this.inner.listVersions(query, caller);
  }

  async check(text: DefinitionText, caller: Caller): Promise<StoredDefinition> {
    await this.workflows.readable(caller);
    return this.inner.check(text, caller);
  }

  async listTemplates(caller: Caller): Promise<readonly TaskTemplate[]> {
    await this.workflows.readable(caller);
    return this.inner.listTemplates(caller);
  }
}
