import type { TaskTemplate } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  DefinitionService,
  DefinitionText,
  VersionListQuery,
  VersionRequest,
} from './DefinitionService';

/** Notes every access to definitions that was denied. */
export class AuditedDefinitionService implements DefinitionService {
  constructor(
    private readonly inner: DefinitionService,
    private readonly trail: AuditTrail,
  ) {}

  get(request: VersionRequest, caller: Caller): Promise<StoredDefinition> {
    const { workflowId } = request;
    const read = () => this.inner.get(request, caller);
    return this.trail.read('workflow-read', caller, { workflowId }, read);
  }

  listVersions(
    query: VersionListQuery,
    caller: Caller,
  ): Promise<readonly StoredDefinition[]> {
    const { workflowId } = query;
    const read = () => this.inner.listVersions(query, caller);
    return this.trail.read('workflow-versions', caller, { workflowId }, read);
  }

  check(text: DefinitionText, caller: Caller): Promise<StoredDefinition> {
    const read = () => this.inner.check(text, caller);
    return this.trail.read('workflow-validate', caller, {}, read);
  }

  listTemplates(caller: Caller): Promise<readonly TaskTemplate[]> {
    const read = () => this.inner.listTemplates(caller);
    return this.trail.read('template-list', caller, {}, read);
  }
}
