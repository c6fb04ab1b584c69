import type { Knex } from 'knex';
import type { DefinitionStore, StoredDefinition } from '../DefinitionStore';
import { reportingUnavailable } from './reportingUnavailable';
import { definitionOf } from './rows';
import type { DefinitionRow, WorkflowRow } from './tables';

/** {@link DefinitionStore} on SQLite or Postgres. @public */
export class KnexDefinitionStore implements DefinitionStore {
  constructor(private readonly knex: Knex) {}

  async publish(definition: StoredDefinition, source: string): Promise<void> {
    await reportingUnavailable(() =>
      this.knex.transaction(async tx => {
        await tx<DefinitionRow>('definitions')
          .insert(definitionRow(definition))
          .onConflict(['workflow_id', 'hash'])
          .merge(['is_valid', 'problems']);
        await tx<WorkflowRow>('workflows')
          .insert({
            id: definition.workflowId,
            hash: definition.hash,
            source,
            updated_at: definition.loadedAt,
          })
          .onConflict('id')
          .merge();
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
    return this.#retire(query => query.whereNotIn('source', [...sources]));
  }

  async listCurrent(): Promise<readonly StoredDefinition[]> {
    return reportingUnavailable(async () => {
      const rows: DefinitionRow[] = await this.#current().orderBy('id');
      return rows.map(definitionOf);
    });
  }

  async getCurrent(workflowId: string): Promise<StoredDefinition | undefined> {
    return reportingUnavailable(async () => {
      const row: DefinitionRow | undefined = await this.#current()
        .where({ id: workflowId })
        .first();
      return row && definitionOf(row);
    });
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
        return ids;
      }),
    );
  }

  #current(): Knex.QueryBuilder {
    return this.knex('workflows')
      .join('definitions', {
        'definitions.workflow_id': 'workflows.id',
        'definitions.hash': 'workflows.hash',
      })
      .select('definitions.*');
  }
}

function definitionRow(definition: StoredDefinition): DefinitionRow {
  return {
    workflow_id: definition.workflowId,
    hash: definition.hash,
    namespace: definition.namespace,
    name: definition.name,
    version: definition.version,
    title: definition.title ?? null,
    description: definition.description ?? null,
    format: definition.format,
    source_text: definition.text,
    is_valid: definition.isValid,
    problems: JSON.stringify(definition.problems),
    loaded_at: definition.loadedAt,
  };
}
