import { mockCredentials } from '@backstage/backend-test-utils';
import { hello } from '../../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const nightly = `
document: { dsl: 1.0.3, namespace: default, name: nightly, version: 1.0.0 }
schedule: { cron: '0 3 * * *' }
do:
  - work: { set: { done: true } }
`;

const patient = `
document: { dsl: 1.0.3, namespace: default, name: patient, version: 1.0.0 }
do:
  - pause: { wait: PT1H }
`;

const named = (name: string) => hello.replace('name: hello', `name: ${name}`);

describe('a request with an Idempotency-Key', () => {
  let orchestrator: TestOrchestrator;
  let nth = 0;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions: { 'nightly.yaml': nightly, 'patient.yaml': patient },
    });
  });

  beforeEach(() => {
    nth += 1;
  });

  afterAll(() => orchestrator.stop());

  const post = (path: string, body: object, client = orchestrator.client) =>
    client.post(path, body).set('Idempotency-Key', `key-${nth}`);

  const create = (text: string) =>
    orchestrator.client
      .post('/v2/workflows', text)
      .set('Content-Type', 'application/yaml')
      .set('Idempotency-Key', `key-${nth}`);

  const event = (id: string) => ({
    specversion: '1.0',
    id,
    source: 'https://example.com/shop',
    type: 'com.example.order',
  });

  it('aborts an instance once, and is accepted again when that has ended', async () => {
    const { api, client } = orchestrator;
    const { id: instanceId } = await api.executeWorkflow({
      workflowId: 'patient',
    });
    const abort = () =>
      client
        .delete(`/v2/workflows/instances/${instanceId}/abort`)
        .set('Idempotency-Key', `key-${nth}`);

    const first = await abort();
    await api.waitForEnd({ instanceId });
    const again = await abort();

    expect([first.status, again.status]).toEqual([200, 200]);
  });

  it('is answered as the first one was, with its headers', async () => {
    const first = await create(named('once'));
    const again = await create(named('once'));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    for (const name of ['location', 'etag']) {
      expect(first.headers[name]).toBeTruthy();
      expect(again.headers[name]).toBe(first.headers[name]);
    }
  });

  it('is refused when the key was used for another', async () => {
    expect((await post('/v2/events', event('a'))).status).toBe(202);
    const other = await post('/v2/events', event('b'));
    expect([other.status, other.body.error.code]).toEqual([
      409,
      'IDEMPOTENCY_CONFLICT',
    ]);
  });

  it('does not find itself done already', async () => {
    const [first, again] = [
      await post('/v2/events', event('c')),
      await post('/v2/events', event('c')),
    ];
    expect([first.body.outcome, again.body.outcome]).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  it('may be asked again after it was refused, also otherwise', async () => {
    expect((await create('document: {}')).status).toBe(422);
    expect((await create(named('twice'))).status).toBe(201);
  });

  it('is done once when it comes twice at the same time', async () => {
    const answers = await Promise.all([
      create(named('thrice')),
      create(named('thrice')),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [201, 201],
      [201, 409],
    ]).toContainEqual(statuses);
    const codes = answers.map(({ body }) => body.error?.code).filter(Boolean);
    expect(codes).not.toContain('WORKFLOW_EXISTS');
  });

  it('is another one when somebody else sends it', async () => {
    const bob = orchestrator.as(mockCredentials.user.header('user:x/bob'));
    const first = await post('/v2/events', event('d'));
    const his = await post('/v2/events', event('d'), bob);
    expect([first.body.outcome, his.body.outcome]).toEqual([
      'accepted',
      'duplicate',
    ]);
  });

  it('counts for triggers, too', async () => {
    const { body } = await orchestrator.client.get('/v2/triggers');
    const path = `/v2/triggers/${encodeURIComponent(body.items[0].id)}`;
    expect((await post(`${path}/pause`, {})).body.enabled).toBe(false);
    await orchestrator.client.post(`${path}/resume`);
    expect((await post(`${path}/pause`, {})).body.enabled).toBe(false);
    const { body: now } = await orchestrator.client.get('/v2/triggers');
    expect(now.items[0].enabled).toBe(true);
  });
});
