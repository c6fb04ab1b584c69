import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import express from 'express';
import request from 'supertest';
import { hello } from '../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../__testUtils__/startOrchestrator';
import { createRouter } from './createRouter';
import { routesOf } from './routesOf';
import { LiveStreams, standardStreamSettings } from './stream/LiveStreams';
import {
  EngineError,
  systemClock,
  type AnswerStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { InstanceService } from '../service/instances/InstanceService';
import type { OrderService } from '../service/orders/OrderService';
import type { OrchestratorService } from '../service/OrchestratorService';

jest.setTimeout(180_000);

/** A stream of many instances goes on until the client leaves; it has tests of its own. */
const isEndless = (path: string) => path === '/v2/events/stream';

describe('bad requests', () => {
  let orchestrator: TestOrchestrator;
  let client: TestClient;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions: { 'hello.yaml': hello },
    });
    client = orchestrator.client;
  });

  afterAll(() => orchestrator.stop());

  const execute = '/v2/workflows/hello/execute';

  it('answers 400 to a body that is no JSON', async () => {
    const { status, body } = await client
      .post(execute, '{"inputData": ')
      .type('json');

    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { name: 'InputError', code: 'REQUEST_INVALID' },
      request: { method: 'POST', url: execute },
      response: { statusCode: 400 },
    });
    expect(JSON.stringify(body)).not.toMatch(/at .*\.[jt]s/);
  });

  it.each(['text/plain', 'application/xml', 'nonsense'])(
    'answers 415 to a body of type %s',
    async type => {
      const { status, body } = await client
        .post(execute, 'inputData')
        .set('Content-Type', type);

      expect([status, body.error.code]).toEqual([
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ]);
    },
  );

  it('answers 415 to a charset that it does not know', async () => {
    const { status, body } = await client
      .post(execute, '{}')
      .set('Content-Type', 'application/json; charset=klingon');

    expect([status, body.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('answers 413 to a body over the limit', async () => {
    const inputData = { name: 'x'.repeat(1024 * 1024) };

    const { status, body } = await client.post(execute, { inputData });

    expect([status, body.error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it.each([
    ['{"inputData": 7}', '/body/inputData'],
    ['{"inputData": null}', '/body/inputData'],
    ['{"authTokens": {}}', '/body/authTokens'],
    ['{"authTokens": [{}]}', '/body/authTokens/0/provider'],
    ['{"targetEntity": 7}', '/body/targetEntity'],
  ])('answers 400 to the body %s', async (text, pointer) => {
    const { status, body } = await client.post(execute, text).type('json');

    expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
    expect(pointersOf(body)).toContain(pointer);
  });

  it.each(['[]', 'null', '"text"', '7'])(
    'answers 400 to %s instead of an object',
    async text => {
      const { status, body } = await client.post(execute, text).type('json');

      expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
    },
  );

  it('lists each fault by itself', async () => {
    const { body } = await client.post('/v2/workflows/instances', {
      paginationInfo: { pageSize: 'many', orderDirection: 'UP' },
    });

    expect(body.error.details).toEqual([
      {
        pointer: '/body/paginationInfo/pageSize',
        message: 'must be number',
      },
      {
        pointer: '/body/paginationInfo/orderDirection',
        message: 'must be one of ASC, DESC',
      },
    ]);
  });

  it.each([
    ['filters', '{"operator":"AND","filters":[', ']}'],
    ['paginationInfo', '{"a":', '}'],
  ])('answers 400 to bottomless %s', async (member, open, close) => {
    const depth = 20_000;
    const text = `{"${member}":${open.repeat(depth)}1${close.repeat(depth)}}`;

    const { status, body } = await client
      .post('/v2/workflows/instances', text)
      .type('json');

    expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
    expect(body.error.message).toContain('nested deeper than 100 levels');
  });

  it.each([
    [execute, { businessKey: 'a\0' }, '/body/businessKey'],
    [execute, { labels: { team: '\0' } }, '/body/labels/team'],
    [execute, { labels: { 'a/\0': 'b' } }, '/body/labels/a~1\0'],
    [
      '/v2/workflows/overview/entity',
      { annotationWorkflowIds: ['hello', 'a\0b'] },
      '/body/annotationWorkflowIds/1',
    ],
    [
      '/v2/instances/bulk',
      { action: 'cancel', reason: '\0', query: { q: 'x' } },
      '/body/reason',
    ],
  ])(
    'answers 400 to a NUL character in what %s keeps as text: %j',
    async (path, body, pointer) => {
      const answer = await client.post(path, body);

      expect(answer.status).toBe(400);
      expect(answer.body.error.details).toEqual([
        { pointer, message: 'must not contain a NUL character' },
      ]);
    },
  );

  it('takes any character in the values that a workflow works with', async () => {
    const { status, body } = await client.post(`${execute}?wait=60`, {
      inputData: { name: 'a\0b' },
    });

    expect([status, body.output.result.message]).toEqual([200, 'Hello a\0b']);
  });

  const ofExecute =
    'known: inputData, authTokens, targetEntity, businessKey, labels, priority';

  it.each<[string, object, string, string]>([
    [
      `${execute}?when=now`,
      { inputData: { name: 'Ada' } },
      '/query/when',
      'is no parameter here; known: wait',
    ],
    [
      execute,
      { name: 'Ada' },
      '/body/name',
      `is not known here; what the workflow is to work with belongs into inputData; ${ofExecute}`,
    ],
    [
      execute,
      { inputdata: {} },
      '/body/inputdata',
      `is not known here; did you mean inputData; ${ofExecute}`,
    ],
    [
      '/v2/workflows/hello/nothing/retrigger',
      { token: [] },
      '/body/token',
      'is not known here; known: authTokens',
    ],
    [
      '/v2/workflows/instances',
      { filter: {} },
      '/body/filter',
      'is not known here; did you mean filters; known: filters, paginationInfo',
    ],
    [
      '/v2/workflows/instances',
      { paginationInfo: { page: 2 } },
      '/body/paginationInfo/page',
      'is not known here; known: pageSize, offset, orderDirection, orderBy',
    ],
    [
      '/v2/workflows/overview/entity',
      { entity: 'component:default/a' },
      '/body/entity',
      'is not known here; known: targetEntity, annotationWorkflowIds',
    ],
  ])(
    'says of what it does not know what was meant: %s %j',
    async (path, sent, pointer, message) => {
      const { status, body } = await client.post(path, sent);

      expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
      expect(body.error.details).toEqual([{ pointer, message }]);
    },
  );

  it.each<[string, object]>([
    [
      `${execute}?wait=60`,
      {
        inputData: { name: 'Ada' },
        targetEntity: 'component:default/payments',
        authTokens: [{ provider: 'github', token: 'secret' }],
      },
    ],
    [
      '/v2/workflows/instances',
      {
        filters: { field: 'state', operator: 'EQ', value: 'ERROR' },
        paginationInfo: {
          pageSize: 10,
          offset: 0,
          orderBy: 'start',
          orderDirection: 'DESC',
        },
      },
    ],
    [
      '/v2/workflows/overview/entity',
      {
        targetEntity: 'component:default/payments',
        annotationWorkflowIds: ['hello'],
      },
    ],
    ['/v2/workflows/overview', {}],
  ])(
    'takes all that clients of the compatible operations send: %s',
    async (path, sent) => {
      const { status } = await client.post(path, sent);
      expect(status).toBe(200);
    },
  );

  it.each<[string, string, object | string, object]>([
    [
      'what is missing',
      '/v2/events',
      { specversion: '1.0', id: 'e-1', source: 'x' },
      { pointer: '/body/type', message: 'must be text' },
    ],
    [
      'what is missing from a body of the contract',
      '/v2/instances/bulk',
      { action: 'cancel' },
      { pointer: '/body/query', message: 'is required' },
    ],
    [
      'what may not be empty',
      '/v2/instances/bulk',
      { action: 'cancel', query: {} },
      { pointer: '/body/query', message: 'must not be empty' },
    ],
    [
      'an address that is none',
      '/v2/webhooks',
      { url: 'example', events: ['*'] },
      {
        pointer: '/body/url',
        message: 'must be an address, e.g. https://example.com/path',
      },
    ],
    [
      'a number that is too large',
      execute,
      { inputData: { name: 'Ada' }, priority: 101 },
      { pointer: '/body/priority', message: 'must be at most 100' },
    ],
    [
      'a text that is too long',
      execute,
      { inputData: { name: 'Ada' }, businessKey: 'x'.repeat(256) },
      {
        pointer: '/body/businessKey',
        message: 'must have at most 255 characters',
      },
    ],
    [
      'an operator that no form of a filter has',
      '/v2/workflows/instances',
      { filters: { field: 'state', operator: 'EQUALS', value: 'ERROR' } },
      {
        pointer: '/body/filters/operator',
        message:
          'must be one of AND, OR, NOT, EQ, GT, GTE, LT, LTE, IN, IS_NULL, LIKE, BETWEEN',
      },
    ],
    [
      'a filter within another that has no form',
      '/v2/workflows/instances',
      { filters: { operator: 'AND', filters: [{ state: 'ERROR' }] } },
      {
        pointer: '/body/filters/filters/0',
        message: 'has none of the forms that it may have',
      },
    ],
  ])('names %s at its place', async (_what, path, sent, fault) => {
    const { status, body } = await client.post(path, sent);

    expect(status).toBe(400);
    expect(body.error.details).toEqual([fault]);
  });

  it('says of an id of an event that is none what one looks like', async () => {
    const { body } = await client.get('/v2/instances/x/history?after=latest');

    expect(body.error.details).toEqual([
      {
        pointer: '/query/after',
        message: 'must be the id of an event of the log, e.g. k7.9',
      },
    ]);
  });

  it('says that a body is missing', async () => {
    const { status, body } = await request(orchestrator.url)
      .post(execute)
      .set('Authorization', mockCredentials.user.header());

    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'The request is not valid: /body is required, with the header Content-Type: application/json',
    );
  });

  it('says that it is the body which is no JSON', async () => {
    const { body } = await client.post(execute, '{"a": }').type('json');

    expect(body.error.message).toMatch(/^The body is no JSON: .*\}/);
  });

  it('says how large a body may be', async () => {
    const inputData = { name: 'x'.repeat(1024 * 1024) };

    const { body } = await client.post(execute, { inputData });

    expect(body.error.message).toBe(
      'The body is larger than 1048576 bytes, the most that this server takes',
    );
  });

  it('tells of a workflow that is not there as of one that may not be seen', async () => {
    const { body } = await client.post('/v2/workflows/helo/execute', {});

    expect(body.error.message).toBe(
      'There is no workflow "helo" that you may see',
    );
  });

  it('answers 400 to too many conditions', async () => {
    const one = { field: 'id', operator: 'EQ', value: 'x' };

    const { status, body } = await client.post('/v2/workflows/instances', {
      filters: { operator: 'OR', filters: Array(201).fill(one) },
    });

    expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
  });

  it.each([
    '/v2/instances/x/history?limit=0',
    '/v2/instances/x/history?limit=1001',
    '/v2/instances/x/history?limit=-5',
    '/v2/instances/x/history?limit=many',
    '/v2/instances/x/history?order=sideways',
    '/v2/instances/x/history?after=nonsense',
    '/v2/instances/x/history?unknown=1',
    '/v2/instances/x/history?limit=1&limit=2',
    '/v2/instances/x/events/stream?after=nonsense',
    '/v2/instances/x%00y',
    '/v2/workflows/%00',
    '/v2/workflows/hello/inputSchema?instanceId=%00',
    '/v2/workflows/hello/inputSchema?instanceId=',
    '/v2/workflows/%E0%A4%A',
    '/v2/workflows/%',
  ])('answers 400 to GET %s', async path => {
    const { status, body } = await client.get(path);

    expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
  });

  it('answers 400 to a cursor in the header that is none', async () => {
    const { status } = await client
      .get('/v2/instances/x/events/stream')
      .set('Last-Event-ID', 'nonsense');

    expect(status).toBe(400);
  });

  it.each([
    '../../etc/passwd',
    "'; drop table instances; --",
    '世界 \u{1F600}',
    '..',
    '__proto__',
    'constructor',
    'x'.repeat(5_000),
    '%',
    '{}',
  ])('answers 404 to the id %j', async id => {
    const encoded = encodeURIComponent(id);
    const paths = [
      `/v2/instances/${encoded}/history`,
      `/v2/workflows/instances/${encoded}`,
      `/v2/workflows/${encoded}/overview`,
    ];

    for (const path of paths) {
      const { status } = await client.get(path);
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it.each(['/v2/nowhere', '/', '/v1/workflows/overview'])(
    'answers 404 to %s, and says where the contract is',
    async path => {
      const { status, body } = await client.get(path);

      expect(status).toBe(404);
      expect(body.error.message).toContain('/openapi.json');
    },
  );

  it('answers 400 or 404 to a method that a path does not have', async () => {
    const { status } = await client.delete('/v2/workflows/hello/overview');

    expect([400, 404]).toContain(status);
  });

  it('answers 404 to HEAD, which the contract does not check', async () => {
    const { status } = await request(orchestrator.url)
      .head('/v2/instances?workflowId=x')
      .set('Authorization', mockCredentials.user.header());

    expect(status).toBe(404);
  });

  it('leaves a body alone that means nothing', async () => {
    const { status } = await client
      .get('/v2/workflows/hello')
      .send('<a/>')
      .set('Content-Type', 'application/xml');

    expect(status).toBe(200);
  });

  it('tells its contract', async () => {
    const { status, body } = await client.get('/openapi.json');

    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toHaveLength(
      Object.keys(openApiSpec.paths).length,
    );
  });

  it.each(routesOf(openApiSpec).filter(({ path }) => !isEndless(path)))(
    'serves $verb $path',
    async ({ verb, path }) => {
      const url = path.replace(/:\w+/g, 'none');
      const { body } = await client[verb](url);
      expect(body.error?.message ?? '').not.toContain('/openapi.json');
    },
  );

  it('takes the media type that names the version, and no other version', async () => {
    const get = (accept: string) =>
      client.get('/v2/workflows/hello').set('Accept', accept);

    expect((await get('application/vnd.orchestrator.v2+json')).status).toBe(
      200,
    );
    const refused = await get('application/vnd.orchestrator.v3+json');
    expect([refused.status, refused.body.error.code]).toEqual([
      406,
      'NOT_ACCEPTABLE',
    ]);
  });
});

describe('what is our own fault', () => {
  const away = async () => {
    throw new EngineError(
      'STORE_UNAVAILABLE',
      'The database cannot be reached',
    );
  };

  function serve(
    instances: Partial<InstanceService>,
    orders: Partial<OrderService> = {},
  ) {
    const logger = mockServices.logger.mock();
    const app = express().use(
      createRouter({
        ...({} as OrchestratorService),
        instances: instances as InstanceService,
        orders: orders as OrderService,
        answers: {} as AnswerStore,
        tables: { requireKnown: async () => {} },
        callerOf: async () => ({
          credentials: {
            $$type: '@backstage/BackstageCredentials',
            principal: undefined,
          },
          kind: 'user',
          ref: 'user:default/ada',
        }),
        streams: new LiveStreams({
          clock: systemClock,
          settings: standardStreamSettings,
        }),
        info: {
          name: 'orchestrator',
          version: '0',
          api: { version: '2.0.0' },
          runtime: { name: 'test', behaviourVersion: 1, database: 'sqlite' },
          languages: [],
          capabilities: [],
          limits: { maxBodyBytes: 1_000, inlineBytes: 4096 },
        },
        logger,
        maxBodyBytes: 1_000,
        validateResponses: true,
      }),
    );
    return { app, logger };
  }

  it('is told neutrally, and logged', async () => {
    const { app, logger } = serve({
      readHistory: async () => {
        throw new TypeError('secret detail');
      },
    });

    const { status, body } = await request(app).get(
      '/v2/workflows/instances/x/logs',
    );

    expect(status).toBe(500);
    expect(body.error.name).toBe('InternalServerError');
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(logger.error).toHaveBeenCalledWith(
      'GET /v2/workflows/instances/x/logs failed',
      expect.objectContaining({ message: 'secret detail' }),
    );
  });

  it('is told as passing when the database is away, with when to try again', async () => {
    const { app, logger } = serve({ get: away, getDetails: away });

    const { status, body, headers } = await request(app).get('/v2/instances/x');

    expect([status, body.error.code]).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('does not hide a run that has begun', async () => {
    const { app } = serve({ waitForEnd: away }, { execute: async () => 'i-1' });

    const { status, body } = await request(app)
      .post('/v2/workflows/hello/execute?wait=1')
      .send({});

    expect([status, body]).toEqual([200, { id: 'i-1' }]);
  });

  it('includes answers that break the contract', async () => {
    const { app, logger } = serve({
      search: async () => ({ items: [], total: 0.5 }),
    });

    const { status } = await request(app).post('/v2/workflows/instances');

    expect(status).toBe(500);
    expect(logger.error).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({
        message: expect.stringContaining('totalCount'),
      }),
    );
  });
});

function pointersOf(body: {
  error: { details: readonly { pointer: string }[] };
}) {
  return body.error.details.map(({ pointer }) => pointer);
}
