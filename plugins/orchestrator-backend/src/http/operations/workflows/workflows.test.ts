import { TestDatabases } from '@backstage/backend-test-utils';
import {
  broken,
  failing,
  hello,
  patient,
} from '../../../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

describe.each(databases.eachSupportedId())('workflows on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let client: TestClient;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: {
        'hello.yaml': hello,
        'patient.yaml': patient,
        'broken.yaml': broken,
        'failing.yaml': failing,
        'unreadable.yml': '{',
        'second-hello.yaml': hello,
      },
    });
    client = orchestrator.client;
  });

  afterAll(() => orchestrator.stop());

  async function run(
    workflowId: string,
    inputData = {},
    targetEntity?: string,
  ) {
    const { api } = orchestrator;
    const { id } = await api.executeWorkflow({
      workflowId,
      inputData,
      targetEntity,
    });
    await api.waitForEnd({ instanceId: id });
    return id;
  }

  async function idsOf(body: object) {
    const answer = await client.post('/v2/workflows/overview', body);
    expect(answer.status).toBe(200);
    return answer.body.overviews.map(
      (overview: { workflowId: string }) => overview.workflowId,
    );
  }

  it('lists all workflows by name, those with problems too', async () => {
    await expect(idsOf({})).resolves.toEqual([
      'broken',
      'ops.failing',
      'patient',
      'hello',
      'second-hello',
      'unreadable',
    ]);
  });

  it('lists workflows when no body is sent', async () => {
    const answer = await fetch(`${orchestrator.url}/v2/workflows/overview`, {
      method: 'POST',
    });

    expect(answer.status).toBe(200);
    expect((await answer.json()).overviews).toHaveLength(6);
  });

  it('pages, filters and sorts', async () => {
    const filters = { field: 'workflowId', operator: 'LIKE', value: '%E%' };
    const paginationInfo = {
      orderBy: 'workflowId',
      orderDirection: 'DESC',
      pageSize: 2,
      offset: 1,
    };

    await expect(idsOf({ filters, paginationInfo })).resolves.toEqual([
      'second-hello',
      'patient',
    ]);
  });

  it('filters by conditions that are combined', async () => {
    const valid = { field: 'version', operator: 'IN', value: ['1.2.0'] };
    const copy = { field: 'id', operator: 'EQ', value: 'second-hello' };
    const filters = {
      operator: 'AND',
      filters: [valid, { operator: 'NOT', filters: [copy] }],
    };

    await expect(idsOf({ filters })).resolves.toEqual(['hello']);
  });

  it('tells figures of the runs', async () => {
    const before = Date.now();
    await run('ops.failing');
    const lastRunId = await run('ops.failing');

    const { body } = await client.get('/v2/workflows/ops.failing/overview');

    expect(body).toMatchObject({
      workflowId: 'ops.failing',
      name: 'failing',
      isAvailable: true,
      lastRunId,
      lastRunStatus: 'ERROR',
      workflowRunStats: {
        totalCount: 2,
        errorCount: 2,
        successCount: 0,
        successRatio: 0,
        runsLastMonth: 2,
      },
    });
    expect(body.lastTriggeredMs).toBeGreaterThanOrEqual(before);
  });

  it('lists what an entity names, and what has run for it', async () => {
    await run('hello', { name: 'Ada' }, 'component:default/payments');
    const path = '/v2/workflows/overview/entity';

    const both = await client.post(path, {
      targetEntity: 'component:default/payments',
      annotationWorkflowIds: ['patient', 'nowhere'],
    });
    const none = await client.post(path);

    expect(
      both.body.overviews.map((one: { workflowId: string }) => one.workflowId),
    ).toEqual(['hello', 'patient']);
    expect(none.body).toEqual({ overviews: [] });
  });

  it('tells a definition', async () => {
    const { status, body } = await client.get('/v2/workflows/hello');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      workflowId: 'hello',
      namespace: 'default',
      version: '1.2.0',
      title: 'Say hello',
      description: 'Greets who you name.',
      format: 'yaml',
      valid: true,
      problems: [],
      tags: ['example', 'team:platform'],
      inputSchema: { required: ['name'] },
      definition: { document: { name: 'hello' } },
    });
  });

  it('keeps a broken definition listed, with its problem at line and column', async () => {
    const { body } = await client.get('/v2/workflows/broken');
    const overview = await client.get('/v2/workflows/broken/overview');

    expect(body).toMatchObject({ workflowId: 'broken', valid: false });
    expect(body.problems).toEqual([
      expect.objectContaining({
        code: 'UNKNOWN_PROPERTY',
        pointer: '/do/0/greet/sett',
        line: 3,
        column: 14,
        suggestion: 'set',
      }),
    ]);
    expect(overview.body).toMatchObject({
      isAvailable: false,
      availability: { reason: expect.stringMatching(/^line 3, column 14: /) },
    });
  });

  it('lists a text that cannot be read at all by the name of its file', async () => {
    const { body } = await client.get('/v2/workflows/unreadable');

    expect(body).toMatchObject({ workflowId: 'unreadable', valid: false });
    expect(body.definition).toBeUndefined();
    expect(body.problems.length).toBeGreaterThan(0);
  });

  it('lets the first of two files with the same id have it, and names it in the problem of the second', async () => {
    const first = await client.get('/v2/workflows/hello');
    const second = await client.get('/v2/workflows/second-hello');

    expect(first.body).toMatchObject({ valid: true, problems: [] });
    expect(second.body).toMatchObject({
      workflowId: 'second-hello',
      valid: false,
      problems: [
        {
          code: 'DUPLICATE_WORKFLOW',
          message: `the workflow "hello" is defined already, in ${orchestrator.folder}/hello.yaml; give one of them another name`,
        },
      ],
    });
  });

  it('tells the text as it was written', async () => {
    const { headers, text } = await client.get('/v2/workflows/broken/source');

    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toBe(broken);
  });

  it('tells the schema of the input, and the input of a run', async () => {
    const id = await run('hello', { name: 'Ada' });
    const path = '/v2/workflows/hello/inputSchema';

    const schema = await client.get(path);
    const both = await client.get(`${path}?instanceId=${id}`);
    const without = await client.get('/v2/workflows/patient/inputSchema');

    expect(schema.body.inputSchema.required).toEqual(['name']);
    expect(schema.body.data).toBeUndefined();
    expect(both.body.data).toEqual({ name: 'Ada' });
    expect(without.body).toEqual({});
  });

  it('tells no input of a run of another workflow', async () => {
    const id = await run('hello', { name: 'Ada' });

    const { status, body } = await client.get(
      `/v2/workflows/patient/inputSchema?instanceId=${id}`,
    );

    expect([status, body.error.code]).toEqual([404, 'INSTANCE_NOT_FOUND']);
  });

  it.each([
    ['hello', true],
    ['broken', false],
  ])('tells whether %s can run', async (workflowId, expected) => {
    const { body } = await client.get(
      `/v2/workflows/${workflowId}/pingWorkflowService`,
    );

    expect(body).toBe(expected);
  });

  it.each([
    '/v2/workflows/nowhere',
    '/v2/workflows/nowhere/overview',
    '/v2/workflows/nowhere/source',
    '/v2/workflows/nowhere/inputSchema',
    '/v2/workflows/nowhere/pingWorkflowService',
  ])('answers 404 to GET %s', async path => {
    const { status, body } = await client.get(path);

    expect(status).toBe(404);
    expect(body).toEqual({
      error: {
        name: 'NotFoundError',
        code: 'WORKFLOW_NOT_FOUND',
        message: 'There is no workflow "nowhere" that you may see',
      },
      request: { method: 'GET', url: path },
      response: { statusCode: 404 },
    });
  });
});
