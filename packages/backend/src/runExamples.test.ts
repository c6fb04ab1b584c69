import { resolve } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import flaky from '@stagecraft/backstage-plugin-example-flaky-backend';
import orchestrator from '@stagecraft/backstage-plugin-orchestrator-backend';
import {
  OrchestratorApi,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { catalogOfTests } from './__testUtils__/catalogOfTests';

jest.setTimeout(180_000);

const services = ['billing', 'booking', 'fares', 'search'];

const catalog = catalogOfTests([
  group('crew'),
  component('billing', { owner: 'crew', lifecycle: 'production', docs: true }),
  component('booking', { owner: 'crew', lifecycle: 'someday', docs: true }),
  component('fares', { owner: 'ghosts', lifecycle: 'production', docs: true }),
  component('search', { lifecycle: 'production' }),
]);

/** Whoever calls is of the platform team. */
const platformTeam = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () =>
    mockServices.userInfo({ ownershipEntityRefs: ['group:default/platform'] }),
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
        platformTeam,
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

  it('say what is wrong with each component of the catalog', async () => {
    const { status, output } = await run('catalog-audit', {
      kind: 'Component',
    });

    expect(status).toBe('completed');
    expect(output).toMatchObject({
      value: {
        checked: 4,
        findings: [
          {
            entity: 'component:default/booking',
            problems: ['its lifecycle "someday" is not a known one'],
          },
          {
            entity: 'component:default/fares',
            problems: ['its owner group:default/ghosts does not exist'],
          },
          {
            entity: 'component:default/search',
            problems: ['has no owner', 'has no documentation'],
          },
        ],
      },
    });
  });

  it.each([
    [
      'approve',
      { keepUntil: '2030-01-31' },
      '**log-archive** is retired.',
      '2030-01-31',
    ],
    ['reject', undefined, '**log-archive** stays. ', undefined],
  ])(
    'retire a component, or not, as people decide: %s',
    async (decision, data, message, keptUntil) => {
      const { id } = await api.executeWorkflow({
        workflowId: 'ask-for-approval',
        parameters: { component: 'log-archive', reason: 'Nobody reads it' },
      });
      const approval = await pendingApprovalOf(id);
      await api.decideApproval({ approvalId: approval.id, decision, data });
      const { status, output } = await api.waitForEnd({ instanceId: id });

      expect(approval.title).toBe('Retire log-archive?');
      expect(status).toBe('completed');
      expect(output).toMatchObject({ value: { result: { message } } });
      const { outputs } = resultOf(output);
      expect(
        outputs.find(({ key }) => key === 'Data is kept until')?.value,
      ).toBe(keptUntil);
    },
  );

  it('confirm a request by an event, also by one that comes early', async () => {
    const { id } = await api.executeWorkflow({
      workflowId: 'await-confirmation',
      parameters: { request: 'r-7' },
    });
    const send = (request: string, confirmed: boolean) =>
      api.publishEvent({
        specversion: '1.0',
        id: request,
        source: 'https://example.com/desk',
        type: 'example.confirmation.given',
        data: { request, confirmed, by: 'Ada' },
      });
    await send('r-6', false);
    await send('r-7', true);
    const { status, output } = await api.waitForEnd({ instanceId: id });

    expect(status).toBe('completed');
    expect(resultOf(output).message).toBe('**r-7** was confirmed by Ada.');
  });

  it('follow an incident by its events, and end with the one that resolves it', async () => {
    const { id } = await api.executeWorkflow({
      workflowId: 'handle-incident',
      parameters: { incident: 'i-7' },
    });
    const tell = (incident: string, note: string, resolved = false) =>
      api.publishEvent({
        specversion: '1.0',
        id: note,
        source: 'https://example.com/monitor',
        type: 'example.incident.updated',
        data: { incident, note, resolved },
      });
    await tell('i-7', 'The disk is full');
    await tell('i-6', 'Another one', true);
    await tell('i-7', 'Logs were deleted', true);
    const { status, output } = await api.waitForEnd({ instanceId: id });

    expect(status).toBe('completed');
    expect(output).toMatchObject({
      value: {
        resolved: true,
        notes: ['The disk is full', 'Logs were deleted'],
        result: { outputs: [{ value: 'the team on call' }] },
      },
    });
  });

  it('roll a version out, wave by wave', async () => {
    const { id, status } = await run('roll-out', { version: 'v2' });

    expect(status).toBe('completed');
    expect(await ledgerOf(id)).toEqual(
      [5, 25, 50, 100].map(share => `v2 for ${share} %`),
    );
  });

  it('take a version back when a wave is not well', async () => {
    const { id, status, error } = await run('roll-out', {
      version: 'v2',
      illFrom: 30,
    });

    expect([status, error?.detail]).toEqual([
      'failed',
      'It was taken back at 50 % of the users',
    ]);
    expect(await ledgerOf(id)).toEqual([
      'v2 for 5 %',
      'v2 for 25 %',
      'v2 for 50 %',
      'the former version for everybody',
    ]);
  });

  it('count the catalog at three in the night, without being asked', async () => {
    const { items: triggers } = await api.listTriggers({
      workflowId: 'nightly-catalog-count',
    });
    const { nextAt = '' } = triggers[0];
    const clock = moveClockTo(nextAt);
    try {
      const { id } = await eventually(async () => {
        const { items } = await api.listInstances({
          workflowId: ['nightly-catalog-count'],
        });
        return items[0];
      });
      const { status, output } = await api.waitForEnd({ instanceId: id });

      expect(timeIn('Europe/Berlin', nextAt)).toBe('03:00:00');
      expect(status).toBe('completed');
      expect(output).toMatchObject({
        value: {
          counts: [
            { value: 'Component', count: 4 },
            { value: 'Group', count: 1 },
          ],
        },
      });
    } finally {
      clock.mockRestore();
    }
  });

  async function pendingApprovalOf(instanceId: string) {
    return eventually(async () => {
      const { items } = await api.listApprovals({
        scope: 'groups',
        status: 'pending',
        instanceId,
      });
      return items[0];
    });
  }
});

/** What the pages show of an output. */
function resultOf(output: unknown) {
  return (output as { value: { result: ShownResult } }).value.result;
}

interface ShownResult {
  readonly message: string;
  readonly outputs: readonly { readonly key: string; readonly value: Json }[];
}

async function eventually<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    await new Promise(tick => {
      setTimeout(tick, 50);
    });
  }
}

/** Lets it be this time, and time go on from there. */
function moveClockTo(time: string): jest.SpyInstance {
  const systemNow = Date.now;
  const aheadMs = Date.parse(time) - systemNow();
  return jest
    .spyOn(Date, 'now')
    .mockImplementation(() => systemNow() + aheadMs);
}

function timeIn(timeZone: string, time: string): string {
  return new Date(time).toLocaleTimeString('en-GB', { timeZone });
}

function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
  };
}

function component(
  name: string,
  told: {
    readonly owner?: string;
    readonly lifecycle: string;
    readonly docs?: boolean;
  },
): Entity {
  const { owner, lifecycle, docs } = told;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: docs ? { 'backstage.io/techdocs-ref': 'dir:.' } : {},
    },
    spec: { type: 'service', lifecycle },
    relations: owner
      ? [{ type: RELATION_OWNED_BY, targetRef: `group:default/${owner}` }]
      : [],
  };
}
