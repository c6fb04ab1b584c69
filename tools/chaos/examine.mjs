import { examineActs } from './examineActs.mjs';
import { examineCalls } from './examineCalls.mjs';
import { examineEvents } from './examineEvents.mjs';
import { examineHooks } from './examineHooks.mjs';
import { examineJobs } from './examineJobs.mjs';
import { examineLog, taskEntries } from './examineLog.mjs';
import { examineOrder, stepsOf } from './examineOrder.mjs';
import { examineRelations } from './examineRelations.mjs';
import { examineTimers } from './examineTimers.mjs';
import { examineVotes } from './examineVotes.mjs';
import { cancelledIds } from './workload.mjs';

/**
 * What the logs of the instances and the record of the service that they called say together.
 *
 * @typedef {{id: string, workflowId: string, status: string, endedAt: number, parentId?: string, checkpointSeq?: number}} Instance
 * @typedef {{instanceId: string, seq: number, type: string, taskKey?: string, time: number, data: any}} Entry
 * @typedef {{workflowId: string, anchorAt: number, lastAt: number}} Schedule
 * @typedef {{number: number, key: string, step: string, replica: string, began: number, ended?: number}} Execution
 * @typedef {{from: number, to: number}} Fault when something was broken, milliseconds since the epoch
 * @typedef {{instanceId: string, seq: number}} Trim
 * @typedef {{instanceId: string, by: string}} Vote
 * @typedef {{instanceId: string, status: string, decision?: string}} Approval
 * @typedef {{jobId: string, instanceId: string, outcome: string, code?: string}} JobItem
 * @typedef {{entries: readonly string[], steps: readonly string[]}} Expected
 */

/**
 * How often each entry of a task stands in the logs of the instances of each workflow, and what the service was asked to do.
 *
 * @param {{instances: readonly Instance[], entries: readonly Entry[], executions: readonly Execution[]}} run without faults, one
 *   instance of each workflow
 * @returns {Map<string, Expected>} by the workflow's id; entries sorted, steps in their order
 */
export function expectationOf({ instances, entries, executions }) {
  const logs = logsOf(entries);
  const calls = executionsOf(executions);
  return new Map(
    instances
      .filter(({ workflowId }) => !cancelledIds.includes(workflowId))
      .map(({ id, workflowId }) => [
        workflowId,
        {
          entries: taskEntries(logs.get(id)),
          steps: stepsOf(calls.get(id) ?? []),
        },
      ]),
  );
}

/**
 * - `lost`: acknowledged instances, votes and occurrences of schedules that are not there or have not ended as they should; steps that
 *   are missing; ends that no webhook was told of; jobs that have not ended, or have left something out
 * - `repeated`: calls that were made again after their completion was in the log, or after a later step, or more often than the
 *   faults meanwhile can explain; entries that stand there too often; events, votes and retries that counted twice; occurrences that started more than once
 * - `broken`: logs with gaps, instances that ended more than once, owners at the same time, early timers, events and steps in the
 *   wrong order, tasks that began while their instance was suspended or after it was cancelled, children without parents; what the
 *   engine found in its own `audited`, and what is `leftBehind` when all that has ended is deleted
 * - `stallsMs`: for each instance that waited for nobody the longest time between two of its calls
 * - `timersLateMs`: for each timer how late it fired
 * - `eventsLateMs`: for each event how long after its acknowledgement it was taken, by a task that was already listening
 *
 * @param {{accepted: Iterable<{id: string}>, instances: readonly Instance[], entries: readonly Entry[], schedules: readonly Schedule[], executions: readonly Execution[], trims: readonly Trim[], approvals: readonly Approval[], votes: readonly Vote[], counted: readonly Vote[], jobs: readonly {id: string, status: string}[], jobItems: readonly JobItem[], delivered: ReadonlyMap<string, number>, told?: readonly {id: string, type: string, instanceId: string}[], audited: readonly string[], leftBehind: readonly string[], faults: readonly Fault[], doClocksAgree?: boolean, expected: Map<string, Expected>}} run
 */
export function examine(run) {
  const { accepted, instances, audited, leftBehind } = run;
  const found = {
    lost: [],
    repeated: [],
    broken: [...audited, ...leftBehind],
    stallsMs: [],
    timersLateMs: [],
    eventsLateMs: [],
  };
  const known = new Set(instances.map(({ id }) => id));
  for (const { id } of accepted) {
    if (!known.has(id)) found.lost.push(`instance ${id} is not there`);
  }
  const logs = logsOf(run.entries);
  examineInstances(run, logs, found);
  examineRelations({ doClocksAgree: true, ...run }, found);
  examineVotes(run, found);
  examineJobs({ ...run, logs }, found);
  examineHooks(run, found);
  return found;
}

function examineInstances(run, logs, found) {
  const { instances, executions, trims, delivered } = run;
  const { faults, expected } = run;
  const byInstance = executionsOf(executions);
  const deletedOf = new Map(
    trims.map(({ instanceId, seq }) => [instanceId, seq]),
  );
  for (const instance of instances) {
    const log = logs.get(instance.id) ?? [];
    const calls = byInstance.get(instance.id) ?? [];
    const due = expected.get(instance.workflowId);
    const deleted = deletedOf.get(instance.id) ?? 0;
    examineLog(instance, log, { deleted, expected: due?.entries }, found);
    examineCalls(instance, log, { calls, faults }, found);
    examineOrder(instance, calls, due?.steps, found);
    examineEvents(instance, log, delivered, found);
    examineActs(instance, log, calls, found);
    examineTimers(instance, log, found);
    if (!waitsForOthers(log)) found.stallsMs.push(longestPause(calls));
  }
}

/** @param {readonly number[]} values @param {number} part e.g. 0.99 */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** What shows that somebody else was waited for: who suspends, retries, decides, or sends an event. */
const waits = [
  'instance.suspend_requested',
  'instance.retried',
  'approval.requested',
  'event.awaited',
];

function waitsForOthers(log) {
  return log.some(({ type }) => waits.includes(type));
}

function longestPause(calls) {
  const sorted = calls.filter(({ ended }) => ended !== undefined);
  const pauses = sorted
    .slice(1)
    .map(({ began }, index) => began - sorted[index].ended);
  return Math.max(0, ...pauses);
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
