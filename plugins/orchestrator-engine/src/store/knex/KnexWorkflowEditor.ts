import type { Knex } from 'knex';
import { API_SOURCE, type StoredDefinition } from '../DefinitionStore';
import type { WorkflowEditor, WorkflowSettings } from '../WorkflowEditor';
import {
  indexTags,
  keepDefinition,
  workflowRow,
} from './operations/publishDefinition';
import { reportingUnavailable } from './reportingUnavailable';
import type { WorkflowRow, WorkflowSettingsRow } from './tables';

/** {@link WorkflowEditor} on SQLite or Postgres. @public */
export class KnexWorkflowEditor implements WorkflowEditor {
  constructor(private readonly knex: Knex) {}

  async create(definition: StoredDefinition): Promise<boolean> {
    return this.#transaction(async tx => {
      const inserted = await tx<WorkflowRow>('workflows')
        .insert(workflowRow(definition, API_SOURCE))
        .onConflict('id')
        .ignore()
        .returning('id');
      if (inserted.length === 0) return false;
      await keepDefinition(tx, definition);
      await indexTags(tx, definition.workflowId);
      return true;
    });
  }

  async replace(
    definition: StoredDefinition,
    expected: string,
  ): Promise<boolean> {
    return this.#transaction(async tx => {
      const { id, ...row } = workflowRow(definition, API_SOURCE);
      const count = await tx<WorkflowRow>('workflows')
        .where({ id, source: API_SOURCE, hash: expected })
        .update(row);
      if (count === 0) return false;
      await keepDefinition(tx, definition);
      await indexTags(tx, id);
      return true;
    });
  }

  async remove(workflowId: string, expected: string): Promise<boolean> {
    return this.#transaction(async tx => {
      const count = await tx<WorkflowRow>('workflows')
        .where({ id: workflowId, source: API_SOURCE, hash: expected })
        .delete();
      if (count === 0) return false;
      await tx<WorkflowSettingsRow>('workflow_settings')
        .where({ workflow_id: workflowId })
        .delete();
      await indexTags(tx, workflowId);
      return true;
    });
  }

  async configure(
    workflowId: string,
    { title, tags, isEnabled }: WorkflowSettings,
  ): Promise<void> {
    await this.#transaction(async tx => {
      const change: Partial<WorkflowSettingsRow> = {
        ...(title !== undefined && { title }),
        ...(tags !== undefined && { tags: tags && JSON.stringify(tags) }),
        ...(isEnabled !== undefined && { is_enabled: isEnabled }),
      };
      await tx<WorkflowSettingsRow>('workflow_settings')
        .insert({
          workflow_id: workflowId,
          title: null,
          tags: null,
          is_enabled: true,
          ...change,
        })
        .onConflict('workflow_id')
        .merge(change);
      await indexTags(tx, workflowId);
    });
  }

  #transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return reportingUnavailable(() => this.knex.transaction(work));
  }
}
