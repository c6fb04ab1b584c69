import { resolve } from 'node:path';
import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import flaky from '@stagecraft/backstage-plugin-example-flaky-backend';
import orchestrator from '@stagecraft/backstage-plugin-orchestrator-backend';
import {
  OrchestratorApi,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { Router } from 'express';

jest.setTimeout(60_000);

const services = ['billing', 'booking', 'fares', 'search'];

/** A catalog as far as the examples ask it. */
const catalog = createBackendPlugin({
  pluginId: 'catalog',
  register({ registerInit }) {
    registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.get('/entities/by-query', (_req, res) => {
          res.json({ items: services.map(name => ({ metadata: { name } })) });
        });
        httpRouter.use(router);
      },
    });
  },
});

describe('the examples', () => {
  let url: string;
  let api: OrchestratorApi;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        orchestrator,
        flaky,
        catalog,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            orchestrator: {
              definitions: {
                folders: [resolve(__dirname, '../../../examples/workflows')],
              },
            },
          },
        }),
      ],
    });
    url = `http://localhost:${backend.server.port()}`;
    api = new OrchestratorApi({
      baseUrl: url,
      token: mockCredentials.user.token(),
    });
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  async function run(workflowId: string, parameters: { [name: string]: Json }) {
    const { id } = await api.executeWorkflow({ workflowId, parameters });
    return api.waitForEnd({ instanceId: id });
  }

  async function ledgerOf(account: string) {
    const response = await fetch(`${url}/api/flaky/ledger/${account}`, {
      headers: { Authorization: mockCredentials.user.header() },
    });
    const { items } = await response.json();
    return items.map((item: { entry: { what: string } }) => item.entry.what);
  }

  it.each([
    ['hello', { name: 'Ada' }],
    ['welcome-pair', { first: 'Ada', second: 'Grace' }],
    ['count-words', { text: 'to be or not to be' }],
    ['flaky-call', { failures: 1 }],
    ['nightly-maintenance', { stepSeconds: 0 }],
  ])('complete, and show a result: %s', async (workflowId, parameters) => {
    const { status, output } = await run(workflowId, parameters);

    expect([status, output]).toMatchObject([
      'completed',
      { value: { result: expect.anything() } },
    ]);
  });

  it('onboard a service', async () => {
    const { id, status } = await run('onboard-service', { service: 'fares' });

    expect(status).toBe('completed');
    expect(await ledgerOf(id)).toEqual([
      'create the repository',
      'create the pipeline',
    ]);
  });

  it('take back what onboarding has done, the last step first, when it fails', async () => {
    const { id, status, error } = await run('onboard-service', {
      service: 'fares',
      failures: 3,
    });

    expect([status, error?.title]).toEqual([
      'failed',
      'The service was not onboarded',
    ]);
    expect(await ledgerOf(id)).toEqual([
      'create the repository',
      'create the pipeline',
      'delete the pipeline',
      'delete the repository',
    ]);
  });

  it('migrate every component of a fleet, also when one of them fails', async () => {
    const { status, output } = await run('migrate-fleet', {
      unwilling: 'fares',
    });

    expect(status).toBe('completed');
    expect(output).toMatchObject({
      value: {
        reports: services.map(name => ({ name, isMigrated: name !== 'fares' })),
      },
    });
  });
});
