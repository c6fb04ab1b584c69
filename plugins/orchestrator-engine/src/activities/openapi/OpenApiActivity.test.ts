import express from 'express';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { stringify } from 'yaml';
import type { OpenApiEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  loopbackHttp,
  valueOf,
} from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { Documents } from '../documents/Documents';
import { OpenApiActivity } from './OpenApiActivity';

const servers = new Servers();

const shop = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [
    {
      url: '/{version}/',
      variables: { version: { default: 'v1', enum: ['v1'] } },
    },
  ],
  security: [{ key: [] }],
  paths: {
    '/orders/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true },
        { name: 'fields', in: 'query', style: 'pipeDelimited' },
      ],
      get: {
        operationId: 'getOrder',
        parameters: [
          { $ref: '#/components/parameters/Trace' },
          { name: 'filter', in: 'query', style: 'deepObject' },
          { name: 'tags', in: 'query' },
          { name: 'session', in: 'cookie' },
        ],
      },
      put: {
        operationId: 'putOrder',
        security: [{ oauth: [] }, { key: [] }],
        requestBody: { $ref: 'parts.yaml#/bodies/Order' },
      },
      delete: { operationId: 'deleteOrder' },
    },
    '/upload': {
      servers: [{ url: 'other' }],
      post: {
        operationId: 'upload',
        requestBody: {
          content: { 'multipart/form-data': {}, 'application/xml': {} },
        },
      },
    },
    '/note': {
      post: {
        operationId: 'note',
        requestBody: { content: { 'text/plain': {} } },
      },
    },
    '/elsewhere': { $ref: 'parts.yaml#/paths/elsewhere' },
    '/lost': { get: { operationId: 'lost', requestBody: { $ref: '#/none' } } },
  },
  components: {
    parameters: { Trace: { name: 'X-Trace', in: 'header' } },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      oauth: { type: 'oauth2' },
    },
  },
};

const parts = {
  bodies: {
    Order: { required: true, content: { 'application/json': {} } },
  },
  paths: {
    elsewhere: {
      get: { operationId: 'elsewhere', parameters: [{ $ref: '#/limit' }] },
    },
  },
  limit: { name: 'limit', in: 'query', required: true },
};

const petstore = {
  swagger: '2.0',
  basePath: '/v2',
  consumes: ['application/json'],
  securityDefinitions: { key: { type: 'apiKey', in: 'query', name: 'k' } },
  paths: {
    '/pet/findByStatus': {
      get: {
        operationId: 'findPetsByStatus',
        parameters: [
          {
            name: 'status',
            in: 'query',
            required: true,
            type: 'array',
            collectionFormat: 'multi',
          },
          { name: 'ids', in: 'query', collectionFormat: 'pipes' },
        ],
      },
    },
    '/pet': {
      post: {
        operationId: 'addPet',
        security: [{ key: [] }],
        parameters: [{ name: 'pet', in: 'body', required: true }],
      },
    },
    '/pet/{petId}': {
      post: {
        operationId: 'updatePetWithForm',
        consumes: ['application/x-www-form-urlencoded'],
        parameters: [
          { name: 'petId', in: 'path', required: true },
          { name: 'name', in: 'formData', required: true },
          { name: 'tags', in: 'formData', type: 'array' },
        ],
      },
    },
  },
};

/** Gives the documents, and tells of every other request what came. */
function testApp() {
  const app = express();
  app.get('/docs/shop.json', (_req, res) => res.json(shop));
  app.get('/docs/parts.yaml', (_req, res) =>
    res.type('text/yaml').send(stringify(parts)),
  );
  app.get('/docs/petstore.yaml', (_req, res) =>
    res.type('text/plain').send(stringify(petstore)),
  );
  app.get('/docs/other.json', (_req, res) => res.json({ asyncapi: '3.0.0' }));
  app.get('/docs/circle.json', (_req, res) =>
    res.json({ openapi: '3.0.0', paths: { '/a': { $ref: '#/paths/~1a' } } }),
  );
  app.use(express.text({ type: '*/*' }));
  app.use((req, res) => {
    const { method, originalUrl, body } = req;
    res.status(req.path.endsWith('/gone') ? 410 : 200);
    res.json({ method, url: originalUrl, headers: req.headers, body });
  });
  return app;
}

