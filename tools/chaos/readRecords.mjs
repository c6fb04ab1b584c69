/**
 * What the database says once everything has ended.
 *
 * @param {(question: (knex: any) => Promise<any[]>) => Promise<any[]>} ask
 */
export async function readRecords(ask) {
  const rowsOf = async (table, recordOf) =>
    (await ask(knex => knex(table))).map(recordOf);
  return {
    instances: await rowsOf('instances', instanceOf),
    schedules: await rowsOf('schedules', scheduleOf),
    entries: await rowsOf('log', entryOf),
    trims: await rowsOf('log_bases', trimOf),
    approvals: await rowsOf('approvals', approvalOf),
    votes: await rowsOf('approval_votes', voteOf),
    jobs: await rowsOf('jobs', jobOf),
    jobItems: await rowsOf('job_items', jobItemOf),
  };
}

const instanceOf = row => ({
  id: row.id,
  workflowId: row.workflow_id,
  status: row.status,
  endedAt: Number(row.ended_at),
  parentId: row.parent_instance_id ?? undefined,
  checkpointSeq: row.checkpoint_seq ?? undefined,
});

const entryOf = row => ({
  instanceId: row.instance_id,
  seq: row.seq,
  type: row.type,
  taskKey: row.task_key ?? undefined,
  time: Number(row.time),
  data: JSON.parse(row.data),
});

const scheduleOf = row => ({
  workflowId: row.workflow_id,
  anchorAt: Number(row.anchor_at),
  lastAt: Number(row.last_at),
});

/** Entries up to `seq` were deleted. */
const trimOf = row => ({ instanceId: row.instance_id, seq: row.seq });

const approvalOf = row => ({
  id: row.id,
  instanceId: row.instance_id,
  status: row.status,
  decision: row.decision ?? undefined,
});

const voteOf = row => ({ instanceId: row.instance_id, by: row.voter });

const jobOf = row => ({ id: row.id, status: row.status });

const jobItemOf = row => ({
  jobId: row.job_id,
  instanceId: row.instance_id,
  outcome: row.outcome,
  code: row.code ?? undefined,
});
