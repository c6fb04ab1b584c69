import { examineActs } from './examineActs.mjs';
import { examineRelations } from './examineRelations.mjs';
import { examineTimers } from './examineTimers.mjs';
import { cancelledIds } from './workload.mjs';

/**
 * What the logs of the instances and the record of the service that they called say together.
 *
 * @typedef {{id: string, workflowId: string, status: string, endedAt: number, parentId?: string}} Instance
 * @typedef {{instanceId: string, seq: number, type: string, taskKey?: string, time: number, data: any}} Entry
 * @typedef {{workflowId: string, anchorAt: number, lastAt: number}} Schedule
 * @typedef {{number: number, key: string, replica: string, began: number, ended?: number}} Execution
 */

/**
 * How often each entry of a task stands in the logs of the instances of each workflow.
 *
 * @param {{instances: readonly Instance[], entries: readonly Entry[]}} run without faults, one instance of each workflow
 * @returns {Map<string, readonly string[]>} sorted, by the workflow's id
 */
export function expectationOf({ instances, entries }) {
  const logs = logsOf(entries);
  return new Map(
    instances
      .filter(({ workflowId }) => !cancelledIds.includes(workflowId))
      .map(({ id, workflowId }) => [workflowId, taskEntries(logs.get(id))]),
  );
}

/**
 * - `lost`: acknowledged instances, and occurrences of schedules, that are not there or have not ended as they should; steps that
 *   are missing
 * - `repeated`: calls that were made again after their completion was in the log, or more often than faults can explain; entries
 *   that stand there too often; occurrences that started more than once
 * - `broken`: logs with gaps, instances that ended more than once, owners at the same time, early timers, tasks that began while
 *   their instance was suspended or after it was cancelled, children without parents; what the engine found in its own `audited`
 * - `stallsMs`: for each instance that nobody stopped the longest time between two of its calls
 * - `timersLateMs`: for each timer how late it fired
 *
 * @param {{accepted: Iterable<{id: string}>, instances: readonly Instance[], entries: readonly Entry[], schedules: readonly Schedule[], executions: readonly Execution[], audited: readonly string[], faults: number, doClocksAgree?: boolean, expected: ReturnType<typeof expectationOf>}} run
 */
export function examine({
  accepted,
  instances,
  entries,
  schedules,
  executions,
  audited,
  faults,
  doClocksAgree = true,
  expected,
}) {
  const logs = logsOf(entries);
  const byInstance = executionsOf(executions);
  const known = new Set(instances.map(({ id }) => id));
  const found = {
    lost: [],
    repeated: [],
    broken: [...audited],
    stallsMs: [],
    timersLateMs: [],
  };
  for (const { id } of accepted) {
    if (!known.has(id)) found.lost.push(`instance ${id} is not there`);
  }
  for (const instance of instances) {
    const log = logs.get(instance.id) ?? [];
    const calls = byInstance.get(instance.id) ?? [];
    examineEnd(instance, log, found);
    examineEntries(instance, log, expected, found);
    examineCalls(instance, log, calls, found);
    examineAttempts(calls, faults, found);
    examineActs(instance, log, calls, found);
    examineTimers(instance, log, found);
    if (!waitsForPeople(log)) found.stallsMs.push(longestPause(calls));
  }
  examineRelations({ instances, schedules, doClocksAgree }, found);
  return found;
}

/** @param {readonly number[]} values @param {number} part e.g. 0.99 */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function examineEnd({ id, status, workflowId }, log, found) {
  const due = cancelledIds.includes(workflowId) ? 'cancelled' : 'completed';
  if (status !== due) found.lost.push(`${workflowId} ${id} is ${status}`);
  const ends = log.filter(
    ({ type, data }) =>
      /^instance\.(completed|failed|cancelled)$/.test(type) && !data.canRetry,
  );
  if (ends.length > 1) found.broken.push(`${id} ended ${ends.length} times`);
  if (log.some(({ seq }, index) => seq !== index + 1))
    found.broken.push(`the log of ${id} has gaps`);
}

function examineEntries({ id, workflowId }, log, expected, found) {
  const all = taskEntries(log);
  const left = [...(expected.get(workflowId) ?? new Set(all))];
  for (const entry of all) {
    const at = left.indexOf(entry);
    if (at < 0) found.repeated.push(`${id}: one more ${entry}`);
    else left.splice(at, 1);
  }
  for (const entry of left) found.lost.push(`${id}: no ${entry}`);
}

function examineCalls({ id }, log, calls, found) {
  const accepted = [];
  const requests = new Set(
    log
      .filter(({ type, data }) => type === 'call.started' && isRequest(data))
      .map(({ taskKey }) => taskKey),
  );
  for (const { type, taskKey, data } of log) {
    const number = data.response?.value?.number;
    if (type !== 'call.completed' || !requests.has(taskKey) || !number)
      continue;
    const ofTask = calls.filter(({ key }) => key === `${id}${taskKey}`);
    const winner = ofTask.find(execution => execution.number === number);
    if (!winner) {
      found.broken.push(`${id}${taskKey}: answer of a call never made`);
      continue;
    }
    accepted.push(winner);
    for (const { began, replica } of ofTask) {
      if (began > winner.ended)
        found.repeated.push(`${id}${taskKey} was made again by ${replica}`);
    }
  }
  examineOwners(id, accepted, found);
}

/** Each fault can hit a call that is under way, which is then made again. */
function examineAttempts(calls, faults, found) {
  const times = new Map();
  for (const { key } of calls) times.set(key, (times.get(key) ?? 0) + 1);
  for (const [key, count] of times) {
    if (count > 1 + faults)
      found.repeated.push(`${key} was made ${count} times`);
  }
}

/** Whether somebody kept it from going on for a while, or it stood failed. */
function waitsForPeople(log) {
  return log.some(({ type }) =>
    ['instance.suspend_requested', 'instance.retried'].includes(type),
  );
}

/** The service is asked by HTTP; the outcome of another workflow may pass its answers on. */
function isRequest({ kind }) {
  return kind === 'http';
}

function examineOwners(id, accepted, found) {
  const sorted = accepted.sort((a, b) => a.began - b.began);
  sorted.slice(1).forEach((next, index) => {
    const before = sorted[index];
    if (before.replica !== next.replica && before.ended > next.began)
      found.broken.push(`${id} had two owners at a time`);
  });
}

function longestPause(calls) {
  const sorted = calls.filter(({ ended }) => ended !== undefined);
  const pauses = sorted
    .slice(1)
    .map(({ began }, index) => began - sorted[index].ended);
  return Math.max(0, ...pauses);
}

/**
 * Entries that an undisturbed run has, too; status and settlements of the instance itself may come in another number, and a
 * suspended instance may hold any task.
 */
function taskEntries(log) {
  return log
    .filter(
      ({ type, taskKey }) => taskKey !== undefined && type !== 'task.held',
    )
    .map(({ type, taskKey }) => `${type} ${taskKey}`)
    .sort();
}

function logsOf(entries) {
  const logs = new Map();
  for (const entry of entries) {
    if (!logs.has(entry.instanceId)) logs.set(entry.instanceId, []);
    logs.get(entry.instanceId).push(entry);
  }
  for (const log of logs.values()) log.sort((a, b) => a.seq - b.seq);
  return logs;
}

function executionsOf(executions) {
  const byInstance = new Map();
  for (const execution of executions) {
    const id = execution.key.slice(0, execution.key.indexOf('/'));
    if (!byInstance.has(id)) byInstance.set(id, []);
    byInstance.get(id).push(execution);
  }
  return byInstance;
}
