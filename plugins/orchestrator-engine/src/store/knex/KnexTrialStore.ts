import type { Knex } from 'knex';
import type { StoredTrial, TrialKey, TrialStore } from '../TrialStore';
import { reportingUnavailable } from './reportingUnavailable';
import type { TrialRow } from './tables';

/** {@link TrialStore} on SQLite or Postgres. @public */
export class KnexTrialStore implements TrialStore {
  constructor(private readonly knex: Knex) {}

  async save({ input, output, at, ...key }: StoredTrial): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<TrialRow>('trials')
        .insert({
          ...keyColumns(key),
          input: JSON.stringify(input),
          output: output === undefined ? null : JSON.stringify(output),
          created_at: at,
        })
        .onConflict(['actor', 'session_id', 'workflow_id', 'task_ref'])
        .merge(),
    );
  }

  async find(key: TrialKey): Promise<StoredTrial | undefined> {
    const row = await reportingUnavailable(() =>
      this.knex<TrialRow>('trials').where(keyColumns(key)).first(),
    );
    return (
      row && {
        ...key,
        input: JSON.parse(row.input),
        output: row.output === null ? undefined : JSON.parse(row.output),
        at: Number(row.created_at),
      }
    );
  }
}

function keyColumns({ actor, sessionId, workflowId, taskRef }: TrialKey) {
  return {
    actor,
    session_id: sessionId,
    workflow_id: workflowId,
    task_ref: taskRef,
  };
}
