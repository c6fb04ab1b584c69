import { ownText } from './definitions.mjs';

/**
 * For each operation that needs more than what its contract gives as examples: a request that it serves.
 *
 * An entry makes what the request is about, asked by `who`, and gives the request's parts: parameters by name, `body`, `type`.
 */
const makers = {
  createWorkflow: async world => yaml(ownText(world.newName())),
  updateWorkflow: async world => {
    const workflowId = await world.ownWorkflow();
    return { workflowId, ...yaml(ownText(workflowId, 'again')) };
  },
  deleteWorkflow: async world => ({ workflowId: await world.ownWorkflow() }),
  patchWorkflow: async world => ({ workflowId: await world.ownWorkflow() }),
  abortWorkflow: onInstance('waiting'),
  retriggerInstance: async (world, who) => ({
    workflowId: 'failing',
    instanceId: await world.failed(who),
    body: {},
  }),
  compareInstances: async (world, who) => ({
    a: await world.completed(who),
    b: await world.completed(who),
  }),
  deleteInstance: onInstance('completed'),
  getPayload: async (world, who) => {
    const instanceId = await world.run('large', 'completed', who);
    const state = await world.call(who, 'GET', `/v2/instances/${instanceId}`);
    return { instanceId, ref: state.output.ref };
  },
  suspendInstance: onInstance('waiting'),
  resumeInstance: onInstance('suspended'),
  cancelInstance: onInstance('waiting'),
  retryInstance: async (world, who) => ({
    instanceId: await world.failed(who),
    body: {},
  }),
  rerunInstance: onInstance('completed'),
  skipTask: onTask('waiting', '/do/0/pause'),
  completeTask: onTask('waiting', '/do/0/pause'),
  failTask: onTask('waiting', '/do/0/pause'),
  retryTask: onTask('failed', '/do/0/stumble'),
  sendEvent: onInstance('listening'),
  getApproval: onApproval,
  decideApproval: async (world, who) => ({
    ...(await onApproval(world, who)),
    body: { decision: 'approve' },
  }),
  getNodeInput: onInstance('completed'),
  getNodeOutput: onInstance('completed'),
  createWebhook: async () => ({
    body: { url: 'http://127.0.0.1/hooks', events: ['workflow.faulted'] },
  }),
  redeliver: world => world.delivery(),
  addNode: onOwnWorkflow,
  updateNode: onOwnWorkflow,
  removeNode: onOwnWorkflow,
  moveNode: async world => ({
    ...(await onOwnWorkflow(world)),
    body: { container: '/do', index: 0 },
  }),
};

/** What a parameter of the path is unless the operation needs another. */
const defaults = {
  workflowId: async () => 'hello',
  instanceId: (world, who) => world.completed(who),
  taskRef: async () => '/do/0/greet',
  nodeId: async () => '/do/0/greet',
  number: async () => '1',
  webhookId: world => world.webhook(),
  jobId: (world, who) => world.job(who),
  triggerId: async world => {
    const path = '/v2/triggers?workflowId=scheduled';
    const { items } = await world.call('admin', 'GET', path);
    return items[0].id;
  },
};

/**
 * A request that the operation serves to who may ask for it.
 *
 * @param {import('./Contract.mjs').Operation} operation
 * @param {import('./World.mjs').World} world
 * @param {string} [who] starts the instances that it is about
 * @returns {Promise<{values: Record<string, string>, body?: unknown, type?: string}>} `values`: of parameters, by name
 */
export async function goodRequest(operation, world, who = 'initiator') {
  const make = makers[operation.operationId];
  const { body, type, ...values } = make ? await make(world, who) : {};
  for (const { name, in: place, required } of operation.parameters) {
    if (required && place === 'path') {
      values[name] ??= await defaults[name]?.(world, who);
    }
  }
  if (!operation.body) return { values };
  const media = type ?? jsonTypeOf(operation.body);
  return {
    values,
    type: media,
    body: body ?? exampleOf(operation.body.content[media]),
  };
}

const jsonTypeOf = ({ content }) =>
  Object.keys(content).find(type => /json$/.test(type));

const exampleOf = ({ examples = {} }) => Object.values(examples)[0]?.value;

const yaml = body => ({ type: 'application/yaml', body });

async function onOwnWorkflow(world) {
  return { workflowId: await world.ownWorkflow(), nodeId: '/do/0/say' };
}

async function onApproval(world, who) {
  return { approvalId: await world.approval(who) };
}

function onInstance(state) {
  return async (world, who) => ({ instanceId: await world[state](who) });
}

function onTask(state, taskRef) {
  return async (world, who) => ({
    instanceId: await world[state](who),
    taskRef,
  });
}
