import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { hello, patient } from '../../__testUtils__/definitions';
import {
  openStream,
  type StreamedMessage,
} from '../../__testUtils__/openStream';
import { PolicyOfTests } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const ada = 'user:default/ada';
const bob = 'user:default/bob';

describe.each(databases.eachSupportedId())('events on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let policy: PolicyOfTests;

  beforeAll(async () => {
    policy = new PolicyOfTests();
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      permissions: policy,
      liveStreams: new LiveStreams({
        clock: systemClock,
        settings: { ...standardStreamSettings, recheckMs: 300 },
      }),
      definitions: { 'hello.yaml': hello, 'patient.yaml': patient },
    });
  });

  beforeEach(() => {
    policy.grant(ada, { read: true, use: true });
    policy.grant(bob, { read: true, use: true });
  });

  afterAll(() => orchestrator.stop());

  async function run(
    user: string,
    workflowId = 'hello',
    body: object = { inputData: { name: 'Ada' } },
  ): Promise<string> {
    const answer = await orchestrator
      .as(mockCredentials.user.header(user))
      .post(`/v2/workflows/${workflowId}/execute`, body);
    return answer.body.id;
  }

  async function waitForEnd(instanceId: string) {
    const token = mockCredentials.user.token(ada);
    await orchestrator.api.waitForEnd({ instanceId }, { token });
  }

  const open = (
    user: string,
    query = '',
    headers: Record<string, string> = {},
  ) =>
    openStream(`${orchestrator.url}/v2/events/stream${query}`, {
      Authorization: mockCredentials.user.header(user),
      ...headers,
    });

  const abort = (instanceId: string) =>
    orchestrator
      .as(mockCredentials.user.header(ada))
      .delete(`/v2/workflows/instances/${instanceId}/abort`);

  const endOf = (instanceId: string) => (message: StreamedMessage) =>
    message.event === 'instance.completed' &&
    message.data.instanceId === instanceId;

  it('begins with a snapshot and goes on with all that happens from then on', async () => {
    await run(ada);
    const stream = await open(ada);
    const [first] = await stream.take(1);

    const instanceId = await run(ada);
    const events = await stream.takeUntil(endOf(instanceId));
    stream.close();

    expect(first).toMatchObject({
      event: 'snapshot',
      id: expect.stringMatching(/^g\.\d/),
      data: { type: 'snapshot', data: {} },
    });
    expect(events.map(({ data }) => [data.instanceId, data.seq])).toEqual(
      events.map((_, index) => [instanceId, index + 1]),
    );
  });

  it('goes on after the last event that the client has', async () => {
    const stream = await open(ada);
    await stream.take(1);
    const instanceId = await run(ada);
    const all = await stream.takeUntil(endOf(instanceId));
    stream.close();

    const again = await open(ada, '?after=g.0', {
      'Last-Event-ID': `${all[1].id}`,
    });
    const rest = await again.takeUntil(endOf(instanceId));
    again.close();

    expect(rest).toEqual(all.slice(2));
  });

  it('goes on after the snapshot with the first event that follows it', async () => {
    const stream = await open(ada);
    const [{ id }] = await stream.take(1);
    stream.close();
    const instanceId = await run(ada);

    const again = await open(ada, '', { 'Last-Event-ID': `${id}` });
    const events = await again.takeUntil(endOf(instanceId));
    again.close();

    expect(events[0].data).toMatchObject({ instanceId, seq: 1 });
  });

  it.each([
    ['epoch', 'k7.1'],
    ['ahead', 'g.9999999999999'],
  ])('answers a cursor that is %s with a snapshot', async (reason, id) => {
    const stream = await open(ada, '', { 'Last-Event-ID': id });
    const [first] = await stream.take(1);
    stream.close();

    expect(first).toMatchObject({
      event: 'snapshot',
      data: { data: { reason } },
    });
  });

  const isReset = ({ event }: StreamedMessage) => event === 'snapshot';

  async function remove(instanceId: string) {
    const admin = mockCredentials.user.header(ada);
    const path = `/v2/instances/${instanceId}`;
    const { status } = await orchestrator.as(admin).delete(path);
    expect(status).toBe(204);
  }

  it('tells whose cursor lies before events of an instance that was deleted, and goes on after that', async () => {
    const stream = await open(ada);
    const [{ id: before }] = await stream.take(1);
    const gone = await run(ada);
    await stream.takeUntil(endOf(gone));
    stream.close();
    await remove(gone);
    const kept = await run(ada);

    const again = await open(ada, '', { 'Last-Event-ID': `${before}` });
    const events = await again.takeUntil(isReset);
    const [reset] = events.slice(-1);
    const next = await run(ada);
    const rest = await again.takeUntil(endOf(next));
    again.close();

    expect(reset.data.data?.reason).toBe('expired');
    expect(JSON.stringify(events)).not.toContain(gone);
    expect(instancesOf(rest).filter(id => id !== kept)).toEqual([next]);
  });

  it('tells who follows, once, that an instance was deleted', async () => {
    const gone = await run(ada);
    const stream = await open(ada, `?instances=${gone}`);
    await stream.takeUntil(isReset);
    await waitForEnd(gone);

    await remove(gone);
    const events = await stream.takeUntil(isReset);
    const { id } = events[events.length - 1];
    stream.close();
    const again = await open(ada, `?instances=${gone}`, {
      'Last-Event-ID': `${id}`,
    });
    await run(ada);
    const [next] = await again.take(1);
    again.close();

    expect(events.at(-1)?.data.data?.reason).toBe('expired');
    expect(next.event).toBe('cursor');
  });

  it('shows nobody the runs of others who may not see them', async () => {
    const stream = await open(bob);
    await stream.take(1);

    const hidden = await run(ada);
    const before = await stream.takeUntil(({ event }) => event === 'cursor');
    const own = await run(bob);
    const after = await stream.takeUntil(endOf(own));
    stream.close();

    const events = [...before, ...after];
    expect(JSON.stringify(events)).not.toContain(hidden);
  });

  it('shows runs of others to who may see them, and only of workflows that may be read', async () => {
    policy.grant(bob, { read: ['hello'], seeOthers: true });
    const stream = await open(bob);
    await stream.take(1);

    const hidden = await run(ada, 'patient', { inputData: { span: 'PT0S' } });
    const seen = await run(ada);
    const events = await stream.takeUntil(endOf(seen));
    stream.close();

    expect(JSON.stringify(events)).not.toContain(hidden);
  });

  it('refuses who may read no workflow', async () => {
    policy.grant(bob, { read: false });
    const { response } = await open(bob);
    expect(response.status).toBe(403);
  });

  it('sends what is asked for, by workflow, entity and instance', async () => {
    const targetEntity = 'component:default/payments';
    const waiting = await run(ada, 'patient', { inputData: { span: 'PT1H' } });
    const streams = await Promise.all([
      open(ada, '?workflowId=hello'),
      open(ada, `?entityRef=${targetEntity}`),
      open(ada, `?instances=${waiting},other`),
    ]);
    for (const stream of streams) await stream.take(1);

    await run(ada);
    const forEntity = await run(ada, 'hello', {
      inputData: { name: 'Ada' },
      targetEntity,
    });
    const [byWorkflow, byEntity, byId] = await Promise.all([
      streams[0].takeUntil(endOf(forEntity)),
      streams[1].takeUntil(endOf(forEntity)),
      streams[2].takeUntil(({ event }) => event === 'instance.cancelled'),
      abort(waiting),
    ]);
    streams.forEach(stream => stream.close());

    expect(instancesOf(byWorkflow)).toHaveLength(2);
    expect(instancesOf(byEntity)).toEqual([forEntity]);
    expect(instancesOf(byId)).toEqual([waiting]);
  });

  it('tells who looks at one status of instances that leave it', async () => {
    const stream = await open(ada, '?status=waiting');
    await stream.take(1);

    const instanceId = await run(ada, 'patient', {
      inputData: { span: 'PT1S' },
    });
    const events = await stream.takeUntil(
      ({ event, data }) =>
        event === 'instance.status_changed' && data.data?.from === 'waiting',
    );
    stream.close();

    expect(instancesOf(events)).toEqual([instanceId]);
  });

  it('projects the events of each instance by the profile', async () => {
    const stream = await open(ada, '?profile=status');
    const [first] = await stream.take(1);
    const instanceId = await run(ada);
    const events = await stream.takeUntil(
      ({ event, data }) =>
        event === 'status_updated' && data.status === 'completed',
    );
    stream.close();

    expect(first.event).toBe('initial_status');
    expect(instancesOf(events)).toEqual([instanceId]);
    expect(events.at(-1)?.data).toMatchObject({ previousStatus: 'running' });
  });
});

function instancesOf(messages: readonly StreamedMessage[]) {
  const ids = messages.flatMap(({ data }) => data.instanceId ?? []);
  return [...new Set(ids)];
}
