import { tickEveryMs } from './workload.mjs';

/** Children without a parent, or that ended after it; occurrences of schedules that were left out or started twice. */
export function examineRelations(run, found) {
  const { instances, schedules, doClocksAgree } = run;
  examineChildren(instances, doClocksAgree, found);
  for (const schedule of schedules) {
    const started = instances.filter(
      ({ workflowId }) => workflowId === schedule.workflowId,
    );
    examineOccurrences(schedule, started.length, found);
  }
}

function examineChildren(instances, doClocksAgree, found) {
  const byId = new Map(instances.map(instance => [instance.id, instance]));
  const parents = new Set();
  for (const { id, parentId, endedAt } of instances) {
    if (parentId === undefined) continue;
    const parent = byId.get(parentId);
    if (!parent) found.broken.push(`${id} has no parent`);
    else if (doClocksAgree && parent.endedAt < endedAt)
      found.broken.push(`${parentId} ended before its child ${id}`);
    if (parents.has(parentId))
      found.repeated.push(`${parentId} has more than one child`);
    parents.add(parentId);
  }
}

function examineOccurrences({ workflowId, anchorAt, lastAt }, started, found) {
  const due = Math.round((lastAt - anchorAt) / tickEveryMs);
  const what = `${started} instances of ${workflowId} for ${due} occurrences`;
  if (started < due) found.lost.push(what);
  if (started > due) found.repeated.push(what);
}
