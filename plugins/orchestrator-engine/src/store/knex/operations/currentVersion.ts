import type { Knex } from 'knex';
import type { CurrentVersion } from '../../DefinitionStore';
import { runPrepared } from '../postgresStatements';
import { isSqlite } from './workerLeases';

/** Each start asks for it, so the text of the definition stays where it is. By the primary keys of all three tables. */
const CURRENT_VERSION = `
  select definitions.hash, definitions.version, definitions.is_valid, coalesce(settings.is_enabled, true) as is_enabled
  from workflows
  join definitions on definitions.workflow_id = workflows.id and definitions.hash = workflows.hash
  left join workflow_settings as settings on settings.workflow_id = workflows.id
  where workflows.id = ?`;

/**
 * Selects one row if the workflow can be run and has this definition now, else none. By the primary keys of all three tables.
 *
 * @param workflowId - as SQL, like `hash`
 */
export function selectIfCurrent(workflowId: string, hash: string): string {
  return `select true as is_current
    from workflows
    join definitions on definitions.workflow_id = workflows.id and definitions.hash = workflows.hash
    left join workflow_settings as settings on settings.workflow_id = workflows.id
    where workflows.id = ${workflowId} and workflows.hash = ${hash}
      and definitions.is_valid and coalesce(settings.is_enabled, true)`;
}

interface CurrentVersionRow {
  readonly hash: string;
  readonly version: string;
  readonly is_valid: boolean | number;
  readonly is_enabled: boolean | number;
}

/** Which definition the workflow has now; `undefined` when there is no such workflow. */
export async function currentVersion(
  knex: Knex,
  workflowId: string,
): Promise<CurrentVersion | undefined> {
  const [row] = await read(knex, workflowId);
  if (!row) return undefined;
  return {
    workflowId,
    hash: row.hash,
    version: row.version,
    isValid: Boolean(row.is_valid),
    isEnabled: Boolean(row.is_enabled),
  };
}

function read(
  knex: Knex,
  workflowId: string,
): PromiseLike<readonly CurrentVersionRow[]> {
  return isSqlite(knex)
    ? knex.raw<CurrentVersionRow[]>(CURRENT_VERSION, [workflowId])
    : runPrepared<CurrentVersionRow>(knex, CURRENT_VERSION, [workflowId]);
}
