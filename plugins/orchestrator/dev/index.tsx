import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import orchestratorPlugin, { orchestratorApiRef } from '../src';
import { answerError } from '../src/__testUtils__/answerError';
import { someJob } from '../src/__testUtils__/FakeJobs';
import { FakeOrchestratorClient } from '../src/__testUtils__/FakeOrchestratorClient';
import { someWebhook } from '../src/__testUtils__/FakeWebhooks';
import { completedRun, failedRun, loopingRun, waitingRun } from './instances';
import { workflows } from './workflows';

/** Refuses the name "Bob", as a server with rules of its own would; everyone else is greeted after a short wait. */
const client: FakeOrchestratorClient = new FakeOrchestratorClient({
  workflows,
  logs: [
    waitingRun('run-waiting', 60_000),
    loopingRun('run-looping', 120),
    failedRun('run-failed', 3600),
    completedRun('run-completed', 7200),
  ],
  webhooks: [someWebhook()],
  jobs: [someJob()],
  execute: async ({ parameters }) => {
    if (parameters?.name === 'Bob') {
      throw await answerError(422, 'INPUT_INVALID', 'The input does not fit', [
        { pointer: '/name', message: 'must not be Bob' },
      ]);
    }
    const log = waitingRun(`run-${client.logs.length + 1}`, 5000);
    client.logs.push(log);
    return log.id;
  },
});

createDevApp({
  features: [
    orchestratorPlugin,
    createFrontendModule({
      pluginId: 'orchestrator',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: orchestratorApiRef,
              deps: {},
              factory: () => client,
            }),
        }),
      ],
    }),
  ],
});