describe('OpenApiActivity', () => {
  let base: string;
  let activity: OpenApiActivity;

  beforeAll(async () => {
    base = await servers.serve(testApp());
    const http = loopbackHttp();
    activity = new OpenApiActivity({
      http,
      documents: new Documents({ http }),
    });
  });

  afterAll(() => servers.close());

  function effect(
    document: string,
    operationId: string,
    parameters: { [name: string]: Json } = {},
    more: Partial<OpenApiEffect> = {},
  ): OpenApiEffect {
    return {
      ...BASE,
      kind: 'openapi',
      document: { uri: `${base}/docs/${document}` },
      operationId,
      parameters,
      output: 'content',
      redirect: false,
      ...more,
    };
  }

  const inShop = (
    ...[id, parameters, more]: [
      string,
      { [name: string]: Json }?,
      Partial<OpenApiEffect>?,
    ]
  ) => effect('shop.json', id, parameters, more);
  const inPetstore = (id: string, parameters: { [name: string]: Json }) =>
    effect('petstore.yaml', id, parameters);

  describe('a parameter', () => {
    it('goes where the document says, as the document says', async () => {
      const asked = inShop('getOrder', {
        id: 'a/b',
        fields: ['x', 'y'],
        filter: { from: 1, to: 2 },
        tags: ['p', 'q'],
        session: 's 1',
        'X-Trace': 't-1',
      });
      expect(await valueOf(activity, asked)).toMatchObject({
        method: 'GET',
        url: '/v1/orders/a%2Fb?fields=x%7Cy&filter%5Bfrom%5D=1&filter%5Bto%5D=2&tags=p&tags=q',
        headers: {
          'x-trace': 't-1',
          cookie: 'session=s%201',
          'idempotency-key': 'instance/do/0/get',
        },
      });
    });

    it('says which trace it belongs to', async () => {
      const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
      const asked = inPetstore('findPetsByStatus', { status: ['sold'] });
      expect(await valueOf(activity, asked, context)).toMatchObject({
        headers: { traceparent: '00-ab-cd-01' },
      });
    });

    it('may be described in another document', async () => {
      expect(
        await valueOf(activity, inShop('elsewhere', { limit: 3 })),
      ).toMatchObject({ url: '/v1/elsewhere?limit=3' });
    });

    it('is written as OpenAPI 2 has it', async () => {
      const asked = inPetstore('findPetsByStatus', {
        status: ['sold', 'new'],
        ids: [1, 2],
      });
      expect(await valueOf(activity, asked)).toMatchObject({
        url: '/v2/pet/findByStatus?status=sold&status=new&ids=1%7C2',
      });
    });
  });

  describe('the body', () => {
    const isJson = { 'content-type': 'application/json' };

    it('is what no parameter takes', async () => {
      const asked = inShop('putOrder', { id: 1, item: 'tea', count: 2 });
      expect(await valueOf(activity, asked)).toMatchObject({
        method: 'PUT',
        url: '/v1/orders/1',
        headers: isJson,
        body: '{"item":"tea","count":2}',
      });
    });

    it('is `body` when there is one', async () => {
      const asked = inShop('putOrder', { id: 1, body: 'tea', other: 1 });
      expect(await valueOf(activity, asked)).toMatchObject({ body: '"tea"' });
    });

    it('goes by its name in OpenAPI 2, too', async () => {
      const pet = { name: 'Rex' };
      const ways: { [name: string]: Json }[] = [{ pet }, { body: pet }, pet];
      for (const parameters of ways) {
        expect(
          await valueOf(activity, inPetstore('addPet', parameters)),
        ).toMatchObject({ headers: isJson, body: '{"name":"Rex"}' });
      }
    });

    it('is a form where the document says so', async () => {
      const asked = inPetstore('updatePetWithForm', {
        petId: 7,
        name: 'R x',
        tags: ['a', 'b'],
      });
      expect(await valueOf(activity, asked)).toMatchObject({
        url: '/v2/pet/7',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'name=R+x&tags=a%2Cb',
      });
    });

    it('is a multipart form, at a server of the path, where the document says so', async () => {
      const value = await valueOf(activity, inShop('upload', { title: 'x' }));
      expect(value).toMatchObject({
        url: '/docs/other/upload',
        headers: {
          'content-type': expect.stringMatching(/^multipart\/.*boundary=/),
        },
        body: expect.stringContaining('name="title"\r\n\r\nx'),
      });
    });

    it('is plain text where the document says so', async () => {
      expect(
        await valueOf(activity, inShop('note', { body: 'hi' })),
      ).toMatchObject({
        headers: { 'content-type': 'text/plain' },
        body: 'hi',
      });
    });
  });

  describe('credentials', () => {
    const authentication = { scheme: 'bearer', token: 'my-token' } as const;

    it('are the API key that the document asks for', async () => {
      const { headers } = (await valueOf(
        activity,
        inShop('getOrder', { id: 1 }, { authentication }),
      )) as { headers: object };
      expect(headers).toMatchObject({ 'x-key': 'my-token' });
      expect(headers).not.toHaveProperty('authorization');
    });

    it('are sent as they are where the document takes them so', async () => {
      const asked = inShop('putOrder', { id: 1, a: 1 }, { authentication });
      expect(await valueOf(activity, asked)).toMatchObject({
        headers: { authorization: 'Bearer my-token' },
      });
    });

    it('are not told when the answer repeats them', async () => {
      const asked = inShop('getOrder', { id: 'gone' }, { authentication });
      const error = await errorOf(activity, asked);
      expect(error).toMatchObject({ status: 410 });
      expect(JSON.stringify(error)).not.toContain('my-token');
    });
  });

  it('gives the response when asked for it', async () => {
    const asked = inShop('getOrder', { id: 1 }, { output: 'response' });
    expect(await valueOf(activity, asked)).toMatchObject({
      request: { method: 'GET', uri: `${base}/v1/orders/1` },
      statusCode: 200,
    });
  });

  it.each<[string, string, { [name: string]: Json }, RegExp, RegExp]>([
    [
      'shop.json',
      'getOrders',
      {},
      /configuration$/,
      /has no operation getOrders; it has getOrder, putOrder, deleteOrder/,
    ],
    [
      'shop.json',
      'getOrder',
      {},
      /validation$/,
      /operation getOrder needs id \(path\)/,
    ],
    [
      'shop.json',
      'deleteOrder',
      { id: 1, force: true },
      /validation$/,
      /has no parameter force and no body; it has id, fields/,
    ],
    [
      'shop.json',
      'putOrder',
      { id: 1 },
      /validation$/,
      /putOrder needs a body/,
    ],
    ['shop.json', 'lost', {}, /validation$/, /refers to #\/none/],
    ['circle.json', 'x', {}, /validation$/, /leads in a circle/],
    ['other.json', 'x', {}, /configuration$/, /is no OpenAPI document/],
    ['none.json', 'x', {}, /configuration$/, /is no OpenAPI document/],
  ])(
    'says what is wrong: %s %s %j',
    async (document, id, values, type, detail) => {
      expect(
        await errorOf(activity, effect(document, id, values)),
      ).toMatchObject({
        type: expect.stringMatching(type),
        detail: expect.stringMatching(detail),
      });
    },
  );

  it('reaches servers through the egress rules only', async () => {
    const app = express();
    app.get('/doc', (_req, res) =>
      res.json({
        openapi: '3.0.0',
        servers: [{ url: 'http://169.254.169.254' }],
        paths: { '/': { get: { operationId: 'steal' } } },
      }),
    );
    const uri = `${await servers.serve(app)}/doc`;
    const asked = effect('', 'steal', {}, { document: { uri } });
    expect(await errorOf(activity, asked)).toMatchObject({ status: 403 });
  });
});
