import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { hello } from '../../../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const text = (name: string) => `# kept
document:
  dsl: 1.0.3
  namespace: default
  name: ${name}
  version: 1.0.0
do:
  - ask:
      set: { who: Ada } # the first one
      then: greet
  - greet:
      do:
        - hello:
            set: { text: 'Hello \${ .who }' }
`;

describe.each(databases.eachSupportedId())('the canvas on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let client: TestClient;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: { 'hello.yaml': hello },
    });
    client = orchestrator.client;
  });

  afterAll(() => orchestrator.stop());

  const create = (name: string) =>
    client.post('/v2/workflows', text(name)).type('application/yaml');
  const nodes = (id: string) => `/v2/workflows/${id}/nodes`;
  const node = (id: string, pointer: string) =>
    `${nodes(id)}/${encodeURIComponent(pointer)}`;
  const source = async (id: string) =>
    (await client.get(`/v2/workflows/${id}/source`)).text;
  const taskIds = (canvas: { nodes: { id: string; task?: object }[] }) =>
    canvas.nodes.filter(({ task }) => task).map(({ id }) => id);

  it('has each task where the layout puts it, and what joins them', async () => {
    await create('drawn');
    const answer = await client.get('/v2/workflows/drawn/canvas');

    expect(answer.status).toBe(200);
    expect(taskIds(answer.body)).toEqual([
      '/do/0/ask',
      '/do/1/greet',
      '/do/1/greet/do/0/hello',
    ]);
    expect(answer.body.nodes).toContainEqual(
      expect.objectContaining({
        id: '/do/0/ask',
        name: 'ask',
        kind: 'set',
        container: '/do',
        task: { set: { who: 'Ada' }, then: 'greet' },
        position: { x: expect.any(Number), y: expect.any(Number) },
      }),
    );
    const ids = new Set(
      [...answer.body.nodes, ...answer.body.containers].map(({ id }) => id),
    );
    for (const { from, to } of answer.body.edges) {
      expect(ids).toContain(from);
      expect(ids).toContain(to);
    }
  });

  it('publishes a task that is added, and gives the canvas that there is now', async () => {
    await create('grown');
    const answer = await client.post(nodes('grown'), {
      name: 'rest',
      task: { wait: 'PT1S' },
      container: '/do/1/greet/do',
      index: 0,
      position: { x: 5, y: 7.5 },
    });

    expect(answer.status).toBe(200);
    expect(taskIds(answer.body)).toContain('/do/1/greet/do/0/rest');
    const rest = answer.body.nodes.find(
      ({ name }: { name: string }) => name === 'rest',
    );
    expect(rest.position).toEqual({ x: 5, y: 7.5 });
    const now = await client.get('/v2/workflows/grown/canvas');
    expect(now.body).toEqual(answer.body);
    expect(now.headers.etag).toBe(answer.headers.etag);
    expect(await source('grown')).toContain('# the first one');
  });

  it('changes name, place and body of a task, and what it was not told stays', async () => {
    await create('changed');
    const renamed = await client.patch(node('changed', '/do/1/greet'), {
      name: 'welcome',
      position: { x: 1, y: 2 },
    });
    const moved = await client.post(
      `${node('changed', '/do/1/welcome/do/0/hello')}/move`,
      { container: '/do', index: 2 },
    );
    const emptied = await client.delete(node('changed', '/do/1/welcome'));

    expect(renamed.status).toBe(200);
    expect(moved.status).toBe(200);
    expect(emptied.status).toBe(422);
    expect(await source('changed')).toContain('then: welcome');
    expect(await source('changed')).toContain('canvas: { x: 1, y: 2 }');
  });

  it('removes a task', async () => {
    await create('shrunk');
    await client.patch(node('shrunk', '/do/0/ask'), {
      task: { set: { who: 'Eve' } },
    });
    const answer = await client.delete(node('shrunk', '/do/1/greet'));
    expect(taskIds(answer.body)).toEqual(['/do/0/ask']);
  });

  it('changes nothing for who has seen an earlier definition', async () => {
    const { headers } = await create('raced');
    await client.patch(node('raced', '/do/0/ask'), {
      position: { x: 0, y: 0 },
    });
    const late = await client
      .patch(node('raced', '/do/0/ask'), { name: 'question' })
      .set('If-Match', headers.etag);
    expect(late.status).toBe(412);
    expect(late.body.error.code).toBe('VERSION_CONFLICT');
  });

  it('refuses what would not be a definition, and says where', async () => {
    await create('sound');
    const before = await source('sound');
    const unknown = await client.post(nodes('sound'), {
      name: 'odd',
      task: { waits: 'PT1S' },
    });
    const nowhere = await client.post(nodes('sound'), {
      name: 'odd',
      task: { wait: 'PT1S' },
      container: '/do/7/x/do',
    });
    const missing = await client.delete(node('sound', '/do/7/x'));

    expect(unknown.status).toBe(422);
    expect(unknown.body.error.details[0].message).toContain('waits');
    expect(nowhere.status).toBe(422);
    expect(nowhere.body.error.details[0].pointer).toBe('/do/7/x/do');
    expect(missing.status).toBe(404);
    expect(await source('sound')).toBe(before);
  });

  it('leaves definitions alone that come from elsewhere', async () => {
    const answer = await client.delete(node('hello', '/do/0/greet'));
    expect(answer.status).toBe(409);
    expect(answer.body.error.code).toBe('WORKFLOW_READ_ONLY');
  });

  describe('the values of a task', () => {
    const value = (id: string, pointer: string, which: string, query: string) =>
      client.get(`${node(id, pointer)}/${which}?${query}`);

    it('are those of its latest run in an instance', async () => {
      await create('valued');
      const run = await client.post('/v2/workflows/valued/execute?wait=60');
      const query = `instanceId=${run.body.id}`;
      const pointer = '/do/1/greet/do/0/hello';
      const input = await value('valued', pointer, 'input', query);
      const output = await value('valued', pointer, 'output', query);

      expect(input.body).toEqual({ who: 'Ada' });
      expect(output.body).toEqual({ text: 'Hello Ada' });
      const elsewhere = await value('hello', pointer, 'input', query);
      expect(elsewhere.status).toBe(404);
    });

    it('are those of a session of trials, for who has made them alone', async () => {
      await create('tried');
      const trial = await client.post('/v2/workflows/tried/tasks/execute', {
        taskRef: '/do/1/greet/do/0/hello',
        input: { who: 'Bob' },
      });
      const pointer = '/do/1/greet/do/0/hello';
      const query = `sessionId=${trial.body.sessionId}`;
      const output = await value('tried', pointer, 'output', query);
      const input = await value('tried', pointer, 'input', query);
      const other = await orchestrator
        .as(mockCredentials.user.header('user:default/other'))
        .get(`${node('tried', pointer)}/output?${query}`);

      expect(input.body).toEqual({ who: 'Bob' });
      expect(output.body).toEqual({ text: 'Hello Bob' });
      expect(other.status).toBe(404);
    });

    it('need to be asked of one or the other', async () => {
      const neither = await value('hello', '/do/0/greet', 'input', '');
      const both = await value(
        'hello',
        '/do/0/greet',
        'input',
        'instanceId=a&sessionId=b',
      );
      expect([neither.status, both.status]).toEqual([400, 400]);
    });
  });

  it('lists the templates of new tasks, functions among them', async () => {
    const { body, status } = await client.get('/v2/node-templates');
    expect(status).toBe(200);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['set', 'call-http', 'function:log']),
    );
    expect(ids).not.toContain('run-shell');
  });
});
