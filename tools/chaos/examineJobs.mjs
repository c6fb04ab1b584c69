/** Outcomes that say that somebody else, or another job, was faster. */
const wasFaster = ({ outcome, code }) =>
  outcome === 'skipped' || (outcome === 'failed' && code === 'STATE_CONFLICT');

/** Jobs that have not ended; instances that no job has retried, or that were retried twice; outcomes that should not be. */
export function examineJobs({ instances, jobs, jobItems, logs }, found) {
  for (const { id, status } of jobs) {
    if (status !== 'completed') found.lost.push(`job ${id} is ${status}`);
  }
  for (const { jobId, instanceId, outcome, ...item } of jobItems) {
    if (outcome !== 'succeeded' && !wasFaster({ outcome, ...item }))
      found.broken.push(`${instanceId} is ${outcome} for job ${jobId}`);
  }
  const retried = new Set(
    jobItems
      .filter(({ outcome }) => outcome === 'succeeded')
      .map(({ instanceId }) => instanceId),
  );
  for (const { id, workflowId } of instances) {
    if (workflowId !== 'batched') continue;
    if (!retried.has(id)) found.lost.push(`no job has retried ${id}`);
    const times = (logs.get(id) ?? []).filter(
      ({ type }) => type === 'instance.retried',
    ).length;
    if (times > 1) found.repeated.push(`${id} was retried ${times} times`);
  }
}
