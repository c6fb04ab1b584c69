import { TestDatabases } from '@backstage/backend-test-utils';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

/** Answers its input: characters of two and of four bytes, more of them than are read at once. */
const echo = `
document: { dsl: 1.0.3, namespace: default, name: echo, version: 1.0.0 }
do:
  - answer: { set: { text: '\${ .text }' } }
`;

describe.each(databases.eachSupportedId())('payloads on %s', databaseId => {
  let orchestrator: TestOrchestrator;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: { 'echo.yaml': echo },
    });
  });

  afterAll(() => orchestrator.stop());

  async function run(text: string): Promise<string> {
    const { body } = await orchestrator.client.post(
      '/v2/workflows/echo/execute?wait=30',
      { inputData: { text }, priority: 7, businessKey: 'order-1' },
    );
    expect(body.status).toBe('completed');
    return body.id;
  }

  it('are sent piece by piece, whole, with their size and their hash', async () => {
    const { client } = orchestrator;
    const text = 'ö😀'.repeat(150_000);
    const instanceId = await run(text);
    const { body: state } = await client.get(`/v2/instances/${instanceId}`);
    const { ref, bytes } = state.output;
    const path = `/v2/instances/${instanceId}/payloads/${ref}`;

    const answer = await client.get(path).set('Accept-Encoding', 'identity');
    expect([answer.status, answer.body]).toEqual([200, { text }]);
    expect(Number(answer.headers['content-length'])).toBe(bytes);
    expect(answer.headers.etag).toBe(`"${ref}"`);

    const again = await client.get(path).set('If-None-Match', `"${ref}"`);
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('stand beside what the instance is known by', async () => {
    const instanceId = await run('short');
    const { body } = await orchestrator.client.get(
      `/v2/instances/${instanceId}`,
    );
    expect(body).toMatchObject({
      businessKey: 'order-1',
      output: { value: { text: 'short' } },
    });
  });
});
