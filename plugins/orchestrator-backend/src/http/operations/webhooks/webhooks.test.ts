import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuditorOfTests } from '../../../__testUtils__/AuditorOfTests';
import { failing, hello } from '../../../__testUtils__/definitions';
import {
  EventReceiver,
  signatureOf,
} from '../../../__testUtils__/EventReceiver';
import { PolicyOfTests } from '../../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const ada = 'user:default/ada';

const asking = `
document: { dsl: 1.0.3, namespace: default, name: asking, version: 1.0.0 }
do:
  - ask: { call: approval, with: { title: Go on?, approvers: ['${ada}'] } }
`;

describe.each(databases.eachSupportedId())('webhooks on %s', databaseId => {
  const policy = new PolicyOfTests();
  const auditor = new AuditorOfTests();
  let orchestrator: TestOrchestrator;
  let receiver: EventReceiver;
  let client: TestClient;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      permissions: policy,
      auditor,
      definitions: {
        'hello.yaml': hello,
        'failing.yaml': failing,
        'asking.yaml': asking,
      },
    });
    client = orchestrator.as(mockCredentials.user.header(ada));
  });

  afterAll(() => orchestrator.stop());

  beforeEach(async () => {
    policy.grant(ada, { read: true, use: true, manage: true });
    auditor.notes.length = 0;
    receiver = await EventReceiver.listen();
  });

  afterEach(async () => {
    receiver.close();
    const { body } = await client.get('/v2/webhooks');
    for (const { id } of body.items ?? []) {
      await client.delete(`/v2/webhooks/${id}`);
    }
  });

  async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const value = await read();
      if (value !== undefined) return value;
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  async function create(events = ['workflow.*'], more: object = {}) {
    const request = { url: receiver.url, events, ...more };
    const { status, body } = await client.post('/v2/webhooks', request);
    expect(status).toBe(201);
    return body as { readonly id: string; readonly secret: string };
  }

  const run = (workflowId: string) =>
    client.post(`/v2/workflows/${workflowId}/execute`, {
      inputData: { name: 'Ada' },
    });

  const deliveries = async (id: string, query = '') =>
    (await client.get(`/v2/webhooks/${id}/deliveries${query}`)).body;

  it('tell of the end of a run, signed', async () => {
    const { id, secret } = await create(['workflow.completed']);
    const instance = await run('hello');
    const [delivery] = await until(async () => {
      const { items } = await deliveries(id, '?status=delivered');
      return items.length > 0 ? items : undefined;
    });

    const [message] = receiver.received;
    expect(message.headers['webhook-signature']).toBe(
      signatureOf(message, secret),
    );
    expect(JSON.parse(message.text)).toMatchObject({
      specversion: '1.0',
      type: 'io.serverlessworkflow.workflow.completed.v1',
      source: `${orchestrator.url.replace(
        '127.0.0.1',
        'localhost',
      )}/v2/instances/${instance.body.id}`,
      data: { output: { result: { message: 'Hello Ada' } } },
    });
    expect(delivery).toMatchObject({
      id: message.headers['webhook-id'],
      eventType: 'workflow.completed',
      instanceId: instance.body.id,
      attempts: [{ status: 204 }],
    });
  });

  it('tell what people are asked, and what they have decided', async () => {
    await create(['approval.*']);
    const instance = await run('asking');
    const told = (count: number) =>
      until(async () =>
        receiver.received.length < count
          ? undefined
          : receiver.received.map(({ text }) => JSON.parse(text)),
      );

    const [requested] = await told(1);
    const { approvalId, approvalUri } = requested.data;
    await client.post(`/v2/approvals/${approvalId}/decision`, {
      decision: 'reject',
      comment: 'not today',
    });
    const [, resolved] = await told(2);

    expect(requested).toMatchObject({
      type: 'io.backstage.orchestrator.approval.requested.v1',
      subject: '/do/0/ask',
      data: { title: 'Go on?', approvers: [ada] },
    });
    expect(approvalUri).toMatch(`/v2/approvals/${approvalId}`);
    expect(requested.source).toContain(instance.body.id);
    expect(resolved).toMatchObject({
      type: 'io.backstage.orchestrator.approval.resolved.v1',
      data: { approvalId, decision: 'reject', by: ada },
    });
  });

  it('show their secret once, and keep it out of the audit', async () => {
    const { id, secret } = await create();
    const { body } = await client.get('/v2/webhooks');
    const { body: alone } = await client.get(`/v2/webhooks/${id}`);
    const updated = await client.patch(`/v2/webhooks/${id}`, {
      events: ['workflow.faulted'],
    });
    const rotated = await client.patch(`/v2/webhooks/${id}`, {
      rotateSecret: true,
    });

    expect(body.items).toMatchObject([
      { id, url: receiver.url, enabled: true, createdBy: ada },
    ]);
    expect(alone).toEqual(body.items[0]);
    expect(JSON.stringify(body)).not.toContain('whsec_');
    expect(updated.body).not.toHaveProperty('secret');
    expect(updated.body.events).toEqual(['workflow.faulted']);
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(secret);
    expect(rotated.body.previousSecretUntil).toBeDefined();
    expect(JSON.stringify(auditor.notes)).not.toContain('whsec_');
    expect(auditor.notes.map(({ eventId }) => eventId)).toEqual([
      'webhook-create',
      'webhook-update',
      'webhook-update',
    ]);
  });

  it('are tried out, and what was sent is sent again', async () => {
    const { id } = await create();
    const tested = await client.post(`/v2/webhooks/${id}/test`);
    const path = `/v2/webhooks/${id}/deliveries/${tested.body.id}/redeliver`;
    const again = await client.post(path);
    await until(async () => {
      return receiver.received.length === 2 ? true : undefined;
    });

    expect(tested.body).toMatchObject({
      eventType: 'webhook.test',
      status: 'delivered',
      attempts: [{ status: 204 }],
    });
    expect([again.status, again.body.status]).toEqual([202, 'pending']);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([tested.body.id, tested.body.id]);
  });

  it('page through what was sent', async () => {
    const { id } = await create();
    for (let n = 0; n < 3; n += 1) await client.post(`/v2/webhooks/${id}/test`);
    const first = await deliveries(id, '?limit=2');
    const second = await deliveries(id, `?limit=2&cursor=${first.next}`);

    const ids = [...first.items, ...second.items].map(item => item.id);
    expect(new Set(ids).size).toBe(3);
    expect(second.next).toBeUndefined();
    const wrong = await client.get(`/v2/webhooks/${id}/deliveries?cursor=e30`);
    expect(wrong.body.error.code).toBe('REQUEST_INVALID');
  });

  it('send nothing more when the receiver is gone or they are switched off', async () => {
    receiver.status = 410;
    const { id } = await create(['workflow.faulted']);
    await run('ops.failing');
    const webhook = await until(async () => {
      const { body } = await client.get('/v2/webhooks');
      return body.items[0].enabled ? undefined : body.items[0];
    });
    const [delivery] = (await deliveries(id)).items;
    const path = `/v2/webhooks/${id}/deliveries/${delivery.id}/redeliver`;
    const refused = await client.post(path);

    expect(webhook.disabledBecause).toContain('410');
    expect([refused.status, refused.body.error.code]).toEqual([
      409,
      'STATE_CONFLICT',
    ]);
  });

  it.each([
    [{ url: 'ftp://example.com' }, '/url', 'https://'],
    [{ url: 'http://169.254.169.254/' }, '/url', 'never allowed'],
    [{ events: ['workflow.failed'] }, '/events/0', 'workflow.faulted'],
    [{ secret: 'whsec_c2hvcnQ=' }, '/secret', '24 to 64 bytes'],
  ])('refuse %j', async (more, pointer, words) => {
    const request = { url: receiver.url, events: ['*'], ...more };
    const { status, body } = await client.post('/v2/webhooks', request);

    expect([status, body.error.code]).toEqual([422, 'INPUT_INVALID']);
    expect(body.error.details).toEqual([
      { pointer, message: expect.stringContaining(words) },
    ]);
  });

  it('are for those who may manage workflows', async () => {
    const { id } = await create();
    policy.grant(ada, { read: true, use: true });
    const answers = [
      await client.get('/v2/webhooks'),
      await client.post('/v2/webhooks', { url: receiver.url, events: ['*'] }),
      await client.patch(`/v2/webhooks/${id}`, { enabled: false }),
      await client.post(`/v2/webhooks/${id}/test`),
      await client.get(`/v2/webhooks/${id}/deliveries`),
      await client.post(`/v2/webhooks/${id}/deliveries/x/redeliver`),
      await client.delete(`/v2/webhooks/${id}`),
    ];
    policy.grant(ada, { manage: true });

    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body.error.message).toContain('orchestrator.workflow.manage');
    }
    expect(
      auditor.notes.filter(note => note.outcome !== 'success'),
    ).toHaveLength(answers.length);
    expect(receiver.received).toEqual([]);
  });

  it('are not found by another id', async () => {
    const { id } = await create();
    const { body } = await client.patch('/v2/webhooks/x', { enabled: true });
    const path = `/v2/webhooks/${id}/deliveries/x/redeliver`;
    expect(body.error.code).toBe('WEBHOOK_NOT_FOUND');
    expect((await client.post(path)).body.error.code).toBe(
      'DELIVERY_NOT_FOUND',
    );
  });
});
