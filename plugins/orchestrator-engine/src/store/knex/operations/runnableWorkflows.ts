import type { Knex } from 'knex';

interface Row {
  id: string;
  hash: string;
  is_valid: boolean | number;
  is_enabled: boolean | number | null;
}

/** Workflows and the hashes of definitions that may run. No texts are read; by the primary keys of three tables. */
export async function runnableWorkflows(
  knex: Knex,
): Promise<readonly { readonly workflowId: string; readonly hash?: string }[]> {
  const rows: Row[] = await knex('workflows')
    .join('definitions', {
      'definitions.workflow_id': 'workflows.id',
      'definitions.hash': 'workflows.hash',
    })
    .leftJoin(
      'workflow_settings',
      'workflow_settings.workflow_id',
      'workflows.id',
    )
    .select(
      'workflows.id',
      'workflows.hash',
      'definitions.is_valid',
      'workflow_settings.is_enabled',
    );
  return rows.map(({ id, hash, is_valid, is_enabled }) => ({
    workflowId: id,
    ...(is_valid && (is_enabled ?? true) && { hash }),
  }));
}
