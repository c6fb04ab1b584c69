/** What the contract of the live stream asks to be shown of access, by its numbers. */
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import {
  OrchestratorApi,
  type OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { hello, patient } from '../../__testUtils__/definitions';
import { openStream, type OpenStream } from '../../__testUtils__/openStream';
import { PolicyOfTests } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

jest.setTimeout(180_000);

const ada = 'user:default/ada';
const bob = 'user:default/bob';

/** Half a second for the half minute or so that a check may take at most. */
const recheckMs = 500;

/** How long a token lasts once it has been shown. */
const lifetimeMs = 700;

/** Tokens that end, each another one. They last from when they are first shown, however slowly they get there. */
class EndingTokens {
  readonly #ends = new Map<string, Date | undefined>();

  /** How many were issued. */
  get count(): number {
    return this.#ends.size;
  }

  issue(user: string): string {
    const actor = { subject: `plugin:${this.count}` };
    const token = mockCredentials.user.token(user, { actor });
    this.#ends.set(token, undefined);
    return token;
  }

  /** @throws AuthenticationError when it has ended */
  endOf(authorization = ''): Date | undefined {
    const token = authorization.replace('Bearer ', '');
    if (!this.#ends.has(token)) return undefined;
    const end = this.#ends.get(token) ?? new Date(Date.now() + lifetimeMs);
    this.#ends.set(token, end);
    if (end.getTime() > Date.now()) return end;
    throw new AuthenticationError('The token has ended');
  }
}

describe('access to live events', () => {
  let orchestrator: TestOrchestrator;
  let policy: PolicyOfTests;
  let tokens: EndingTokens;

  beforeAll(async () => {
    policy = new PolicyOfTests();
    const httpAuth = mockServices.httpAuth({ pluginId: 'orchestrator' });
    const credentials: typeof httpAuth.credentials = async (req, options) => {
      const expiresAt = tokens.endOf(req.headers.authorization);
      return { ...(await httpAuth.credentials(req, options)), expiresAt };
    };
    orchestrator = await startOrchestrator({
      permissions: policy,
      httpAuth: { ...httpAuth, credentials },
      liveStreams: new LiveStreams({
        clock: systemClock,
        settings: { ...standardStreamSettings, recheckMs },
      }),
      definitions: { 'hello.yaml': hello, 'patient.yaml': patient },
    });
  });

  beforeEach(() => {
    tokens = new EndingTokens();
    policy.grant(ada, { read: true, use: true });
    policy.grant(bob, { read: true, use: true, seeOthers: true });
  });

  afterAll(() => orchestrator.stop());

  async function start(user: string, workflowId: string, inputData: object) {
    const { body } = await orchestrator
      .as(mockCredentials.user.header(user))
      .post(`/v2/workflows/${workflowId}/execute`, { inputData });
    return body.id as string;
  }

  const abort = (instanceId: string) =>
    orchestrator
      .as(mockCredentials.user.header(ada))
      .delete(`/v2/workflows/instances/${instanceId}/abort`);

  const open = (user: string, path: string) =>
    openStream(`${orchestrator.url}${path}`, {
      Authorization: mockCredentials.user.header(user),
    });

  it('9: when its token ends the stream does, and a client goes on with a new one without a gap', async () => {
    const instanceId = await start(ada, 'patient', { span: 'PT1H' });
    const path = `/v2/instances/${instanceId}/events/stream`;
    const token = tokens.issue(ada);
    const cut = openStream(`${orchestrator.url}${path}`, {
      Authorization: `Bearer ${token}`,
    });
    expect((await (await cut).rest()).at(-1)).toMatchObject({
      event: 'bye',
      data: { reason: 'token-expired' },
    });
    const refused = await openStream(`${orchestrator.url}${path}`, {
      Authorization: `Bearer ${token}`,
    });
    expect(refused.response.status).toBe(401);
    refused.close();

    const api = new OrchestratorApi({
      baseUrl: orchestrator.url,
      token: async () => tokens.issue(ada),
    });
    const broken: unknown[] = [];
    const events: OrchestratorEvent[] = [];
    let from = 0;
    let lives = 0;
    for await (const item of api.watchInstance(instanceId)) {
      if (item.type === 'snapshot') from = item.state.seq;
      if (item.type === 'connection' && item.status === 'live') lives += 1;
      if (lives === 3 && item.type === 'connection') await abort(instanceId);
      if (item.type === 'event') events.push(item.event);
      if (item.type === 'connection' && item.error) broken.push(item.error);
      if (events.at(-1)?.type === 'instance.cancelled') break;
    }

    expect(events.map(({ seq }) => seq)).toEqual(
      events.map((_, index) => from + 1 + index),
    );
    expect(tokens.count).toBeGreaterThan(3);
    expect(broken).toEqual([]);
  });

  it.each([
    ['one instance', (id: string) => `/v2/instances/${id}/events/stream`],
    ['many instances', () => '/v2/events/stream'],
  ])(
    '10: a stream of %s is closed with the next check after access was withdrawn',
    async (_, pathOf) => {
      const instanceId = await start(ada, 'patient', { span: 'PT1H' });
      const stream = await open(bob, pathOf(instanceId));
      await stream.take(1);
      const before = performance.now();

      policy.grant(bob, { read: false });
      const rest = await stream.rest();

      expect(rest.at(-1)).toMatchObject({
        event: 'bye',
        data: { reason: 'forbidden' },
      });
      const elapsedMs = performance.now() - before;
      expect(elapsedMs).toBeLessThan(standardStreamSettings.recheckMs / 2);
    },
  );

  it('10: a stream of many instances leaves out what may no longer be seen', async () => {
    const stream = await open(bob, '/v2/events/stream');
    await stream.take(1);
    await start(ada, 'hello', { name: 'seen' });
    const seen = await stream.takeUntil(
      ({ event }) => event === 'instance.completed',
    );

    policy.grant(bob, { read: true, use: true });
    const before = performance.now();
    while (await isShown(stream)) await pause(recheckMs / 5);
    const elapsedMs = performance.now() - before;
    stream.close();

    expect(seen.length).toBeGreaterThan(0);
    expect(elapsedMs).toBeLessThan(standardStreamSettings.recheckMs / 2);
  });

  /** Whether a stream of bob's tells of what ada does, up to what he does himself afterwards. */
  async function isShown(stream: OpenStream): Promise<boolean> {
    const others = await start(ada, 'hello', { name: 'hidden' });
    const own = await start(bob, 'hello', { name: 'own' });
    const events = await stream.takeUntil(
      ({ event, data }) =>
        event === 'instance.completed' && data.instanceId === own,
    );
    return JSON.stringify(events).includes(others);
  }

  it('10: hides the values that may not be seen, by the same ids as for who may see them', async () => {
    policy.grant(bob, { read: true, readInstances: true });
    const instanceId = await start(ada, 'patient', { span: 'PT1H' });
    const path = `/v2/instances/${instanceId}/events/stream?after=x.0`;
    const eventsFor = async (user: string) => {
      const stream = await open(user, path);
      const [snapshot] = await stream.take(1);
      stream.close();
      return snapshot;
    };
    const [own, others] = [await eventsFor(ada), await eventsFor(bob)];

    expect(others.id).toBe(own.id);
    expect(own.text).toContain('PT1H');
    expect(others.text).not.toContain('PT1H');
    expect(others.text).toContain(
      '"input":{"redacted":true,"permission":"orchestrator.workflowAdminView"}',
    );
  });
});

function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
