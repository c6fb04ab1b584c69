/**
 * Who may ask for what: the one table. Every cell is executed by `checkMatrix.mjs`.
 *
 * All rows on an instance, or on a job, are about one that `initiator` has started for an entity that `owner` owns. Outcomes:
 *
 * - `served`: it is answered (2xx)
 * - `shown`, `left out`: it is answered, and the instance is, or is not, in the answer
 * - `hidden`: as if there were no such thing (404)
 * - `forbidden`: the permission is named that is missing (403)
 * - `refused`: nobody has signed in (401)
 */
export const columns = [
  'anonymous',
  'stranger',
  'viewer',
  'initiator',
  'other',
  'owner',
  'admin',
  'service',
];

const rows = {
  //            anonymous  stranger     viewer       initiator    other        owner        admin     service
  signedIn: [
    'refused',
    'served',
    'served',
    'served',
    'served',
    'served',
    'served',
    'served',
  ],
  readWorkflow: [
    'refused',
    'forbidden',
    'served',
    'served',
    'served',
    'served',
    'served',
    'served',
  ],
  useWorkflow: [
    'refused',
    'forbidden',
    'forbidden',
    'served',
    'served',
    'served',
    'served',
    'served',
  ],
  manageWorkflow: [
    'refused',
    'forbidden',
    'forbidden',
    'forbidden',
    'forbidden',
    'forbidden',
    'served',
    'served',
  ],
  listInstances: [
    'refused',
    'forbidden',
    'left out',
    'shown',
    'left out',
    'shown',
    'shown',
    'shown',
  ],
  readInstance: [
    'refused',
    'forbidden',
    'hidden',
    'served',
    'hidden',
    'served',
    'served',
    'served',
  ],
  readValues: [
    'refused',
    'forbidden',
    'hidden',
    'served',
    'hidden',
    'forbidden',
    'served',
    'served',
  ],
  seeApproval: [
    'refused',
    'hidden',
    'hidden',
    'served',
    'hidden',
    'served',
    'served',
    'served',
  ],
  decideApproval: [
    'refused',
    'hidden',
    'hidden',
    'forbidden',
    'hidden',
    'served',
    'forbidden',
    'forbidden',
  ],
  jobOfInitiator: [
    'refused',
    'forbidden',
    'hidden',
    'served',
    'hidden',
    'hidden',
    'served',
    'served',
  ],
  actOnInstance: [
    'refused',
    'forbidden',
    'hidden',
    'served',
    'hidden',
    'served',
    'served',
    'served',
  ],
};

const operationsOf = {
  signedIn: ['getServerInfo', 'getHealth', 'listApprovals'],
  seeApproval: ['getApproval'],
  decideApproval: ['decideApproval'],
  readWorkflow: [
    'listWorkflows',
    'validateWorkflow',
    'getWorkflowsOverview',
    'getWorkflowsOverviewForEntity',
    'getWorkflow',
    'listWorkflowVersions',
    'getWorkflowGraph',
    'getWorkflowCanvas',
    'listNodeTemplates',
    'getWorkflowOverviewById',
    'getWorkflowSourceById',
    'getWorkflowInputSchemaById',
    'pingWorkflowServiceById',
    'getWorkflowStatuses',
    'streamEvents',
    'listTriggers',
    'getTrigger',
    'listOccurrences',
    'listJobs',
  ],
  useWorkflow: [
    'dryRunWorkflow',
    'startBulkJob',
    'previewBulkJob',
    'executeTask',
    'executeWorkflow',
    'publishEvent',
    'pauseTrigger',
    'resumeTrigger',
    'testTrigger',
  ],
  manageWorkflow: [
    'createWorkflow',
    'updateWorkflow',
    'patchWorkflow',
    'deleteWorkflow',
    'listWebhooks',
    'getWebhook',
    'createWebhook',
    'updateWebhook',
    'deleteWebhook',
    'testWebhook',
    'listDeliveries',
    'redeliver',
    'addNode',
    'updateNode',
    'moveNode',
    'removeNode',
  ],
  listInstances: ['getInstances', 'getWorkflowInstances', 'listInstances'],
  readInstance: [
    'getInstanceById',
    'getWorkflowLogById',
    'compareInstances',
    'getInstance',
    'getInstanceLogs',
    'getProgress',
    'listTaskRuns',
    'getTaskRun',
    'getTaskHistory',
    'getStageHistory',
    'getInstanceHistory',
    'getInstanceEvents',
    'streamInstance',
    'getNodeInput',
    'getNodeOutput',
  ],
  readValues: ['getPayload'],
  jobOfInitiator: ['getJob', 'pauseJob', 'resumeJob', 'cancelJob'],
  actOnInstance: [
    'abortWorkflow',
    'retriggerInstance',
    'deleteInstance',
    'suspendInstance',
    'resumeInstance',
    'cancelInstance',
    'retryInstance',
    'rerunInstance',
    'skipTask',
    'retryTask',
    'completeTask',
    'failTask',
    'sendEvent',
  ],
};

/**
 * What each of {@link columns} is answered.
 *
 * @param {string} operationId
 * @returns {readonly string[] | undefined} none: the table has no such operation
 */
export function outcomesOf(operationId) {
  const [row] = Object.entries(operationsOf).find(([, ids]) =>
    ids.includes(operationId),
  ) ?? [undefined];
  return rows[row];
}
