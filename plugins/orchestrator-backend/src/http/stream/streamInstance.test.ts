import { createParser } from 'eventsource-parser';
import { TestDatabases } from '@backstage/backend-test-utils';
import { hello, patient } from '../../__testUtils__/definitions';
import { durationOf, fastestOf } from '../../__testUtils__/fastestOf';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

interface Message {
  readonly id?: string;
  readonly event?: string;
  readonly data: {
    readonly seq?: number;
    readonly data?: {
      readonly reason?: string;
      readonly state?: { readonly seq: number; readonly status: string };
    };
  };
}

describe.each(databases.eachSupportedId())('live stream on %s', databaseId => {
  let orchestrator: TestOrchestrator;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: { 'hello.yaml': hello, 'patient.yaml': patient },
    });
  });

  afterAll(() => orchestrator.stop());

  async function start(workflowId: string, inputData: object) {
    const { body } = await orchestrator.client.post(
      `/v2/workflows/${workflowId}/execute`,
      { inputData },
    );
    return body.id as string;
  }

  const cancel = (instanceId: string) =>
    orchestrator.client.delete(`/v2/workflows/instances/${instanceId}/abort`);

  async function finished() {
    const instanceId = await start('hello', { name: 'Ada' });
    const state = await orchestrator.api.waitForEnd({ instanceId });
    return { instanceId, epoch: state.epoch, head: state.seq };
  }

  /** A connection as a browser opens it: through compression. */
  async function connect(
    instanceId: string,
    { after, lastEventId }: { after?: string; lastEventId?: string } = {},
  ) {
    const abort = new AbortController();
    const query = after === undefined ? '' : `?after=${after}`;
    const response = await fetch(
      `${orchestrator.url}/v2/instances/${instanceId}/events/stream${query}`,
      {
        signal: abort.signal,
        headers: {
          'Accept-Encoding': 'gzip, br',
          ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
        },
      },
    );
    return {
      response,
      messages: messagesOf(response),
      close: () => abort.abort(),
    };
  }

  async function take(messages: AsyncGenerator<Message>, count: number) {
    const taken: Message[] = [];
    while (taken.length < count) {
      const next = await messages.next();
      if (next.done) throw new Error('The stream has ended');
      taken.push(next.value);
    }
    return taken;
  }

  it('has headers that let nothing on the way hold it back', async () => {
    const { instanceId } = await finished();

    const { response, close } = await connect(instanceId);
    close();

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(response.headers.has('content-encoding')).toBe(false);
  });

  it('is opened through a server that compresses other answers', async () => {
    const { headers } = await orchestrator.client
      .get('/openapi.json')
      .set('Accept-Encoding', 'gzip');

    expect(headers['content-encoding']).toBe('gzip');
  });

  it('begins with a snapshot within half a second', async () => {
    const { instanceId, epoch, head } = await finished();
    const begin = async () => {
      const { messages, close } = await connect(instanceId);
      const [first] = await take(messages, 1);
      close();
      expect(first).toMatchObject({
        event: 'snapshot',
        id: `${epoch}.${head}`,
        data: {
          type: 'snapshot',
          seq: head,
          instanceId,
          data: { state: { seq: head, status: 'completed' } },
        },
      });
      expect(first.data.data?.reason).toBeUndefined();
    };

    const elapsedMs = await fastestOf(500, () => durationOf(begin));

    expect(elapsedMs).toBeLessThan(500);
  });

  it('sends what happens, in order and without gaps, up to the end', async () => {
    const instanceId = await start('patient', { span: 'PT1H' });
    const { messages, close } = await connect(instanceId);

    const [snapshot] = await take(messages, 1);
    await cancel(instanceId);
    const events: Message[] = [];
    while (events.at(-1)?.event !== 'instance.cancelled') {
      events.push(...(await take(messages, 1)));
    }
    close();

    const from = snapshot.data.data?.state?.seq ?? NaN;
    expect(events.map(({ data }) => data.seq)).toEqual(
      events.map((_, index) => from + 1 + index),
    );
    expect(events.map(({ id }) => id)).toEqual(
      events.map(({ data }) => `${snapshot.id?.split('.')[0]}.${data.seq}`),
    );
    expect(events.map(({ event }) => event)).toContain('task.cancelled');
  });

  it('sends an event at once after it was written', async () => {
    const timeUntilTold = async () => {
      const instanceId = await start('patient', { span: 'PT1H' });
      const { messages, close } = await connect(instanceId);
      let seen: Message | undefined;
      while (!JSON.stringify(seen)?.includes('"status":"waiting"')) {
        [seen] = await take(messages, 1);
        if (seen.event === 'task.waiting') break;
      }
      const elapsedMs = await durationOf(async () => {
        await cancel(instanceId);
        while (seen?.event !== 'instance.cancelled') {
          [seen] = await take(messages, 1);
        }
      });
      close();
      return elapsedMs;
    };

    expect(await fastestOf(1_000, timeUntilTold)).toBeLessThan(1_000);
  });

  it('goes on after Last-Event-ID, which wins over ?after=', async () => {
    const { instanceId, epoch } = await finished();

    const { messages, close } = await connect(instanceId, {
      lastEventId: `${epoch}.3`,
      after: `${epoch}.1`,
    });
    const [first, second] = await take(messages, 2);
    close();

    expect([first.id, second.id]).toEqual([`${epoch}.4`, `${epoch}.5`]);
  });

  it('goes on after ?after=', async () => {
    const { instanceId, epoch } = await finished();

    const { messages, close } = await connect(instanceId, {
      after: `${epoch}.1`,
    });
    const [first] = await take(messages, 1);
    close();

    expect(first.id).toBe(`${epoch}.2`);
  });

  it('sends the same events as the history has', async () => {
    const { instanceId, epoch, head } = await finished();
    const { body } = await orchestrator.client.get(
      `/v2/instances/${instanceId}/history`,
    );

    const { messages, close } = await connect(instanceId, {
      after: `${epoch}.0`,
    });
    const events = await take(messages, head);
    close();

    expect(events.map(({ data }) => data)).toEqual(body.items);
  });

  it.each([
    ['epoch', () => 'other.1'],
    ['ahead', (epoch: string) => `${epoch}.999`],
  ])(
    'answers a cursor that is %s with a snapshot',
    async (reason, cursorOf) => {
      const { instanceId, epoch, head } = await finished();

      const { messages, close } = await connect(instanceId, {
        lastEventId: cursorOf(epoch),
      });
      const [first] = await take(messages, 1);
      close();

      expect(first).toMatchObject({
        event: 'snapshot',
        id: `${epoch}.${head}`,
        data: { data: { reason } },
      });
    },
  );

  it('answers 204 to who has the whole log of an instance that has ended', async () => {
    const { instanceId, epoch, head } = await finished();

    const { response } = await connect(instanceId, {
      lastEventId: `${epoch}.${head}`,
    });

    expect(response.status).toBe(204);
  });

  it('is told to go elsewhere when the backend stops', async () => {
    const other = await startOrchestrator({
      knex: await databases.init(databaseId),
      definitions: { 'patient.yaml': patient },
    });
    const { body } = await other.client.post('/v2/workflows/patient/execute', {
      inputData: { span: 'PT1H' },
    });
    const response = await fetch(
      `${other.url}/v2/instances/${body.id}/events/stream`,
    );
    const all = collect(messagesOf(response));

    await other.stop();

    expect((await all).at(-1)).toMatchObject({
      event: 'bye',
      data: { reason: 'shutdown', reconnectAfterMs: expect.any(Number) },
    });
  });
});

async function collect(messages: AsyncGenerator<Message>) {
  const all: Message[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

async function* messagesOf(response: Response): AsyncGenerator<Message> {
  if (!response.body) return;
  const ready: Message[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) =>
      ready.push({ id, event, data: JSON.parse(data) }),
  });
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    parser.feed(text);
    yield* ready.splice(0);
  }
}
