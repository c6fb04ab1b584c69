import { authorizationOf, people } from './people.mjs';

/** The event that is noted of each operation that changes something. */
const changes = {
  createWorkflow: 'workflow-create',
  updateWorkflow: 'workflow-update',
  patchWorkflow: 'workflow-configure',
  deleteWorkflow: 'workflow-delete',
  addNode: 'workflow-update',
  updateNode: 'workflow-update',
  moveNode: 'workflow-update',
  removeNode: 'workflow-update',
  executeWorkflow: 'workflow-execute',
  executeTask: 'task-execute',
  publishEvent: 'event-publish',
  sendEvent: 'event-send',
  pauseTrigger: 'trigger-pause',
  resumeTrigger: 'trigger-resume',
  testTrigger: 'workflow-execute',
  abortWorkflow: 'instance-abort',
  cancelInstance: 'instance-abort',
  retriggerInstance: 'instance-retry',
  retryInstance: 'instance-retry',
  suspendInstance: 'instance-suspend',
  resumeInstance: 'instance-resume',
  rerunInstance: 'instance-rerun',
  deleteInstance: 'instance-delete',
  skipTask: 'instance-task-skip',
  retryTask: 'instance-task-retry',
  completeTask: 'instance-task-complete',
  failTask: 'instance-task-fail',
  decideApproval: 'approval-decide',
  startBulkJob: 'job-start',
  pauseJob: 'job-pause',
  resumeJob: 'job-resume',
  cancelJob: 'job-cancel',
  createWebhook: 'webhook-create',
  updateWebhook: 'webhook-update',
  deleteWebhook: 'webhook-delete',
  testWebhook: 'webhook-test',
  redeliver: 'webhook-redeliver',
};

/** Operations that change nothing although they are no GET. */
const readsByPost = [
  'validateWorkflow',
  'getWorkflowsOverview',
  'getWorkflowsOverviewForEntity',
  'getInstances',
  'getWorkflowInstances',
  'dryRunWorkflow',
  'previewBulkJob',
];

/** What a request is about is the first of these that it names. */
const subjects = [
  'instanceId',
  'approvalId',
  'jobId',
  'webhookId',
  'triggerId',
  'workflowId',
];

/**
 * Whether the auditor was told as it should be: of every change with who, what and why, of every denial with who and what, and
 * of nothing else.
 *
 * @param {string} wanted the outcome that the table has
 * @param {{eventId: string, meta: object, outcome: string}[]} notes since the request was sent
 * @returns {string | undefined} what is wrong
 */
export function auditFault(
  { operationId, verb },
  { who, wanted, parts },
  notes,
) {
  const eventId = changes[operationId];
  if (!eventId && verb !== 'get' && !readsByPost.includes(operationId)) {
    return `nobody has said what is noted of ${operationId}`;
  }
  const own = notes.filter(({ meta }) => isBy(who, meta));
  const denials = own.filter(({ outcome }) => outcome !== 'success');
  if (wanted === 'refused') {
    return notes.length > 0 ? 'it is noted of nobody' : undefined;
  }
  if (['forbidden', 'hidden'].includes(wanted)) {
    return denials.some(note => names(note, parts))
      ? undefined
      : `the denial is not noted: ${JSON.stringify(own)}`;
  }
  if (denials.length > 0) return `it is noted as denied: ${denials[0].outcome}`;
  if (!eventId) return undefined;
  const done = own.find(note => note.eventId === eventId);
  if (!done) return `${eventId} is not noted: ${JSON.stringify(own)}`;
  if (!names(done, parts))
    return `it is not noted of what: ${JSON.stringify(done)}`;
  const reason = parts.body?.reason;
  return reason === undefined || done.meta.reason === reason
    ? undefined
    : `it is not noted why: ${JSON.stringify(done)}`;
}

function isBy(who, { caller }) {
  if (authorizationOf(who) === undefined) return true;
  const person = people[who];
  return person ? caller === person.ref : !caller.startsWith('user:');
}

function names({ meta }, { values }) {
  const name = subjects.find(one => values[one] !== undefined);
  return name === undefined || JSON.stringify(meta).includes(values[name]);
}
