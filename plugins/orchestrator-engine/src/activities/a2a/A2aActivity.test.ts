import express from 'express';
import type { A2aEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  loopbackHttp,
  valueOf,
} from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { Documents } from '../documents/Documents';
import { A2aActivity } from './A2aActivity';

const servers = new Servers();

/** An agent that repeats what it is asked, in one answer or in a stream. */
function testApp() {
  const app = express();
  app.use(express.json());
  app.get('/card.json', (_req, res) => res.json({ name: 'a', url: '/rpc' }));
  app.get('/new-card.json', (_req, res) =>
    res.json({
      supportedInterfaces: [
        { protocolBinding: 'GRPC', url: 'x' },
        { protocolBinding: 'JSONRPC', url: '/rpc' },
      ],
    }),
  );
  app.get('/deaf.json', (_req, res) =>
    res.json({ url: '/x', preferredTransport: 'GRPC' }),
  );
  app.post('/rpc', (req, res) => {
    const { id, method, params } = req.body;
    const { authorization, traceparent } = req.headers;
    const answer = (more: object) =>
      JSON.stringify({ jsonrpc: '2.0', id, ...more });
    if (method === 'tasks/get') {
      const error = { code: -32001, message: 'Task not found', data: params };
      res.type('json').send(answer({ error }));
    } else if (method === 'message/stream') {
      res.type('text/event-stream');
      res.write(`data: ${answer({ result: { n: 1 } })}\n\n: comment\n\n`);
      res.end(`data: ${answer({ result: { n: 2 } })}\n\n`);
    } else if (method === 'tasks/list') {
      res.status(503).send('later');
    } else if (method === 'tasks/cancel') {
      res.send('<html>');
    } else {
      res
        .type('json')
        .send(answer({ result: { params, authorization, traceparent } }));
    }
  });
  return app;
}

describe('A2aActivity', () => {
  let base: string;
  let activity: A2aActivity;

  beforeAll(async () => {
    base = await servers.serve(testApp());
    const http = loopbackHttp();
    activity = new A2aActivity({ http, documents: new Documents({ http }) });
  });

  afterAll(() => servers.close());

  function effect(method: string, more: Partial<A2aEffect> = {}): A2aEffect {
    return {
      ...BASE,
      kind: 'a2a',
      method,
      server: { uri: `${base}/rpc` },
      parameters: { message: { parts: [] } },
      ...more,
    };
  }

  it('gives the result, and completes the message', async () => {
    const value = await valueOf(activity, effect('message/send'));
    expect(value).toEqual({
      params: {
        message: {
          parts: [],
          role: 'user',
          messageId: expect.stringMatching(
            /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
          ),
        },
      },
    });
    expect(await valueOf(activity, effect('message/send'))).toEqual(value);
  });

  it.each(['card.json', 'new-card.json'])(
    'finds the agent by %s, and takes the credentials along',
    async card => {
      const agentCard = {
        uri: `${base}/${card}`,
        authentication: { scheme: 'bearer', token: 'abc' },
      } as const;
      expect(
        await valueOf(activity, effect('tasks/x', { agentCard })),
      ).toMatchObject({ authorization: 'Bearer abc' });
    },
  );

  it('says which trace it belongs to', async () => {
    const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
    const asked = effect('agent/getAuthenticatedExtendedCard', {});
    expect(await valueOf(activity, asked, context)).toMatchObject({
      traceparent: '00-ab-cd-01',
    });
  });

  it('gives all results of a stream', async () => {
    expect(await valueOf(activity, effect('message/stream'))).toEqual([
      { n: 1 },
      { n: 2 },
    ]);
  });

  it.each([
    [
      'tasks/get',
      /runtime$/,
      'tasks/get failed with -32001: Task not found: {',
    ],
    ['tasks/list', /communication$/, 'answered 503 Service Unavailable: later'],
    ['tasks/cancel', /communication$/, 'no JSON-RPC message: <html>'],
  ])('says what is wrong: %s', async (method, type, detail) => {
    expect(await errorOf(activity, effect(method))).toMatchObject({
      type: expect.stringMatching(type),
      detail: expect.stringContaining(detail),
    });
  });

  it('says that an agent does not speak JSON-RPC', async () => {
    const agentCard = { uri: `${base}/deaf.json` };
    const error = await errorOf(activity, effect('tasks/x', { agentCard }));
    expect(error?.detail).toContain('names no address for JSON-RPC');
  });
});
