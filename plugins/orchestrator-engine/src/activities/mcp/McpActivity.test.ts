import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { McpEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  loopbackHttp,
  valueOf,
} from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { McpActivity } from './McpActivity';

const servers = new Servers();

interface Seen {
  readonly method: string;
  readonly rpc?: string;
  readonly version?: string;
  readonly authorization?: string;
  readonly traceparent?: string;
}

/** A server of the protocol's own SDK with one tool, and what it was asked. */
function testApp(seen: Seen[], enableJsonResponse: boolean) {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const app = express();
  app.use(express.json());
  app.all('/mcp', async (req, res) => {
    seen.push({
      method: req.method,
      rpc: req.body?.method,
      version: req.get('mcp-protocol-version'),
      authorization: req.headers.authorization,
      traceparent: req.get('traceparent'),
    });
    const known = sessions.get(req.get('mcp-session-id') ?? '');
    const transport = known ?? (await open());
    await transport.handleRequest(req, res, req.body);
  });
  async function open() {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      enableJsonResponse,
      onsessioninitialized: id => void sessions.set(id, transport),
    });
    const server = new McpServer({ name: 'test', version: '1' });
    server.registerTool('greet', { description: 'Greets' }, async () => ({
      content: [{ type: 'text' as const, text: 'Hello' }],
    }));
    await server.connect(transport);
    return transport;
  }
  return app;
}

describe('McpActivity', () => {
  const seen: Seen[] = [];
  const activity = new McpActivity({
    http: loopbackHttp(),
    stdioCommands: [process.execPath, 'no-server'],
  });
  let uri: string;

  beforeEach(async () => {
    seen.length = 0;
    uri = `${await servers.serve(testApp(seen, false))}/mcp`;
  });

  afterAll(() => servers.close());

  function effect(method: string, more: Partial<McpEffect> = {}): McpEffect {
    return {
      ...BASE,
      kind: 'mcp',
      protocolVersion: '2025-06-18',
      method,
      parameters: {},
      transport: { kind: 'http', endpoint: { uri }, headers: {} },
      client: { name: 'orchestrator', version: '1' },
      ...more,
    };
  }

  const greeting = { content: [{ type: 'text', text: 'Hello' }] };

  it('makes the request in a session of its own', async () => {
    const parameters = { name: 'greet', arguments: {} };
    expect(
      await valueOf(activity, effect('tools/call', { parameters })),
    ).toEqual(greeting);
    expect(seen).toMatchObject([
      { method: 'POST', rpc: 'initialize' },
      { rpc: 'notifications/initialized', version: '2025-06-18' },
      { rpc: 'tools/call', version: '2025-06-18' },
      { method: 'DELETE' },
    ]);
  });

  it('understands plain JSON as well as streams', async () => {
    uri = `${await servers.serve(testApp(seen, true))}/mcp`;
    expect(await valueOf(activity, effect('tools/list'))).toMatchObject({
      tools: [{ name: 'greet', description: 'Greets' }],
    });
  });

  it('proves who calls', async () => {
    const endpoint = {
      uri,
      authentication: { scheme: 'bearer', token: 'abc' },
    } as const;
    const transport = { kind: 'http', endpoint, headers: {} } as const;
    await valueOf(activity, effect('tools/list', { transport }));
    expect(seen[2].authorization).toBe('Bearer abc');
  });

  it('says in each request which trace it belongs to', async () => {
    const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
    await valueOf(activity, effect('tools/list'), context);
    expect(new Set(seen.map(({ traceparent }) => traceparent))).toEqual(
      new Set(['00-ab-cd-01']),
    );
  });

  it('asks nobody while the lease is in doubt', async () => {
    const error = await errorOf(activity, effect('tools/list'), inDoubt());
    expect(error?.detail).toContain('The lease is in doubt');
    expect(seen).toEqual([]);
  });

  it('asks for nothing more once the lease has come into doubt', async () => {
    let asked = 0;
    const requireLease = () => {
      asked += 1;
      if (asked > 2) throw new Error('The lease is in doubt');
    };
    const context = { ...activityContext(), requireLease };
    const error = await errorOf(activity, effect('tools/list'), context);
    expect(error?.detail).toContain('The lease is in doubt');
    expect(seen.map(({ rpc }) => rpc)).toEqual([
      'initialize',
      'notifications/initialized',
    ]);
  });

  it('says what the server has against it', async () => {
    expect(await errorOf(activity, effect('prompts/get'))).toMatchObject({
      type: expect.stringMatching(/runtime$/),
      detail: expect.stringContaining('prompts/get failed with -32601'),
    });
  });

  it('says that there is no such server', async () => {
    const endpoint = { uri: uri.replace('/mcp', '/none') };
    const transport = { kind: 'http', endpoint, headers: {} } as const;
    expect(
      await errorOf(activity, effect('tools/list', { transport })),
    ).toMatchObject({ status: 404 });
  });

  it('ends after its time', async () => {
    const app = express();
    app.use(() => {});
    uri = await servers.serve(app);
    expect(
      await errorOf(activity, effect('tools/list', { timeoutMs: 100 })),
    ).toMatchObject({ status: 408 });
  });

  describe('over stdio', () => {
    /** Answers each line that has an id; tells its environment. */
    const script = `
      require('readline').createInterface({ input: process.stdin }).on('line', line => {
        const { id, method, params } = JSON.parse(line);
        if (method === 'prompts/get') process.exit(1);
        const answer = method === 'prompts/list'
          ? { error: { code: -32601, message: 'not ' + process.env.API_TOKEN } }
          : { result: { method, params, names: Object.keys(process.env) } };
        console.log(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/message' }));
        if (id) console.log(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
      });`;

    function stdio(method: string, command = process.execPath) {
      return effect(method, {
        parameters: { n: 1 },
        transport: {
          kind: 'stdio',
          command,
          arguments: ['-e', script],
          environment: { API_TOKEN: 'very-secret' },
        },
      });
    }

    it('makes the request of a server that it starts', async () => {
      const value = await valueOf(activity, stdio('tools/list'));
      expect(value).toMatchObject({ method: 'tools/list', params: { n: 1 } });
      expect(value).toMatchObject({ names: ['PATH', 'API_TOKEN'] });
    });

    it('starts nothing while the lease is in doubt', async () => {
      const mark = join(tmpdir(), `mcp-${randomUUID()}`);
      const code = `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`;
      const starting = stdio('tools/list');
      const marking = {
        ...starting,
        transport: { ...starting.transport, arguments: ['-e', code] },
      };
      const error = await errorOf(activity, marking, inDoubt());
      expect(error?.detail).toContain('The lease is in doubt');
      expect(existsSync(mark)).toBe(false);
    });

    it.each([
      ['prompts/list', process.execPath, 'failed with -32601: not ***'],
      ['prompts/get', process.execPath, 'ended before it answered prompts/get'],
      ['tools/list', 'no-server', 'no-server cannot be started'],
      ['tools/list', 'npx', 'npx may not be started; add it to'],
    ])('says what is wrong: %s of %s', async (method, command, detail) => {
      const error = await errorOf(activity, stdio(method, command));
      expect(error?.detail).toContain(detail);
    });
  });
});
