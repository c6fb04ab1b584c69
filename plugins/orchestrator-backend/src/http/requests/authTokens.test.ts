import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuditorOfTests } from '../../__testUtils__/AuditorOfTests';
import { openStream } from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const token = 'ghp_the-token-of-ada';

/** Asks the service that its input names, as who runs it. */
const asking = `
document: { dsl: 1.0.3, namespace: default, name: asking, version: 1.0.0 }
use: { secrets: [authTokens] }
do:
  - ask:
      call: http
      with:
        method: get
        endpoint: \${ .url }
        headers: { authorization: '\${ "Bearer " + $secrets.authTokens.github }' }
  - tell: { set: { said: '\${ . }', with: '\${ $secrets.authTokens }' } }
`;

const idle = `
document: { dsl: 1.0.3, namespace: default, name: idle, version: 1.0.0 }
do:
  - rest: { set: { done: true } }
`;

const definitions = { 'asking.yaml': asking, 'idle.yaml': idle };

describe('authTokens', () => {
  const auditor = new AuditorOfTests();
  const received: (string | undefined)[] = [];
  let orchestrator: TestOrchestrator;
  let service: Server;
  let url: string;
  let status = 200;

  beforeAll(async () => {
    service = createServer((req, res) => {
      received.push(req.headers.authorization);
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ youSent: req.headers.authorization }));
    });
    await new Promise<void>(resolve => {
      service.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
    orchestrator = await startOrchestrator({
      auditor,
      definitions,
      config: { encryptionKeys: [Buffer.alloc(32, 7).toString('base64')] },
    });
  });

  beforeEach(() => {
    received.length = 0;
    status = 200;
  });

  afterAll(async () => {
    await orchestrator.stop();
    service.close();
  });

  const run = (workflowId: string, authTokens: object[], wait = '?wait=60') =>
    orchestrator.client.post(`/v2/workflows/${workflowId}/execute${wait}`, {
      inputData: { url },
      authTokens,
    });

  it('reach the service that the workflow calls, and no answer, event or audit note', async () => {
    const { body } = await run('asking', [{ provider: 'github', token }]);
    expect([body.status, received]).toEqual(['completed', [`Bearer ${token}`]]);

    const id = body.id as string;
    const answers = await Promise.all(
      [
        `/v2/instances/${id}`,
        `/v2/instances/${id}/history`,
        `/v2/instances/${id}/logs`,
        `/v2/workflows/instances/${id}`,
        `/v2/workflows/asking/inputSchema?instanceId=${id}`,
      ].map(path => orchestrator.client.get(path).expect(200)),
    );
    const stream = await openStream(
      `${orchestrator.url}/v2/instances/${id}/events/stream?after=x.0`,
      { Authorization: mockCredentials.user.header() },
    );
    const [snapshot] = await stream.take(1);
    stream.close();
    const told = [
      JSON.stringify(body),
      ...answers.map(({ text }) => text),
      snapshot.text,
      JSON.stringify(auditor.notes),
    ];
    told.forEach(text => expect(text).not.toContain(token));
    expect(body.output).toEqual({
      said: { youSent: 'Bearer ***' },
      with: { github: '***' },
    });
  });

  it('are replaced when the run is triggered again', async () => {
    status = 503;
    const { body } = await run('asking', [{ provider: 'github', token }]);
    expect(body.status).toBe('failed');
    status = 200;
    const retrigger = (request: object) =>
      orchestrator.client.post(
        `/v2/workflows/asking/${body.id}/retrigger`,
        request,
      );

    const refused = await retrigger({});
    expect([refused.status, refused.body.error.code]).toEqual([
      409,
      'AUTH_TOKENS_REQUIRED',
    ]);
    const other = { provider: 'github', token: 'ghp_another-token' };
    await retrigger({ authTokens: [other] }).expect(200);

    for await (const item of orchestrator.api.watchInstance(body.id)) {
      const isThere = item.type === 'snapshot' && item.state.status;
      const comes = item.type === 'event' && item.event.type;
      if (isThere === 'completed' || comes === 'instance.completed') break;
    }
    expect(received.at(-1)).toBe('Bearer ghp_another-token');
  });

  it('are accepted by retry and rerun, too', async () => {
    status = 503;
    const { body } = await run('asking', [{ provider: 'github', token }]);
    status = 200;
    const authTokens = [{ provider: 'github', token: 'ghp_another-token' }];
    const base = `/v2/instances/${body.id}`;
    const retried = await orchestrator.client.post(`${base}/retry`, {
      authTokens,
    });
    const rerun = await orchestrator.client.post(`${base}/rerun`, {
      authTokens,
    });
    expect([retried.status, rerun.status]).toEqual([202, 201]);
  });

  it('are refused when two are of one provider', async () => {
    const twice = [
      { provider: 'github', token },
      { provider: 'github', token },
    ];
    const { status: answered, body, text } = await run('asking', twice);
    expect([answered, body.error.details]).toEqual([
      400,
      [
        {
          pointer: '/body/authTokens/1/provider',
          message: 'must not be named twice: "github"',
        },
      ],
    ]);
    expect(text).not.toContain(token);
  });
});

describe('authTokens without a key', () => {
  let orchestrator: TestOrchestrator;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({ definitions });
  });

  afterAll(() => orchestrator.stop());

  it.each([
    ['asking', 501, 'ENCRYPTION_KEY_MISSING'],
    ['idle', 200, undefined],
  ])(
    'given to %s answer %i: only what would be kept needs one',
    async (workflowId, status, code) => {
      const answer = await orchestrator.client.post(
        `/v2/workflows/${workflowId}/execute`,
        { authTokens: [{ provider: 'github', token }] },
      );
      expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
      expect(answer.text).not.toContain(token);
    },
  );
});
