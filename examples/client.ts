// Runs a workflow from a plain Node.js script, outside Backstage, and follows it to its end.
//
//   yarn example:client [address] [name]
//
// The address is http://localhost:7007 when left out. A token is taken from BACKSTAGE_TOKEN (a static external-access
// token, say); without one the script signs in as guest, which a portal allows when its guest provider is on.
import {
  foldInstance,
  hasEnded,
  OrchestratorApi,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

const [baseUrl = 'http://localhost:7007', name = 'Ada'] = process.argv.slice(2);

async function main() {
  const api = new OrchestratorApi({ baseUrl, token: await getToken() });

  const definition = await api.getWorkflowDefinition('hello');
  console.log(`${definition.title} (${definition.name} ${definition.version})`);

  const { id } = await api.executeWorkflow({
    workflowId: 'hello',
    parameters: { name },
  });
  console.log(`runs as ${id}`);

  const end = await follow(api, id);
  console.log(`${end.status}:`, JSON.stringify(end.output ?? end.error));

  const { items = [], totalCount } = await api.getWorkflowInstances();
  console.log(`${totalCount} instances, the newest ones:`);
  for (const instance of items.slice(0, 3)) {
    console.log(`  ${instance.id}  ${instance.processId}  ${instance.state}`);
  }
  return end.status === 'completed' ? 0 : 1;
}

/** Tells each event as it happens; answers the state when the instance has ended. */
async function follow(
  api: OrchestratorApi,
  id: string,
): Promise<InstanceState> {
  let state = await api.getInstance({ instanceId: id });
  for await (const item of api.watchInstance(id)) {
    if (item.type === 'snapshot') state = item.state;
    if (item.type === 'event') {
      state = foldInstance(state, item.event);
      console.log(`  ${item.event.type} ${item.event.task?.name ?? ''}`);
    }
    if (hasEnded(state)) break;
  }
  return state;
}

async function getToken(): Promise<string> {
  if (process.env.BACKSTAGE_TOKEN) return process.env.BACKSTAGE_TOKEN;
  const response = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  if (!response.ok) {
    throw new Error(
      `Signing in as guest failed with ${response.status}; set BACKSTAGE_TOKEN to a token of this portal`,
    );
  }
  const session = await response.json();
  return session.backstageIdentity.token;
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    console.error(`✗ ${error.cause?.message || error.message} (${baseUrl})`);
    process.exitCode = 1;
  },
);
