import type {
  Workflow,
  WorkflowChange,
  WorkflowConfiguration,
  WorkflowQuery,
  WorkflowRequest,
  WorkflowService,
} from './WorkflowService';
import type { DefinitionText } from './DefinitionService';
import type { WorkflowFigures } from './WorkflowFigures';
import type { WorkflowLibrary } from './WorkflowLibrary';

/** {@link WorkflowService} over the engine. Lets everyone do everything. */
export class DefaultWorkflowService implements WorkflowService {
  constructor(
    private readonly library: WorkflowLibrary,
    private readonly figures: WorkflowFigures,
  ) {}

  list(query: WorkflowQuery): Promise<readonly Workflow[]> {
    return this.figures.list(query);
  }

  get(request: WorkflowRequest): Promise<Workflow> {
    return this.figures.get(request);
  }

  async create(text: DefinitionText): Promise<Workflow> {
    const workflowId = await this.library.create(text);
    return this.get({ workflowId });
  }

  async update(change: WorkflowChange & DefinitionText): Promise<Workflow> {
    await this.library.update(change);
    return this.get(change);
  }

  async configure(change: WorkflowConfiguration): Promise<Workflow> {
    await this.library.configure(change);
    return this.get(change);
  }

  async delete(change: WorkflowChange): Promise<void> {
    await this.library.remove(change);
  }
}
