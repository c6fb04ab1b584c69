import type { Knex } from 'knex';
import type { StoredDefinition } from '../DefinitionStore';
import type {
  ListedWorkflow,
  WorkflowListQuery,
  WorkflowReader,
} from '../WorkflowReader';
import { listWorkflows } from './operations/listWorkflows';
import { reportingUnavailable } from './reportingUnavailable';
import { definitionOf } from './rows';
import type { DefinitionRow } from './tables';

/** {@link WorkflowReader} on SQLite or Postgres. @public */
export class KnexWorkflowReader implements WorkflowReader {
  constructor(private readonly knex: Knex) {}

  async list(query: WorkflowListQuery): Promise<readonly ListedWorkflow[]> {
    return reportingUnavailable(() => listWorkflows(this.knex, query));
  }

  async listVersions(
    workflowId: string,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<readonly StoredDefinition[]> {
    return reportingUnavailable(async () => {
      const rows = await this.#versions(workflowId).offset(offset).limit(limit);
      return rows.map(definitionOf);
    });
  }

  async findVersion(
    workflowId: string,
    version: string,
  ): Promise<StoredDefinition | undefined> {
    return reportingUnavailable(async () => {
      const row = await this.#versions(workflowId)
        .where(either => either.where({ version }).orWhere({ hash: version }))
        .first();
      return row && definitionOf(row);
    });
  }

  /** Latest first; by the primary key of `definitions`. */
  #versions(workflowId: string) {
    return this.knex<DefinitionRow>('definitions')
      .where({ workflow_id: workflowId })
      .orderByRaw('loaded_at desc, hash');
  }
}
