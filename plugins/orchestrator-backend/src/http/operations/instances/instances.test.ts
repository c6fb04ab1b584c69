import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestDatabases } from '@backstage/backend-test-utils';
import { failing, hello, patient } from '../../../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const each = `
document: { dsl: 1.0.3, namespace: default, name: each, version: 1.0.0 }
do:
  - count:
      for: { each: number, in: '\${ .numbers }' }
      do:
        - double: { set: { twice: '\${ $number * 2 }' } }
  - rest: { set: { done: true } }
`;

/** Fails as long as its service does. */
const fragile = `
document: { dsl: 1.0.3, namespace: default, name: fragile, version: 1.0.0 }
do:
  - prepare: { set: { url: '\${ .url }', prepared: true } }
  - ask:
      call: http
      with: { method: get, endpoint: '\${ .url }' }
  - finish: { set: { finished: '\${ . }' } }
`;

/** Tries twice, in vain. */
const persistent = `
document: { dsl: 1.0.3, namespace: default, name: persistent, version: 1.0.0 }
do:
  - guard:
      try:
        - stumble: { raise: { error: { type: 'https://example.com/no', status: 418 } } }
      catch: { retry: { delay: PT0.01S, limit: { attempt: { count: 1 } } } }
`;

const listening = `
document: { dsl: 1.0.3, namespace: default, name: listening, version: 1.0.0 }
do:
  - listen:
      listen: { to: { one: { with: { type: com.example.paid } } } }
