import { TestDatabases } from '@backstage/backend-test-utils';
import {
  KnexHousekeepingStore,
  LogTrimmer,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Knex } from 'knex';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

/** Answers its input: characters of two and of four bytes, more of them than are read at once. */
const echo = `
document: { dsl: 1.0.3, namespace: default, name: echo, version: 1.0.0 }
do:
  - answer: { set: { text: '\${ .text }' } }
`;

/** Makes a value that is kept apart in each iteration, and replaces it in the next one. */
const loop = `
document: { dsl: 1.0.3, namespace: default, name: loop, version: 1.0.0 }
do:
  - each:
      for: { in: '\${ [range(0; 40)] }', each: n }
      do:
        - work: { set: { text: '\${ ($n | tostring) + ("x" * 5000) }' } }
        - rest: { wait: { milliseconds: 1 } }
`;

describe.each(databases.eachSupportedId())('payloads on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    orchestrator = await startOrchestrator({
      knex,
      definitions: { 'echo.yaml': echo, 'loop.yaml': loop },
      config: { worker: { entriesPerCheckpoint: 20 } },
    });
  });

  afterAll(() => orchestrator.stop());

  async function run(text: string): Promise<string> {
    const { body } = await orchestrator.client.post(
      '/v2/workflows/echo/execute?wait=60',
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

  it('are there for as long as the state or an event refers to them, and said to be deleted after that', async () => {
    const { client } = orchestrator;
    const { body: started } = await client.post(
      '/v2/workflows/loop/execute?wait=60',
      { inputData: {} },
    );
    const path = `/v2/instances/${started.id}`;
    const refs = async (): Promise<string[]> => {
      const { body } = await client.get(path);
      return body.tasks.flatMap((task: { output?: { ref?: string } }) =>
        task.output?.ref ? [task.output.ref] : [],
      );
    };
    const before = await refs();
    const trimmer = new LogTrimmer(new KnexHousekeepingStore(knex));
    while ((await trimmer.trim(Date.now() + 60_000)).hasMore);
    const after = await refs();
    const deleted = before.filter(ref => !after.includes(ref));

    expect(after.length).toBeGreaterThan(0);
    for (const ref of after) {
      await client.get(`${path}/payloads/${ref}`).expect(200);
    }
    expect(deleted.length).toBeGreaterThan(0);
    const { body } = await client
      .get(`${path}/payloads/${deleted[0]}`)
      .expect(404);
    expect(body.error.code).toBe('PAYLOAD_NOT_FOUND');
    expect(body.error.message).toMatch(
      /: its events before \w+\.\d+ were deleted, and with them the values that nothing else refers to$/,
    );
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
