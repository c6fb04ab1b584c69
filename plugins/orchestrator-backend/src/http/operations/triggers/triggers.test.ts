import { TestDatabases } from '@backstage/backend-test-utils';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const scheduled = (name: string, schedule: string) => `
document: { dsl: 1.0.3, namespace: default, name: ${name}, version: 1.0.0 }
schedule: { ${schedule} }
do:
  - work: { set: { done: true } }
`;

describe.each(databases.eachSupportedId())('triggers on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let client: TestClient;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: {
        'nightly.yaml': scheduled('nightly', "cron: '0 3 * * *'"),
        'often.yaml': scheduled('often', 'every: PT0.5S'),
      },
    });
    client = orchestrator.client;
  });

  afterAll(() => orchestrator.stop());

  async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const value = await read();
      if (value !== undefined) return value;
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  const known = () =>
    until(async () => {
      const { body } = await client.get('/v2/triggers');
      return body.items.length === 2 ? body.items : undefined;
    });

  it('are listed with when they are due next', async () => {
    expect(await known()).toMatchObject([
      {
        workflowId: 'nightly',
        kind: 'cron',
        expression: '0 3 * * *',
        timeZone: 'UTC',
        enabled: true,
        nextAt: expect.stringMatching(/T03:00:00\.000Z$/),
      },
      { workflowId: 'often', kind: 'every', expression: 'every 0.5 seconds' },
    ]);
    const { body } = await client.get('/v2/triggers?workflowId=often');
    expect(body.items).toHaveLength(1);
    const [{ id }] = body.items;
    const alone = await client.get(`/v2/triggers/${encodeURIComponent(id)}`);
    expect(alone.body).toMatchObject({ id, workflowId: 'often' });
  });

  it('tell what they have started, and the next times', async () => {
    const [nightly, often] = await known();
    const path = `/v2/triggers/${encodeURIComponent(often.id)}/occurrences`;
    const items = await until(async () => {
      const { body } = await client.get(path);
      return body.items.length >= 2 ? body.items : undefined;
    });
    const { body: calm } = await client.get(
      `/v2/triggers/${encodeURIComponent(nightly.id)}/occurrences`,
    );

    expect(items[0]).toMatchObject({
      at: expect.stringMatching(/Z$/),
      handledAt: expect.stringMatching(/Z$/),
    });
    const { body } = await client.get(`/v2/instances/${items[0].instanceId}`);
    expect(body.workflow.id).toBe('often');
    expect(calm.items).toEqual([]);
    expect(calm.upcoming).toHaveLength(5);
    expect([...calm.upcoming].sort()).toEqual(calm.upcoming);
  });

  it('tell page by page what they have started, and say what is no place in the list', async () => {
    const [, often] = await known();
    const path = `/v2/triggers/${encodeURIComponent(often.id)}/occurrences`;
    const { body: first } = await client.get(`${path}?limit=1`);
    const { body: second } = await client.get(
      `${path}?limit=1&cursor=${first.next}`,
    );
    expect(first.items).toHaveLength(1);
    expect(second.items[0].at < first.items[0].at).toBe(true);
    const { status, body } = await client.get(`${path}?cursor=e30`);
    expect([status, body.error.details]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/query/cursor' })],
    ]);
  });

  it('start nothing of a disabled workflow', async () => {
    const [nightly] = await known();
    const enable = (enabled: boolean) =>
      client.patch('/v2/workflows/nightly', { enabled });
    await enable(false);
    const { body } = await client.get('/v2/triggers?workflowId=nightly');
    const tried = await client.post(
      `/v2/triggers/${encodeURIComponent(nightly.id)}/test`,
    );
    await enable(true);
    expect(body.items[0].enabled).toBe(false);
    expect([tried.status, tried.body.error.code]).toEqual([
      409,
      'WORKFLOW_DISABLED',
    ]);
  });

  it('start nothing while they are paused', async () => {
    const [, often] = await known();
    const path = `/v2/triggers/${encodeURIComponent(often.id)}`;
    const started = async () =>
      (await client.get('/v2/instances?workflowId=often&total=true')).body
        .total;

    const paused = await client.post(`${path}/pause`);
    const total = await untilStill(started);
    const resumed = await client.post(`${path}/resume`);

    expect([paused.body.enabled, resumed.body.enabled]).toEqual([false, true]);
    await until(async () => ((await started()) > total ? true : undefined));
  });

  /** What is read when it stays the same for thrice the time between two occurrences. */
  async function untilStill(read: () => Promise<number>): Promise<number> {
    for (;;) {
      const before = await read();
      await new Promise(resolve => {
        setTimeout(resolve, 1_500);
      });
      if ((await read()) === before) return before;
    }
  }

  it('are tried out by one run', async () => {
    const [nightly] = await known();
    const { status, body } = await client.post(
      `/v2/triggers/${encodeURIComponent(nightly.id)}/test`,
    );
    const end = await orchestrator.api.waitForEnd({ instanceId: body.id });
    expect([status, end.status]).toEqual([201, 'completed']);
  });

  it('are not found by another id', async () => {
    const { status, body } = await client.post('/v2/triggers/none/pause');
    expect([status, body.error.code]).toEqual([404, 'TRIGGER_NOT_FOUND']);
    expect((await client.get('/v2/triggers/none')).status).toBe(404);
  });
});
