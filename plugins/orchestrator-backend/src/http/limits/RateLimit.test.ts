import { mockCredentials } from '@backstage/backend-test-utils';
import { hello, patient } from '../../__testUtils__/definitions';
import { openStream } from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const definitions = { 'hello.yaml': hello, 'patient.yaml': patient };
const path = '/v2/workflows/hello';

describe('how often one may ask', () => {
  let orchestrator: TestOrchestrator;
  let users = 0;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions,
      config: { rateLimit: { window: '1h', max: 3 } },
    });
  });

  afterAll(() => orchestrator.stop());

  /** The authorization of somebody who has asked for nothing yet. */
  function newUser() {
    users += 1;
    return mockCredentials.user.header(`user:default/user-${users}`);
  }

  it('is told with every answer, by both families of headers', async () => {
    const { headers } = await orchestrator.as(newUser()).get(path).expect(200);

    expect(headers).toMatchObject({
      'ratelimit-limit': '3',
      'ratelimit-remaining': '2',
      'x-ratelimit-limit': '3',
      'x-ratelimit-remaining': '2',
    });
    expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(3_500);
    expect(Number(headers['x-ratelimit-reset'])).toBeGreaterThan(
      Date.now() / 1000,
    );
  });

  it('ends with a refusal that says when to try again', async () => {
    const client = orchestrator.as(newUser());
    for (const _ of [1, 2, 3]) await client.get(path).expect(200);

    const { status, body, headers } = await client.get(path);

    expect([status, body.error.code]).toEqual([429, 'RATE_LIMITED']);
    const after = headers['retry-after'];
    expect(Number(after)).toBeGreaterThan(3_500);
    expect(body.error.message).toBe(
      `More than 3 requests within 3600 seconds; try again in ${after} seconds`,
    );
    expect(headers).toMatchObject({ 'ratelimit-remaining': '0' });
  });

  it('counts each user alone, and what was refused too', async () => {
    const client = orchestrator.as(newUser());
    for (const _ of [1, 2, 3]) await client.get('/v2/none').expect(404);
    await client.get(path).expect(429);
    const other = await orchestrator.as(newUser()).get(path);
    expect(other.status).toBe(200);
  });

  it('does not count services', async () => {
    const client = orchestrator.as(mockCredentials.service.header());
    for (const _ of [1, 2, 3, 4]) {
      const { headers } = await client.get(path).expect(200);
      expect(headers).not.toHaveProperty('ratelimit-limit');
    }
  });

  it('counts a stream as one request, however much it tells', async () => {
    const authorization = newUser();
    const client = orchestrator.as(authorization);
    const { body } = await client.post('/v2/workflows/hello/execute', {
      inputData: { name: 'you' },
    });
    const stream = await openStream(
      `${orchestrator.url}/v2/instances/${body.id}/events/stream?after=x.0`,
      { Authorization: authorization },
    );
    await stream.take(2);
    stream.close();

    const { headers } = await client.get(path).expect(200);
    expect(headers['ratelimit-remaining']).toBe('0');
  });

  it('asks who it is before all else', async () => {
    const nobody = orchestrator.as(mockCredentials.none.header());
    const { status, headers } = await nobody.get(path);
    expect(status).toBe(401);
    expect(headers).not.toHaveProperty('ratelimit-limit');
  });
});

it('can be limited for services, too', async () => {
  const orchestrator = await startOrchestrator({
    definitions,
    config: { rateLimit: { max: 1, maxForServices: 2 } },
  });
  const client = orchestrator.as(mockCredentials.service.header());
  const statuses = [];
  for (const _ of [1, 2, 3]) statuses.push((await client.get(path)).status);
  await orchestrator.stop();
  expect(statuses).toEqual([200, 200, 429]);
});
