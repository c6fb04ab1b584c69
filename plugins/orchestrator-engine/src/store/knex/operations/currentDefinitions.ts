import type { Knex } from 'knex';
import type { CurrentDefinition } from '../../DefinitionStore';
import { definitionOf } from '../rows';
import type { DefinitionRow, Millis } from '../tables';

/** A definition with its workflow and the settings of it. */
export interface CurrentDefinitionRow extends DefinitionRow {
  source: string;
  updated_at: Millis;
  owner: string | null;
  /** JSON list. */
  shown_tags: string;
  shown_title: string;
  /** What somebody has set, or what the definition says; it may say nothing. */
  own_title: string | null;
  is_enabled: boolean | number;
}

/** The definition that each workflow has now. */
export function currentDefinitions(knex: Knex): Knex.QueryBuilder {
  return knex('workflows')
    .join('definitions', {
      'definitions.workflow_id': 'workflows.id',
      'definitions.hash': 'workflows.hash',
    })
    .leftJoin(
      'workflow_settings as settings',
      'settings.workflow_id',
      'workflows.id',
    )
    .select(
      'definitions.*',
      'workflows.source',
      'workflows.updated_at',
      'workflows.owner',
      knex.raw('coalesce(settings.tags, workflows.tags) as shown_tags'),
      knex.raw('coalesce(settings.title, workflows.title) as shown_title'),
      knex.raw('coalesce(settings.title, definitions.title) as own_title'),
      knex.raw('coalesce(settings.is_enabled, ?) as is_enabled', [true]),
    );
}

/** What a row of {@link currentDefinitions} says. */
export function currentDefinitionOf(
  row: CurrentDefinitionRow,
): CurrentDefinition {
  return {
    ...definitionOf(row),
    title: row.own_title ?? undefined,
    tags: JSON.parse(row.shown_tags),
    owner: row.owner ?? undefined,
    source: row.source,
    isEnabled: Boolean(row.is_enabled),
    updatedAt: Number(row.updated_at),
  };
}
