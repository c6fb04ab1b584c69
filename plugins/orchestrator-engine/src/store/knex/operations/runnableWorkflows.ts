import type { Knex } from 'knex';

interface Row {
  id: string;
  hash: string;
  is_valid: boolean | number;
}

/** Workflows and the hashes of definitions that can run. No texts are read; by the primary keys of two tables. */
export async function runnableWorkflows(
  knex: Knex,
): Promise<readonly { readonly workflowId: string; readonly hash?: string }[]> {
  const rows: Row[] = await knex('workflows')
    .join('definitions', {
      'definitions.workflow_id': 'workflows.id',
      'definitions.hash': 'workflows.hash',
    })
    .select('workflows.id', 'workflows.hash', 'definitions.is_valid');
  return rows.map(({ id, hash, is_valid }) => ({
    workflowId: id,
    ...(is_valid && { hash }),
  }));
}