`;

describe.each(databases.eachSupportedId())('instances on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  let client: TestClient;
  let service: FlakyService;

  beforeAll(async () => {
    service = await FlakyService.start();
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: {
        'hello.yaml': hello,
        'patient.yaml': patient,
        'failing.yaml': failing,
        'each.yaml': each,
        'fragile.yaml': fragile,
        'persistent.yaml': persistent,
        'listening.yaml': listening,
      },
    });
    client = orchestrator.client;
  });

  afterAll(async () => {
    await orchestrator.stop();
    await service.stop();
  });

  async function start(workflowId: string, body: object = {}) {
    const answer = await client.post(
      `/v2/workflows/${workflowId}/execute`,
      body,
    );
    expect(answer.status).toBe(200);
    return answer.body.id as string;
  }

  async function run(workflowId: string, body: object = {}) {
    const id = await start(workflowId, body);
    await orchestrator.api.waitForEnd({ instanceId: id });
    return id;
  }

  const waiting = () =>
    start('patient', { inputData: { span: 'PT1H' } }).then(async id => {
      await until(id, 'waiting');
      return id;
    });

  async function until(id: string, status: string) {
    for (;;) {
      const { body } = await client.get(`/v2/instances/${id}`);
      if (body.status === status) return body;
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
  }

  const idsOf = (body: { items: readonly { id: string }[] }) =>
    body.items.map(({ id }) => id);

  describe('the list', () => {
    it('finds by business key, labels, workflow, status, initiator and time', async () => {
      const before = new Date().toISOString();
      const ada = await run('hello', {
        inputData: { name: 'Ada' },
        targetEntity: 'component:default/shop',
        businessKey: 'order-42',
        labels: { team: 'platform', env: 'prod' },
      });
      const bob = await run('hello', {
        inputData: { name: 'Bob' },
        businessKey: 'order-43',
        labels: { team: 'platform' },
      });
      const list = async (query: string) =>
        idsOf((await client.get(`/v2/instances?${query}`)).body);

      expect(await list('businessKey=order-42')).toEqual([ada]);
      expect(await list('label=team=platform')).toEqual([bob, ada]);
      expect(await list('label=team&label=env=prod')).toEqual([ada]);
      expect(await list('label=team=other')).toEqual([]);
      expect(await list('q=ORDER-4&workflowId=hello')).toEqual([bob, ada]);
      expect(await list('q=say+hello&status=completed&limit=1')).toEqual([bob]);
      expect(await list('entityRef=component:default/shop')).toEqual([ada]);
      expect(await list('initiator=user:default/nobody')).toEqual([]);
      expect(await list(`startedAfter=${before}&running=false`)).toEqual([
        bob,
        ada,
      ]);
      expect(
        await list(`startedBefore=${before}&businessKey=order-42`),
      ).toEqual([]);
    });

    it('is paged without gaps and repeats, also while more is started', async () => {
      for (const name of ['1', '2', '3', '4', '5']) {
        await start('hello', { inputData: { name }, businessKey: 'page' });
      }
      const path = '/v2/instances?businessKey=page&limit=2&total=true';
      const first = await client.get(path);
      await start('hello', { inputData: { name: '6' }, businessKey: 'page' });
      const second = await client.get(`${path}&cursor=${first.body.next}`);
      const third = await client.get(`${path}&cursor=${second.body.next}`);

      const ids = [first, second, third].map(({ body }) => idsOf(body));
      expect(ids.map(({ length }) => length)).toEqual([2, 2, 1]);
      expect(new Set(ids.flat()).size).toBe(5);
      expect([first.body.total, third.body.next]).toEqual([5, undefined]);
    });
  });

  describe('the history', () => {
    it('is filtered by type, task and words', async () => {
      const id = await run('each', { inputData: { numbers: [1, 2] } });
      const history = async (query: string) =>
        (await client.get(`/v2/instances/${id}/history?${query}`)).body;

      const tasks = await history('type=task.*');
      const ofLoop = await history('task=/do/0/count&type=task.started');
      const second = await history('task=/do/0/count/for/do/0/double[1]');
      const words = await history('q=DOUBLE&type=task.completed');

      expect(tasks.total).toBe(tasks.items.length);
      expect(ofLoop.items).toHaveLength(3);
      expect(
        new Set(
          second.items.map(
            (one: { task: { runId: string } }) => one.task.runId,
          ),
        ).size,
      ).toBeLessThanOrEqual(1);
      expect(words.items).toHaveLength(2);
    });

    it('is read backwards, and between two events', async () => {
      const id = await run('hello', { inputData: { name: 'Ada' } });
      const all = (await client.get(`/v2/instances/${id}/history`)).body;
      const [first, , third] = all.items;

      const between = await client.get(
        `/v2/instances/${id}/history?after=${first.id}&before=${third.id}`,
      );
      const last = await client.get(
        `/v2/instances/${id}/history?order=desc&limit=1`,
      );

      expect(between.body.items).toEqual([all.items[1]]);
      expect(last.body.items).toEqual([all.items.at(-1)]);
      expect(last.body.next).toBe(all.items.at(-1).id);
    });

    it('waits for what is to come', async () => {
      const id = await waiting();
      const { seq, epoch } = await until(id, 'waiting');

      const [{ body }] = await Promise.all([
        client.get(`/v2/instances/${id}/history?after=${epoch}.${seq}&wait=25`),
        client.delete(`/v2/workflows/instances/${id}/abort`),
      ]);

      expect(body.items[0].seq).toBe(seq + 1);
    });

    it('is the same beside the stream, and says when nothing comes before or after', async () => {
      const id = await run('hello', { inputData: { name: 'Ada' } });
      const page = async (path: string, query = '') =>
        (await client.get(`/v2/instances/${id}/${path}?${query}`)).body;

      const whole = await page('events');
      const [first, second, third] = whole.items;
      const middle = await page('events', `after=${first.id}&limit=1`);
      const last = await page('history', 'order=desc&limit=2');

      expect(whole).toEqual(await page('history'));
      expect([whole.prev, whole.next]).toEqual([undefined, undefined]);
      expect(middle).toMatchObject({ prev: second.id, next: second.id });
      expect(third.seq).toBe(3);
      expect([last.prev, last.next]).toEqual([
        undefined,
        whole.items.at(-2).id,
      ]);
    });

    it('is that of one task, or of one stage', async () => {
      const id = await run('each', { inputData: { numbers: [1, 2] } });
      const task = encodeURIComponent('/do/0/count');
      const ofTask = await client.get(
        `/v2/instances/${id}/tasks/${task}/history`,
      );
      const ofStage = await client.get(`/v2/instances/${id}/stages/1/history`);
      const ofSecond = await client.get(`/v2/instances/${id}/stages/2/history`);
      const refs = (body: { items: readonly { task: { ref: string } }[] }) =>
        new Set(body.items.map(one => one.task.ref));

      expect(ofStage.body).toEqual(ofTask.body);
      expect([...refs(ofTask.body)].sort()).toEqual([
        '/do/0/count',
        expect.stringMatching(/^\/do\/0\/count\/.*double$/),
      ]);
      expect([...refs(ofSecond.body)]).toEqual(['/do/1/rest']);
    });
  });

  describe('tasks', () => {
    it('are listed by status, and told with their attempts', async () => {
      const id = await run('each', { inputData: { numbers: [1, 2, 3] } });
      const all = await client.get(
        `/v2/instances/${id}/tasks?status=completed&limit=2&offset=1`,
      );
      const failed = await client.get(
        `/v2/instances/${id}/tasks?status=failed`,
      );
      const [loop] = (await client.get(`/v2/instances/${id}/tasks`)).body.items;
      const one = await client.get(
        `/v2/instances/${id}/tasks/${encodeURIComponent(loop.key)}`,
      );
      const none = await client.get(`/v2/instances/${id}/tasks/%2Fdo%2F9%2Fx`);

      expect([all.body.total, all.body.items.length]).toEqual([5, 2]);
      expect(failed.body).toEqual({ items: [], total: 0 });
      expect(one.body).toEqual({ run: loop, attempts: [loop] });
      expect([none.status, none.body.error.code]).toEqual([
        404,
        'TASK_NOT_FOUND',
      ]);
    });
  });

  describe('progress', () => {
    it('counts stages, names what is waited for, and estimates from earlier runs', async () => {
      await run('patient', { inputData: { span: 'PT1S' } });
      const id = await start('patient', { inputData: { span: 'PT1H' } });
      const { tasks } = await until(id, 'waiting');

      const { body } = await client.get(`/v2/instances/${id}/progress`);

      expect(body).toMatchObject({
        completed: 0,
        total: 2,
        estimatedFrom: expect.any(Number),
        milestones: [
          { name: 'pause', status: 'waiting' },
          { name: 'rest', status: 'pending' },
        ],
        blockers: [
          { kind: 'timer', name: 'pause', until: tasks[0].waitingUntil },
        ],
      });
      expect(body.milestones[0].usualMs).toBeGreaterThanOrEqual(1_000);
      expect(Date.parse(body.estimatedCompletion)).toBeGreaterThan(0);
    });

    it('has nothing left when the run has ended', async () => {
      const id = await run('hello', { inputData: { name: 'Ada' } });
      const { body } = await client.get(`/v2/instances/${id}/progress`);
      expect(body).toMatchObject({ completed: 1, total: 1, blockers: [] });
      expect(body.estimatedCompletion).toBeUndefined();
    });
  });

  describe('log lines', () => {
    it('are those of one attempt', async () => {
      const id = await run('persistent');
      const lines = async (attempt: number) => {
        const { body } = await client.get(
          `/v2/instances/${id}/logs?task=/do/0/guard/try&attempt=${attempt}`,
        );
        return body.items.map((one: { attempt?: number; message: string }) => [
          one.attempt,
          one.message.split(' with ')[0],
        ]);
      };

      expect(await lines(1)).toEqual([
        [undefined, 'stumble started'],
        [undefined, 'stumble failed'],
      ]);
      expect(await lines(2)).toEqual([
        [2, 'stumble started'],
        [2, 'stumble failed'],
      ]);
      expect(await lines(3)).toEqual([]);
    });

    it('are read on from an offset, by task and by level', async () => {
      const id = await run('ops.failing');
      const logs = async (query = '') =>
        (await client.get(`/v2/instances/${id}/logs?${query}`)).body;

      const first = await logs('limit=2');
      const rest = await logs(`after=${first.next}`);
      const errors = await logs('level=error');

      expect([...first.items, ...rest.items]).toEqual((await logs()).items);
      expect(errors.items[0]).toMatchObject({
        level: 'error',
        task: '/do/0/stumble',
        message: 'stumble failed with Stumbled: over its own feet',
      });
    });
  });

  describe('comparing', () => {
    it('tells what differs in input, output and tasks', async () => {
      const a = await run('hello', { inputData: { name: 'Ada' } });
      const b = await run('hello', { inputData: { name: 'Bob' } });

      const { body } = await client.get(`/v2/instances/compare?a=${a}&b=${b}`);

      expect(body).toMatchObject({
        sameDefinition: true,
        input: [{ pointer: '/name', a: 'Ada', b: 'Bob' }],
        tasks: [{ key: '/do/0/greet', different: false }],
      });
      expect(
        body.output.map((one: { pointer: string }) => one.pointer),
      ).toEqual(['/result/message', '/result/outputs/0/value']);
    });
  });

  describe('deleting', () => {
    it('takes an ended instance away for good, and no other', async () => {
      const ended = await run('hello', { inputData: { name: 'Ada' } });
      const running = await waiting();

      const gone = await client.delete(`/v2/instances/${ended}`);
      const refused = await client.delete(`/v2/instances/${running}`);

      expect([gone.status, refused.status]).toEqual([204, 409]);
      expect((await client.get(`/v2/instances/${ended}`)).status).toBe(404);
      expect((await client.get(`/v2/instances/${running}`)).status).toBe(200);
    });
  });

  describe('acting', () => {
    const post = (id: string, verb: string, body: object = {}) =>
      client.post(`/v2/instances/${id}/${verb}`, body);

    it('suspends, resumes and cancels, with the reason in the log', async () => {
      const id = await waiting();

      expect((await post(id, 'suspend', { reason: 'lunch' })).status).toBe(202);
      await until(id, 'suspended');
      expect((await post(id, 'suspend')).status).toBe(409);
      expect((await post(id, 'resume')).status).toBe(202);
      await until(id, 'waiting');
      expect((await post(id, 'cancel', { reason: 'enough' })).status).toBe(202);
      await until(id, 'cancelled');
      expect((await post(id, 'cancel')).status).toBe(409);

      const { body } = await client.get(
        `/v2/instances/${id}/history?type=instance.*&q=lunch`,
      );
      expect(body.items[0].actor).toMatchObject({ reason: 'lunch' });
    });

    it('takes the same key once', async () => {
      const id = await waiting();
      const suspend = (body: object) =>
        post(id, 'suspend', body).set('Idempotency-Key', `once-${id}`);

      const first = await suspend({});
      await until(id, 'suspended');
      const again = await suspend({});

      expect([first.status, again.status]).toEqual([202, 202]);
    });

    it('retries a failed instance without repeating what has completed', async () => {
      service.status = 503;
      const id = await run('fragile', { inputData: { url: service.url } });
      service.status = 200;

      expect((await post(id, 'retry')).status).toBe(202);
      await until(id, 'completed');

      const { body } = await client.get(
        `/v2/instances/${id}/history?type=task.completed&task=/do/0/prepare`,
      );
      expect(body.items).toHaveLength(1);
      expect((await post(id, 'retry')).body.error.code).toBe('STATE_CONFLICT');
    });

    it('retriggers by the compatible operation', async () => {
      service.status = 503;
      const id = await run('fragile', { inputData: { url: service.url } });
      service.status = 200;

      const answer = await client.post(
        `/v2/workflows/fragile/${id}/retrigger`,
        {},
      );
      await until(id, 'completed');

      expect([answer.status, answer.body]).toEqual([200, {}]);
    });

    it.each([
      ['skip', {}, 'completed'],
      ['complete', { output: { by: 'hand' } }, 'completed'],
      ['fail', {}, 'failed'],
    ])('decides about a failed task: %s', async (verb, body, status) => {
      service.status = 503;
      const id = await run('fragile', { inputData: { url: service.url } });

      const answer = await post(
        id,
        `tasks/${encodeURIComponent('/do/1/ask')}/${verb}`,
        body,
      );

      expect(answer.status).toBe(202);
      await until(id, status);
    });

    it('runs the same again, as a new instance', async () => {
      const id = await run('hello', {
        inputData: { name: 'Ada' },
        businessKey: 'again',
      });
      const { status, body, headers } = await post(id, 'rerun');
      const other = await orchestrator.api.waitForEnd({ instanceId: body.id });

      expect([status, headers.location]).toEqual([
        201,
        `/api/orchestrator/v2/instances/${body.id}`,
      ]);
      expect(other).toMatchObject({
        status: 'completed',
        input: { value: { name: 'Ada' } },
      });
    });
  });

  describe('waiting for the end', () => {
    it('answers the output, or how it stands when the time is over', async () => {
      const done = await client.post('/v2/workflows/hello/execute?wait=PT60S', {
        inputData: { name: 'Ada' },
      });
      const open = await client.post('/v2/workflows/patient/execute?wait=0.2', {
        inputData: { span: 'PT1H' },
      });
      const long = await client.post('/v2/workflows/hello/execute?wait=61');

      expect(done.body).toMatchObject({
        status: 'completed',
        output: { result: { message: 'Hello Ada' } },
      });
      expect(['running', 'waiting', 'pending']).toContain(open.body.status);
      expect([long.status, long.body.error.details[0].pointer]).toEqual([
        400,
        '/query/wait',
      ]);
    });
  });

  describe('events', () => {
    const event = (id: string) => ({
      specversion: '1.0',
      id,
      source: 'https://example.com/shop',
      type: 'com.example.paid',
      data: { orderId: 'o-42' },
    });

    it('reach one instance, once', async () => {
      const id = await start('listening');
      await until(id, 'waiting');
      const send = () =>
        client.post(`/v2/instances/${id}/events`, event(`to-${id}`));

      const first = await send();
      await until(id, 'completed');

      expect([first.status, first.body.outcome]).toEqual([202, 'accepted']);
    });

    it.each([
      ['structured', { 'Content-Type': 'application/cloudevents+json' }],
      [
        'binary',
        {
          'ce-specversion': '1.0',
          'ce-id': 'in-headers',
          'ce-source': 'https://example.com/shop',
          'ce-type': 'com.example.paid',
        },
      ],
    ])('reach one instance %s', async (_how, headers) => {
      const id = await start('listening');
      await until(id, 'waiting');

      const { status } = await client
        .post(`/v2/instances/${id}/events`, event(`typed-${id}`))
        .set(headers);
      await until(id, 'completed');

      expect(status).toBe(202);
    });

    it('reach all that listen, structured or binary', async () => {
      const [one, two] = [await start('listening'), await start('listening')];
      await until(one, 'waiting');
      await until(two, 'waiting');

      const binary = await client
        .post('/v2/events', { orderId: 'o-43' })
        .set('ce-specversion', '1.0')
        .set('ce-id', `all-${one}`)
        .set('ce-source', 'https://example.com/shop')
        .set('ce-type', 'com.example.paid');
      const again = await client
        .post('/v2/events', event(`all-${one}`))
        .type('application/cloudevents+json');

      expect([binary.body.outcome, again.body.outcome]).toEqual([
        'accepted',
        'duplicate',
      ]);
      await until(one, 'completed');
      await until(two, 'completed');
    });

    it('must be CloudEvents', async () => {
      const { status, body } = await client.post('/v2/events', { id: 'x' });
      expect(status).toBe(400);
      expect(
        body.error.details.map(({ pointer }: { pointer: string }) => pointer),
      ).toEqual(['/body/specversion', '/body/source', '/body/type']);
    });
  });

  describe('the server', () => {
    it('tells what it is and how it is', async () => {
      const info = await client.get('/v2/info');
      const health = await client.get('/v2/health');

      expect(info.body).toMatchObject({
        name: 'orchestrator',
        runtime: {
          database: databaseId.startsWith('POSTGRES') ? 'postgres' : 'sqlite',
        },
        capabilities: expect.arrayContaining(['call:http', 'mcp:http']),
      });
      expect(info.body.capabilities).not.toContain('auth-tokens');
      expect(health.body).toMatchObject({
        status: 'ok',
        running: expect.any(Number),
        store: { status: 'ok' },
        worker: { status: 'ok' },
      });
      expect(health.body.running).toBeGreaterThan(0);
    });
  });
});

/** Answers with the status that it is told to. */
class FlakyService {
  status = 200;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FlakyService> {
    const flaky = new FlakyService(
      createServer((_req, res) => {
        res.writeHead(flaky.status, { 'Content-Type': 'application/json' });
        res.end('{"ok":true}');
      }),
    );
    await new Promise<void>(resolve => {
      flaky.server.listen(0, '127.0.0.1', resolve);
    });
    return flaky;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }
}
