import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  broken,
  calling,
  failing,
  hello,
  large,
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

const entity = 'component:default/payments';

describe.each(databases.eachSupportedId())('runs on %s', databaseId => {
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
        'calling.yaml': calling,
        'large.yaml': large,
      },
    });
    client = orchestrator.client;
  });

  afterAll(() => orchestrator.stop());

  async function start(
    workflowId: string,
    inputData = {},
    targetEntity?: string,
  ) {
    const { id } = await orchestrator.api.executeWorkflow({
      workflowId,
      inputData,
      targetEntity,
    });
    return id;
  }

  async function run(
    workflowId: string,
    inputData = {},
    targetEntity?: string,
  ) {
    const instanceId = await start(workflowId, inputData, targetEntity);
    await orchestrator.api.waitForEnd({ instanceId });
    return instanceId;
  }

  async function untilWaiting(instanceId: string) {
    for await (const item of orchestrator.api.watchInstance(instanceId)) {
      const status =
        item.type === 'snapshot'
          ? item.state.status
          : item.type === 'event' &&
            item.event.type === 'instance.status_changed' &&
            item.event.data.to;
      if (status === 'waiting') return;
    }
  }

  describe('executing', () => {
    it('runs a workflow to its end', async () => {
      const instanceId = await run('hello', { name: 'Ada' }, entity);

      const { body } = await client.get(`/v2/instances/${instanceId}`);

      expect(body).toMatchObject({
        id: instanceId,
        workflow: { id: 'hello', version: '1.2.0' },
        status: 'completed',
        initiator: 'user:default/mock',
        targetEntity: entity,
        input: { value: { name: 'Ada' } },
        output: { value: { result: { message: 'Hello Ada' } } },
        tasks: [{ key: '/do/0/greet', status: 'completed', kind: 'set' }],
      });
    });

    it.each([
      ['user', mockCredentials.user.header(), 'user:default/mock'],
      ['service', mockCredentials.service.header(), 'external:test-service'],
    ])('notes which %s has started it', async (kind, header, ref) => {
      const as = orchestrator.as(header);
      const { body } = await as.post('/v2/workflows/large/execute');

      const history = await as.get(`/v2/instances/${body.id}/history`);

      expect(history.body.items[0]).toMatchObject({
        type: 'instance.created',
        actor: { kind, ref },
        data: { initiator: ref },
      });
    });

    it('calls other services by real HTTP', async () => {
      const { server, url } = await serve({ answer: 42 });
      const instanceId = await run('calling', { url });
      server.close();

      const { body } = await client.get(`/v2/instances/${instanceId}`);

      expect(body.output).toEqual({ value: { answer: { answer: 42 } } });
      expect(body.tasks[0].call).toEqual({
        target: `GET ${url}`,
        ok: true,
        status: 200,
      });
    });

    it('takes a request without a body as one without input', async () => {
      const path = '/v2/workflows/large/execute';

      const empty = await client.post(path, {});

      expect(empty.status).toBe(200);
    });

    it('names the field of an input that does not fit', async () => {
      const path = '/v2/workflows/hello/execute';
      const inputData = { name: 7 };

      const { status, body } = await client.post(path, { inputData });

      expect(status).toBe(422);
      expect(body.error).toEqual({
        name: 'InputInvalidError',
        code: 'INPUT_INVALID',
        message: expect.stringContaining('/name must be text'),
        details: [{ pointer: '/name', message: 'must be text' }],
      });
    });

    it('creates no instance for an input that does not fit', async () => {
      const count = async () =>
        (await client.post('/v2/workflows/hello/instances')).body.totalCount;
      const before = await count();

      await client.post('/v2/workflows/hello/execute', {});

      await expect(count()).resolves.toBe(before);
    });

    it('refuses a definition with problems, and says where they are', async () => {
      const { status, body } = await client.post(
        '/v2/workflows/broken/execute',
        {},
      );

      expect(status).toBe(422);
      expect(body.error).toMatchObject({
        code: 'DEFINITION_INVALID',
        message: expect.stringContaining('line 3, column 14'),
        details: [{ pointer: '/do/0/greet/sett' }],
      });
    });

    it('answers 404 for a workflow that does not exist', async () => {
      const { status, body } = await client.post(
        '/v2/workflows/nowhere/execute',
        {},
      );

      expect([status, body.error.code]).toEqual([404, 'WORKFLOW_NOT_FOUND']);
    });

    it('answers the first instance again to the same idempotency key', async () => {
      const send = (name: string) =>
        client
          .post('/v2/workflows/hello/execute', { inputData: { name } })
          .set('Idempotency-Key', 'once');

      const first = await send('Ada');
      const again = await send('Ada');
      const other = await send('Bob');

      expect(first.status).toBe(200);
      expect(again.body).toEqual(first.body);
      expect([other.status, other.body.error.code]).toEqual([
        409,
        'IDEMPOTENCY_CONFLICT',
      ]);
    });

    it('refuses the same idempotency key for another workflow', async () => {
      const send = (workflowId: string) =>
        client
          .post(`/v2/workflows/${workflowId}/execute`, {})
          .set('Idempotency-Key', 'elsewhere');

      const first = await send('large');
      const second = await send('ops.failing');

      expect([first.status, second.status]).toEqual([200, 409]);
    });

    it.each([
      'payments',
      'component:',
      `component:default/${'x'.repeat(300)}`,
      'a:b/\0',
    ])('refuses %j as the entity of a run', async targetEntity => {
      const { status, body } = await client.post(
        '/v2/workflows/large/execute',
        { targetEntity },
      );

      expect(status).toBe(400);
      expect(body.error.details[0].pointer).toBe('/body/targetEntity');
    });
  });

  describe('reading', () => {
    it('tells an instance with its nodes, as compatible clients know it', async () => {
      const instanceId = await run('hello', { name: 'Ada' }, entity);

      const { body } = await client.get(
        `/v2/workflows/instances/${instanceId}`,
      );

      expect(body).toEqual({
        id: instanceId,
        processId: 'hello',
        processName: 'Say hello',
        version: '1.2.0',
        state: 'COMPLETED',
        status: 'completed',
        start: expect.stringMatching(/Z$/),
        end: expect.stringMatching(/Z$/),
        duration: expect.stringMatching(/ seconds?$/),
        initiatorEntity: 'user:default/mock',
        targetEntity: entity,
        workflowdata: {
          name: 'Ada',
          result: {
            message: 'Hello Ada',
            outputs: [{ key: 'Name', value: 'Ada', format: 'text' }],
          },
        },
        nodes: [
          {
            __typename: 'NodeInstance',
            id: '/do/0/greet',
            nodeId: '/do/0/greet',
            definitionId: '/do/0/greet',
            name: 'greet',
            type: 'set',
            enter: expect.any(String),
            exit: expect.any(String),
          },
        ],
      });
    });

    it('tells why an instance failed', async () => {
      const instanceId = await run('ops.failing');

      const { body } = await client.get(
        `/v2/workflows/instances/${instanceId}`,
      );

      expect(body).toMatchObject({
        state: 'ERROR',
        error: {
          nodeDefinitionId: '/do/0/stumble',
          message: 'Stumbled: over its own feet',
        },
        nodes: [{ errorMessage: 'Stumbled: over its own feet' }],
      });
    });

    it('pages through the log in both directions', async () => {
      const instanceId = await run('hello', { name: 'Ada' });
      const history = async (query: string) => {
        const path = `/v2/instances/${instanceId}/history?${query}`;
        return (await client.get(path)).body;
      };

      const all = await history('');
      const second = await history(`limit=2&after=${all.items[1].id}`);
      const last = await history('limit=1&order=desc');
      const beforeLast = await history(
        `limit=1&order=desc&after=${last.items[0].id}`,
      );
      const otherEpoch = await history('limit=1&after=other.3');

      expect(all).toMatchObject({ first: 1, total: all.items.length });
      expect(all.head).toBe(all.items.length);
      expect(seqsOf(all)).toEqual(
        all.items.map((_: unknown, i: number) => i + 1),
      );
      expect(seqsOf(second)).toEqual([3, 4]);
      expect(seqsOf(last)).toEqual([all.head]);
      expect(seqsOf(beforeLast)).toEqual([all.head - 1]);
      expect(seqsOf(otherEpoch)).toEqual([1]);
    });

    it('hands large values out by reference', async () => {
      const instanceId = await run('large');
      const state = await client.get(`/v2/instances/${instanceId}`);
      const { ref, bytes } = state.body.output;
      const path = `/v2/instances/${instanceId}/payloads`;

      const payload = await client.get(`${path}/${ref}`);
      const missing = await client.get(`${path}/nothing`);

      expect(bytes).toBeGreaterThan(10_000);
      expect(payload.headers['content-type']).toMatch(/^application\/json/);
      expect(payload.body).toEqual({ text: 'x'.repeat(10_000) });
      expect([missing.status, missing.body.error.code]).toEqual([
        404,
        'PAYLOAD_NOT_FOUND',
      ]);
    });

    it('shows people a large output whole', async () => {
      const instanceId = await run('large');

      const { body } = await client.get(
        `/v2/workflows/instances/${instanceId}`,
      );

      expect(body.workflowdata.result.text).toHaveLength(10_000);
    });

    it('lists the states of compatible clients', async () => {
      const { body } = await client.get('/v2/workflows/instances/statuses');

      expect(body).toContainEqual({ key: 'Active', value: 'ACTIVE' });
      expect(body).toHaveLength(6);
    });

    it.each([
      ['get', '/v2/instances/nobody'],
      ['get', '/v2/instances/nobody/history'],
      ['get', '/v2/instances/nobody/payloads/x'],
      ['get', '/v2/instances/nobody/events/stream'],
      ['get', '/v2/workflows/instances/nobody'],
      ['get', '/v2/workflows/instances/nobody/logs'],
      ['delete', '/v2/workflows/instances/nobody/abort'],
      ['get', '/v2/workflows/hello/inputSchema?instanceId=nobody'],
    ] as const)('answers 404 to %s %s', async (method, path) => {
      const { status, body } = await client[method](path);

      expect(status).toBe(404);
      expect(body.error).toEqual({
        name: 'NotFoundError',
        code: 'INSTANCE_NOT_FOUND',
        message: 'There is no instance "nobody" that you may see',
      });
    });
  });

  describe('listing', () => {
    async function search(body: object, workflowId?: string) {
      const path = workflowId
        ? `/v2/workflows/${workflowId}/instances`
        : '/v2/workflows/instances';
      const answer = await client.post(path, body);
      expect(answer.status).toBe(200);
      return answer.body;
    }

    const where = (field: string, operator: string, value: unknown) => ({
      filters: { field, operator, value },
    });
    const inVariables = (...condition: Parameters<typeof where>) => ({
      filters: { field: 'variables', nested: where(...condition).filters },
    });

    it('lists newest first, a page at a time, and counts all', async () => {
      const ids = [
        await run('hello', { name: 'a' }, 'component:default/paged'),
        await run('hello', { name: 'b' }, 'component:default/paged'),
        await run('hello', { name: 'c' }, 'component:default/paged'),
      ];
      const filters = {
        field: 'targetEntity',
        operator: 'EQ',
        value: 'component:default/paged',
      };

      const first = await search({
        filters,
        paginationInfo: { pageSize: 2, offset: 0 },
      });
      const second = await search({
        filters,
        paginationInfo: { pageSize: 2, offset: 2 },
      });
      const oldest = await search({
        filters,
        paginationInfo: {
          orderBy: 'start',
          orderDirection: 'ASC',
          pageSize: 1,
        },
      });
      const none = await search({ filters, paginationInfo: { pageSize: 0 } });

      expect(idsOf(first)).toEqual([ids[2], ids[1]]);
      expect(idsOf(second)).toEqual([ids[0]]);
      expect(idsOf(oldest)).toEqual([ids[0]]);
      expect(none).toMatchObject({ items: [], totalCount: 3 });
      expect(first).toMatchObject({
        totalCount: 3,
        paginationInfo: { pageSize: 2, offset: 0 },
      });
    });

    it('filters by every field of its items', async () => {
      const target = 'component:default/filtered';
      const id = await run('ops.failing', {}, target);
      const { body: item } = await client.get(`/v2/workflows/instances/${id}`);
      const conditions = [
        where('id', 'EQ', id),
        where('processId', 'IN', ['ops.failing', 'hello']),
        where('processName', 'EQ', 'failing'),
        where('processName', 'LIKE', 'FAIL%'),
        where('version', 'LIKE', '1._.0'),
        where('state', 'EQ', 'ERROR'),
        where('state', 'IN', ['ERROR', 'ACTIVE']),
        where('start', 'EQ', item.start),
        where('start', 'LTE', item.start),
        where('start', 'BETWEEN', ['2020-01-01', '2999-01-01']),
        where('end', 'IS_NULL', false),
        where('end', 'GT', '2020-01-01T00:00:00Z'),
        where('end', 'IS_NULL', 'false'),
        where('initiatorEntity', 'EQ', 'user:default/mock'),
        inVariables('initiatorEntity', 'EQ', 'user:default/mock'),
        inVariables('targetEntity', 'IN', [target]),
      ];
      for (const { filters } of conditions) {
        const both = [filters, where('targetEntity', 'EQ', target).filters];
        const page = await search({
          filters: { operator: 'AND', filters: both },
        });
        expect([filters, idsOf(page)]).toEqual([filters, [id]]);
      }
    });

    it('leaves out what a filter does not hold for', async () => {
      const target = 'component:default/left-out';
      await run('hello', { name: 'Ada' }, target);
      const conditions = [
        where('id', 'EQ', 'other'),
        where('processName', 'EQ', 'hello'),
        where('state', 'EQ', 'ACTIVE'),
        where('start', 'GT', '2999-01-01'),
        where('end', 'IS_NULL', true),
        where('targetEntity', 'LIKE', 'left'),
        where('targetEntity', 'LIKE', '\\'),
      ];
      for (const { filters } of conditions) {
        const both = [filters, where('targetEntity', 'EQ', target).filters];
        const page = await search({
          filters: { operator: 'AND', filters: both },
        });
        expect([filters, page.totalCount]).toEqual([filters, 0]);
      }
    });

    it('lists the instances of one workflow', async () => {
      await run('ops.failing');

      const page = await search({}, 'ops.failing');

      expect(page.items.length).toBe(page.totalCount);
      expect(
        new Set(page.items.map((one: { processId: string }) => one.processId)),
      ).toEqual(new Set(['ops.failing']));
    });

    it('answers 404 for the instances of a workflow that does not exist', async () => {
      const { status, body } = await client.post(
        '/v2/workflows/nowhere/instances',
        {},
      );

      expect([status, body.error.code]).toEqual([404, 'WORKFLOW_NOT_FOUND']);
    });

    it.each([
      [where('color', 'EQ', 'red'), '/body/filters/field', /processId.*state/],
      [where('start', 'GT', 'soon'), '/body/filters/value', /ISO 8601/],
      [where('start', 'LIKE', '2026%'), '/body/filters/operator', /compared/],
      [where('state', 'GT', 'ACTIVE'), '/body/filters/operator', /EQ or IN/],
      [where('id', 'BETWEEN', ['a']), '/body/filters/value', /two values/],
      [where('id', 'IN', 'a'), '/body/filters/value', /a list/],
      [where('id', 'EQ', 7), '/body/filters/value', /text/],
      [where('id', 'EQ', 'a\0b'), '/body/filters/value', /NUL/],
      [where('state', 'EQ', 'failed'), '/body/filters/value', /ERROR/],
      [where('state', 'IN', ['ERROR', 'x']), '/body/filters/value/1', /ACTIVE/],
      [where('start', 'GT', 'May 1'), '/body/filters/value', /ISO 8601/],
      [where('start', 'GT', '2026-05-01T10:00'), '/body/filters/value', /ISO/],
      [where('end', 'IS_NULL', 'yes'), '/body/filters/value', /true or false/],
      [
        inVariables('color', 'EQ', 'red'),
        '/body/filters/nested/field',
        /"variables.color".*variables.targetEntity/,
      ],
      [
        { paginationInfo: { orderBy: 'color' } },
        '/body/paginationInfo/orderBy',
        /processId/,
      ],
      [
        { paginationInfo: { pageSize: 2.5 } },
        '/body/paginationInfo/pageSize',
        /whole number/,
      ],
      [
        { paginationInfo: { offset: 1e300 } },
        '/body/paginationInfo/offset',
        /whole number/,
      ],
      [
        { paginationInfo: { pageSize: -1 } },
        '/body/paginationInfo/pageSize',
        /at least 0/,
      ],
    ])('refuses %j', async (body, pointer, message) => {
      const answer = await client.post('/v2/workflows/instances', body);

      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({
        code: 'REQUEST_INVALID',
        details: [{ pointer, message: expect.stringMatching(message) }],
      });
    });
  });

  describe('aborting', () => {
    it('cancels a run', async () => {
      const instanceId = await start('patient', { span: 'PT1H' });
      await untilWaiting(instanceId);

      const answer = await client.delete(
        `/v2/workflows/instances/${instanceId}/abort`,
      );
      const { status } = await orchestrator.api.waitForEnd({ instanceId });

      expect(answer.status).toBe(200);
      expect(answer.text).toBe(`Instance ${instanceId} is being cancelled`);
      expect(status).toBe('cancelled');
    });

    it('answers 409 for a run that has ended, and names its state', async () => {
      const instanceId = await run('large');

      const { status, body } = await client.delete(
        `/v2/workflows/instances/${instanceId}/abort`,
      );

      expect(status).toBe(409);
      expect(body.error).toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('completed'),
      });
    });
  });

  describe('log lines', () => {
    it('say what happened, with time and level unless asked for raw', async () => {
      const instanceId = await run('ops.failing');
      const path = `/v2/workflows/instances/${instanceId}/logs`;

      const { body: clean } = await client.get(path);
      const { body: raw } = await client.get(`${path}?rawlog=true`);

      expect(raw.instanceId).toBe(instanceId);
      expect(raw.logs.map(({ log }: { log: string }) => log)).toEqual(
        expect.arrayContaining([
          'stumble started',
          'stumble failed with Stumbled: over its own feet',
        ]),
      );
      expect(clean.logs).toContainEqual({
        id: expect.any(String),
        log: expect.stringMatching(
          /^\d{4}-.*Z ERROR stumble failed with Stumbled/,
        ),
      });
    });
  });

  describe('retriggering', () => {
    it('answers 409 when there is nothing to retry, and 404 for an instance of another workflow', async () => {
      const instanceId = await run('large');
      const retrigger = (workflowId: string) =>
        client.post(`/v2/workflows/${workflowId}/${instanceId}/retrigger`, {});

      const own = await retrigger('large');
      const other = await retrigger('hello');

      expect([own.status, other.status]).toEqual([409, 404]);
    });
  });
});

function idsOf(page: { items: readonly { id: string }[] }) {
  return page.items.map(({ id }) => id);
}

function seqsOf(page: { items: readonly { seq: number }[] }) {
  return page.items.map(({ seq }) => seq);
}

async function serve(answer: object): Promise<{ server: Server; url: string }> {
  const server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify(answer));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/` };
}
