import type { Knex } from 'knex';
import {
  API_SOURCE,
  type CurrentDefinition,
  type CurrentVersion,
  type DefinitionStore,
  type StoredDefinition,
} from '../DefinitionStore';
import {
  currentDefinitionOf,
  currentDefinitions,
  type CurrentDefinitionRow,
} from './operations/currentDefinitions';
import { currentVersion } from './operations/currentVersion';
import {
  indexTags,
  keepDefinition,
  workflowRow,
} from './operations/publishDefinition';
import { reportingUnavailable } from './reportingUnavailable';
import { definitionOf } from './rows';
import type { DefinitionRow, WorkflowRow, WorkflowTagRow } from './tables';

/** {@link DefinitionStore} on SQLite or Postgres. @public */
export class KnexDefinitionStore implements DefinitionStore {
  constructor(private readonly knex: Knex) {}

  async publish(definition: StoredDefinition, source: string): Promise<void> {
    await reportingUnavailable(() =>
      this.knex.transaction(async tx => {
        await keepDefinition(tx, definition);
        await tx<WorkflowRow>('workflows')
          .insert(workflowRow(definition, source))
          .onConflict('id')
          .merge()
          .where('workflows.source', '<>', API_SOURCE);
        await indexTags(tx, definition.workflowId);
      }),
    );
  }

  async retireAllBut(
    source: string,
    workflowIds: readonly string[],
  ): Promise<readonly string[]> {
    return this.#retire(query =>
      query.where({ source }).whereNotIn('id', [...workflowIds]),
    );
  }

  async retireSourcesBut(
    sources: readonly string[],
  ): Promise<readonly string[]> {
    return this.#retire(query =>
      query.whereNotIn('source', [...sources, API_SOURCE]),
    );
  }

  async listCurrent(): Promise<readonly CurrentDefinition[]> {
    return reportingUnavailable(async () => {
      const rows: CurrentDefinitionRow[] = await currentDefinitions(
        this.knex,
      ).orderBy('workflows.id');
      return rows.map(currentDefinitionOf);
    });
  }

  async getCurrent(workflowId: string): Promise<CurrentDefinition | undefined> {
    return reportingUnavailable(async () => {
      const row: CurrentDefinitionRow | undefined = await currentDefinitions(
        this.knex,
      )
        .where('workflows.id', workflowId)
        .first();
      return row && currentDefinitionOf(row);
    });
  }

  async getCurrentVersion(
    workflowId: string,
  ): Promise<CurrentVersion | undefined> {
    return reportingUnavailable(() => currentVersion(this.knex, workflowId));
  }

  async getByHash(
    workflowId: string,
    hash: string,
  ): Promise<StoredDefinition | undefined> {
    return reportingUnavailable(async () => {
      const row = await this.knex<DefinitionRow>('definitions')
        .where({ workflow_id: workflowId, hash })
        .first();
      return row && definitionOf(row);
    });
  }

  async #retire(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<readonly string[]> {
    return reportingUnavailable(() =>
      this.knex.transaction(async tx => {
        const retired: WorkflowRow[] = await narrow(
          tx<WorkflowRow>('workflows'),
        ).select('id');
        const ids = retired.map(({ id }) => id);
        await tx<WorkflowRow>('workflows').whereIn('id', ids).delete();
        await tx<WorkflowTagRow>('workflow_tags')
          .whereIn('workflow_id', ids)
          .delete();
        return ids;
      }),
    );
  }
}
