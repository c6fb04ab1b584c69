import { TestDatabases } from '@backstage/backend-test-utils';
import { broken, hello, patient } from '../../../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const text = (name: string, rest = '') => `# kept as it is
document:
  dsl: 1.0.3
  namespace: default
  name: ${name}
  version: 1.0.0
${rest}do:
  - greet:
      set: { message: Hello }
`;

describe.each(databases.eachSupportedId())('definitions on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let client: TestClient;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: {
        'hello.yaml': hello,
        'patient.yaml': patient,
        'broken.yaml': broken,
      },
    });
    client = orchestrator.client;
  });

  afterAll(() => orchestrator.stop());

  const create = (yaml: string) =>
    client.post('/v2/workflows', yaml).type('application/yaml');

  describe('creating', () => {
    it('keeps the text as its author wrote it, and can run it', async () => {
      const answer = await create(text('created'));
      const source = await client.get('/v2/workflows/created/source');
      const run = await client.post('/v2/workflows/created/execute?wait=60');

      expect(answer.status).toBe(201);
      expect(answer.headers).toMatchObject({
        location: '/api/orchestrator/v2/workflows/created',
        etag: `"${answer.body.hash}"`,
      });
      expect(answer.body).toMatchObject({
        workflowId: 'created',
        source: 'api',
        enabled: true,
        valid: true,
      });
      expect(source.text).toBe(text('created'));
      expect(run.body).toMatchObject({
        status: 'completed',
        output: { message: 'Hello' },
      });
    });

    it('takes JSON, and keeps its text too', async () => {
      const json = JSON.stringify({
        document: {
          dsl: '1.0.3',
          namespace: 'ops',
          name: 'as-json',
          version: '1.0.0',
        },
        do: [{ greet: { set: { message: 'Hello' } } }],
      });

      const { status, body } = await client
        .post('/v2/workflows', json)
        .type('json');
      const source = await client.get('/v2/workflows/ops.as-json/source');

      expect([status, body.workflowId, body.format]).toEqual([
        201,
        'ops.as-json',
        'json',
      ]);
      expect(source.text).toBe(json);
    });

    it.each([
      ['an id that is taken', text('hello'), 409, 'WORKFLOW_EXISTS'],
      ['a word of the API', text('instances'), 422, 'DEFINITION_INVALID'],
      ['problems', broken, 422, 'DEFINITION_INVALID'],
    ])('refuses %s', async (_, yaml, status, code) => {
      const answer = await create(yaml);
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    });

    it('says where each problem is', async () => {
      const { body } = await create(broken);
      expect(body.error.details).toContainEqual({
        pointer: expect.stringMatching(/^\/do\/0\/greet/),
        message: expect.stringMatching(/^line 3, column \d+: /),
      });
    });
  });

  describe('changing', () => {
    it('replaces the text only while it is what the caller has seen', async () => {
      const first = await create(text('edited'));
      const put = (yaml: string, etag: string) =>
        client
          .put('/v2/workflows/edited', yaml)
          .type('application/yaml')
          .set('If-Match', etag);
      const changed = text('edited').replace('1.0.0', '1.1.0');

      const fresh = await put(changed, first.headers.etag);
      const stale = await put(text('edited'), first.headers.etag);
      const versions = await client.get('/v2/workflows/edited/versions');
      const earlier = await client.get('/v2/workflows/edited?version=1.0.0');
      const source = (version: string) =>
        client.get(`/v2/workflows/edited/source?version=${version}`);

      expect([fresh.status, fresh.body.version]).toEqual([200, '1.1.0']);
      expect([stale.status, stale.body.error.code]).toEqual([
        412,
        'VERSION_CONFLICT',
      ]);
      expect(versions.body.items).toMatchObject([
        { version: '1.1.0', current: true },
        { version: '1.0.0', current: false },
      ]);
      expect(earlier.body.hash).toBe(first.body.hash);
      expect((await source('1.0.0')).text).toBe(text('edited'));
      expect((await source('1.1.0')).text).toBe(changed);
      expect((await source('9.9.9')).body.error.code).toBe(
        'WORKFLOW_NOT_FOUND',
      );
    });

    it('pages through versions', async () => {
      await create(text('paged'));
      for (const version of ['2.0.0', '3.0.0']) {
        await client
          .put('/v2/workflows/paged', text('paged').replace('1.0.0', version))
          .type('application/yaml');
      }
      const path = '/v2/workflows/paged/versions?limit=2';

      const first = await client.get(path);
      const second = await client.get(`${path}&cursor=${first.body.next}`);

      expect(
        [first, second].map(({ body }) =>
          body.items.map(({ version }: { version: string }) => version),
        ),
      ).toEqual([['3.0.0', '2.0.0'], ['1.0.0']]);
      expect(second.body.next).toBeUndefined();
    });

    it('refuses the text of another workflow, and workflows that come from a folder', async () => {
      await create(text('mine'));
      const other = await client
        .put('/v2/workflows/mine', text('other'))
        .type('application/yaml');
      const folder = await client
        .put('/v2/workflows/hello', text('hello'))
        .type('application/yaml');

      expect([other.status, other.body.error.details[0].pointer]).toEqual([
        422,
        '/document/name',
      ]);
      expect([folder.status, folder.body.error.code]).toEqual([
        409,
        'WORKFLOW_READ_ONLY',
      ]);
    });

    it('sets title, tags and whether it may run, in place of what the definition says', async () => {
      await create(text('patched'));
      const patch = (settings: object) =>
        client.patch('/v2/workflows/patched', settings);

      const set = await patch({
        title: 'Another title',
        tags: ['fresh', 'fresh'],
        enabled: false,
      });
      const refused = await client.post('/v2/workflows/patched/execute');
      const found = await client.get('/v2/workflows?tag=fresh');
      const back = await patch({ title: null, tags: null, enabled: true });

      expect(set.body).toMatchObject({
        title: 'Another title',
        tags: ['fresh'],
        enabled: false,
      });
      expect([refused.status, refused.body.error.code]).toEqual([
        409,
        'WORKFLOW_DISABLED',
      ]);
      expect(found.body.items).toMatchObject([
        { workflowId: 'patched', title: 'Another title', health: 'disabled' },
      ]);
      expect(back.body).toMatchObject({ tags: [], enabled: true });
      expect(back.body.title).toBeUndefined();
    });

    it('deletes; what runs goes on', async () => {
      const waiting = patient.replace('name: patient', 'name: doomed');
      await create(waiting);
      const { body: run } = await client.post('/v2/workflows/doomed/execute', {
        inputData: { span: 'PT0.5S' },
      });

      const { status } = await client.delete('/v2/workflows/doomed');
      const gone = await client.get('/v2/workflows/doomed');
      const end = await orchestrator.api.waitForEnd({ instanceId: run.id });

      expect([status, gone.status, end.status]).toEqual([
        204,
        404,
        'completed',
      ]);
    });
  });

  describe('validating', () => {
    it('tells problems at their line and column, and keeps nothing', async () => {
      const check = (yaml: string) =>
        client.post('/v2/workflows/validate', yaml).type('application/yaml');

      const valid = await check(text('unheard'));
      const invalid = await check(broken);
      const nonsense = await check('}{');

      expect(valid.body).toEqual({ valid: true, problems: [] });
      expect(invalid.body).toMatchObject({
        valid: false,
        problems: [{ line: 3, severity: 'error' }],
      });
      expect(nonsense.body.valid).toBe(false);
      expect((await client.get('/v2/workflows/unheard')).status).toBe(404);
    });
  });

  describe('the graph', () => {
    it('has a node for each task, or is a Mermaid text', async () => {
      const graph = await client.get('/v2/workflows/patient/graph');
      const mermaid = await client.get(
        '/v2/workflows/patient/graph?format=mermaid',
      );

      expect(graph.body.nodes.map(({ id }: { id: string }) => id)).toEqual([
        '/do/start',
        '/do/0/pause',
        '/do/1/rest',
        '/do/end',
      ]);
      expect(mermaid.text).toMatch(/^flowchart/);
    });
  });

  describe('the list', () => {
    const idsOf = (body: { items: readonly { workflowId: string }[] }) =>
      body.items.map(({ workflowId }) => workflowId);

    it('tells how each workflow does', async () => {
      await orchestrator.api.waitForEnd({
        instanceId: (
          await orchestrator.api.executeWorkflow({
            workflowId: 'hello',
            parameters: { name: 'Ada' },
          })
        ).id,
      });

      const { body } = await client.get('/v2/workflows?limit=200');
      const healthOf = (id: string) =>
        body.items.find((one: { workflowId: string }) => one.workflowId === id);

      expect(healthOf('hello')).toMatchObject({
        health: 'healthy',
        title: 'Say hello',
        lastRun: { status: 'completed' },
        stats: { totalCount: 1 },
      });
      expect(healthOf('broken')).toMatchObject({
        health: 'invalid',
        firstProblem: { line: 3 },
      });
      expect(healthOf('patient')).toMatchObject({ health: 'idle' });
    });

    it('is searched, filtered and ordered by the database', async () => {
      const list = async (query: string) =>
        idsOf((await client.get(`/v2/workflows?${query}`)).body);

      expect(await list('q=GREETS')).toEqual(['hello']);
      expect(await list('tag=team:platform')).toEqual(['hello']);
      expect(await list('tag=example&tag=none')).toEqual([]);
      expect(await list('health=invalid')).toEqual(['broken']);
      expect(await list('q=%25')).toEqual([]);
      expect((await list('orderBy=-lastRun&limit=1'))[0]).toBe('hello');
      expect((await list('orderBy=title')).slice(0, 1)).toEqual([
        'ops.as-json',
      ]);
    });

    it('is paged without gaps and repeats', async () => {
      const all = idsOf((await client.get('/v2/workflows?limit=200')).body);
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await client.get(
          `/v2/workflows?limit=2${cursor && `&cursor=${cursor}`}`,
        );
        paged.push(...idsOf(body));
        cursor = body.next;
      } while (cursor);

      expect(paged).toEqual(all);
      expect(all.length).toBeGreaterThan(4);
    });

    it('refuses a cursor that it has not given', async () => {
      const { status, body } = await client.get('/v2/workflows?cursor=abc');
      expect([status, body.error.details[0].pointer]).toEqual([
        400,
        '/query/cursor',
      ]);
    });
  });
});
