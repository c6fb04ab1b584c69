// Restate: its server beside this process, which holds the service that the server calls, and the client.
import * as restate from '@restatedev/restate-sdk';
import { connect } from '@restatedev/restate-sdk-clients';
import { once } from 'node:events';
import { createServer } from 'node:http2';
import { stepCount, stepResult } from '../workload.mjs';

const service = restate.service({
  name: 'fiveSteps',
  handlers: {
    run: async context => {
      for (let step = 0; step < stepCount; step += 1) {
        await context.run(`step${step}`, async () => stepResult);
      }
      return null;
    },
  },
});

/** @param {{adminUrl: string, ingressUrl: string}} options */
export async function open({ adminUrl, ingressUrl }) {
  const server = createServer(
    restate.createEndpointHandler({
      services: [service],
      logger: () => {},
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await register(adminUrl, `http://127.0.0.1:${server.address().port}`);
  const client = connect({ url: ingressUrl }).serviceClient(service);
  return {
    runOne: () => client.run(),
    close: async () => {
      server.close();
    },
  };
}

async function register(adminUrl, uri) {
  const response = await fetch(`${adminUrl}/deployments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ uri }),
  });
  if (!response.ok) {
    throw new Error(`Restate refused the service: ${await response.text()}`);
  }
}
