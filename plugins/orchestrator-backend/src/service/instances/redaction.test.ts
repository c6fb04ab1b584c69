import { mockCredentials } from '@backstage/backend-test-utils';
import { openStream } from '../../__testUtils__/openStream';
import { PolicyOfTests } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const ada = 'user:default/ada';
const bob = 'user:default/bob';
const cleo = 'user:default/cleo';

const text = 'nobody-elses-business';

const hidden = {
  redacted: true,
  permission: 'orchestrator.workflowAdminView',
};

/** Its input is small, its output is kept apart. */
const growing = `
document: { dsl: 1.0.3, namespace: default, name: growing, version: 1.0.0 }
do:
  - grow: { set: { text: '\${ .text * 500 }' } }
`;

describe('values of other people’s instances', () => {
  const policy = new PolicyOfTests();
  let orchestrator: TestOrchestrator;
  let id: string;
  let ref: string;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      permissions: policy,
      definitions: { 'growing.yaml': growing },
    });
    policy.grant(ada, { read: true, use: true });
    policy.grant(bob, { read: true, readInstances: true });
    policy.grant(cleo, { read: true, readInstances: true, seeValues: true });
    const run = await as(ada)
      .post('/v2/workflows/growing/execute?wait=60', { inputData: { text } })
      .expect(200);
    id = run.body.id;
    const { body } = await as(ada).get(`/v2/instances/${id}`);
    ref = body.output.ref;
  });

  afterAll(() => orchestrator.stop());

  const as = (user: string) =>
    orchestrator.as(mockCredentials.user.header(user));

  const reads: readonly [string, () => string][] = [
    ['getInstance', () => `/v2/instances/${id}`],
    ['getInstanceHistory', () => `/v2/instances/${id}/history`],
    ['listTaskRuns', () => `/v2/instances/${id}/tasks`],
    ['getTaskRun', () => `/v2/instances/${id}/tasks/%2Fdo%2F0%2Fgrow`],
    [
      'getTaskHistory',
      () => `/v2/instances/${id}/tasks/%2Fdo%2F0%2Fgrow/history`,
    ],
    ['getStageHistory', () => `/v2/instances/${id}/stages/1/history`],
    ['getInstanceById', () => `/v2/workflows/instances/${id}`],
    [
      'getWorkflowInputSchemaById',
      () => `/v2/workflows/growing/inputSchema?instanceId=${id}`,
    ],
    [
      'getNodeInput',
      () =>
        `/v2/workflows/growing/nodes/%2Fdo%2F0%2Fgrow/input?instanceId=${id}`,
    ],
  ];

  it.each(reads)(
    'are told by %s as hidden, unless they may be seen',
    async (_, path) => {
      const answers = await Promise.all(
        [ada, bob, cleo].map(user => as(user).get(path()).expect(200)),
      );
      const [own, others, seen] = answers.map(answer => answer.text);

      expect(own).toContain(text);
      expect(others).not.toContain(text);
      expect(others).toContain(JSON.stringify(hidden).slice(1, -1));
      expect(seen).toBe(own);
    },
  );

  it.each<[string, () => string]>([
    ['getInstanceLogs', () => `/v2/instances/${id}/logs`],
    [
      'getWorkflowLogById',
      () => `/v2/workflows/instances/${id}/logs?rawlog=true`,
    ],
    ['getProgress', () => `/v2/instances/${id}/progress`],
    ['listInstances', () => '/v2/instances'],
    ['compareInstances', () => `/v2/instances/compare?a=${id}&b=${id}`],
  ])('are not told by %s', async (_, path) => {
    const answer = await as(bob).get(path()).expect(200);
    expect(answer.text).not.toContain(text);
  });

  it('are refused when they are kept apart, by the permission that is missing', async () => {
    const path = `/v2/instances/${id}/payloads/${ref}`;
    const refused = await as(bob).get(path);
    const shown = await as(cleo).get(path).expect(200);

    expect([refused.status, refused.body.error]).toEqual([
      403,
      {
        name: 'NotAllowedError',
        code: 'FORBIDDEN',
        message: 'You need the permission orchestrator.workflowAdminView',
      },
    ]);
    expect(shown.text).toContain(text);
  });

  it('are not guessed by searching for them', async () => {
    const path = `/v2/instances/${id}/history?q=${text}`;
    await as(bob).get(path).expect(403);
    const { body } = await as(cleo).get(path).expect(200);
    expect(body.items.length).toBeGreaterThan(0);
  });

  const follow = async (user: string, path: string, last: string) => {
    const stream = await openStream(`${orchestrator.url}${path}`, {
      Authorization: mockCredentials.user.header(user),
    });
    const running = stream.takeUntil(({ event }) => event === last);
    if (path === '/v2/events/stream') {
      await as(ada).post('/v2/workflows/growing/execute', {
        inputData: { text },
      });
    }
    const told = JSON.stringify((await running).map(message => message.text));
    stream.close();
    return told;
  };

  it.each<[string, () => string, string]>([
    ['of one instance', () => `/v2/instances/${id}/events/stream`, 'snapshot'],
    ['of many instances', () => '/v2/events/stream', 'instance.completed'],
  ])('are hidden on a stream %s', async (_, path, last) => {
    const others = await follow(bob, path(), last);
    const seen = await follow(cleo, path(), last);

    expect(others).toContain('redacted');
    expect(others).not.toContain(text);
    expect(seen).toContain(text);
    expect(seen).not.toContain('redacted');
  });
});
