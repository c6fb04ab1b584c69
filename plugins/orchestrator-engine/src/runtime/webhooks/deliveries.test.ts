import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import {
  verify,
  WebhookWorld,
  type Receiver,
} from '../../__testUtils__/WebhookWorld';
import type { WebhookStore } from '../../store/WebhookStore';

jest.setTimeout(180_000);

const HOUR_MS = 60 * 60 * 1000;

/** A store whose method breaks down once: before it does anything, or with the answer lost. */
function breaking(method: keyof WebhookStore, when: 'before' | 'after') {
  let isBroken = false;
  return (store: WebhookStore): WebhookStore =>
    new Proxy(store, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (name !== method) return value.bind(target);
        return async (...args: unknown[]) => {
          if (isBroken) return Reflect.apply(value, target, args);
          isBroken = true;
          if (when === 'after') await Reflect.apply(value, target, args);
          throw new Error('The process has died');
        };
      },
    });
}

describe.each(databaseIds)('webhooks on %s', databaseId => {
  let world: WebhookWorld;
  let receiver: Receiver;

  beforeEach(async () => {
    world = new WebhookWorld(await migratedDatabase(databaseId));
    receiver = await world.receiver();
  });

  afterEach(() => world.end());

  const received = (count: number) =>
    world.until(`${count} messages have come`, () => {
      return receiver.received.length >= count;
    });
  const deliveries = (webhookId: string) =>
    world.process().webhooks.deliveries({ webhookId, limit: 100 });
  const settled = (webhookId: string) =>
    world.until('all is settled', async () => {
      const all = await deliveries(webhookId);
      return all.every(({ delivery }) => delivery.status !== 'pending');
    });

  /** Lets time go by until something is due. */
  function passUntil(time = 0) {
    world.clock.advance(Math.max(time - world.clock.now(), 0));
  }

  it('send a CloudEvent that another implementation of the scheme verifies', async () => {
    const process = world.process();
    const { secret, id } = await process.create(receiver);
    await world.happen('instance.completed', {
      output: { value: { n: 1 } },
      durationMs: 5,
    });
    await process.turn();
    await received(1);
    const [message] = receiver.received;
    expect(verify(message, secret)).toMatchObject({
      specversion: '1.0',
      type: 'io.serverlessworkflow.workflow.completed.v1',
      source: 'http://portal/api/orchestrator/v2/instances/of-hello',
      data: { name: 'hello-of-hello.default', output: { n: 1 } },
    });
    expect(message.headers['content-type']).toBe(
      'application/cloudevents+json',
    );
    expect(() =>
      verify({ ...message, body: `${message.body} ` }, secret),
    ).toThrow('No matching signature');
    await settled(id);
    const [{ delivery, attempts }] = await deliveries(id);
    expect(delivery).toMatchObject({
      id: receiver.ids[0],
      status: 'delivered',
      eventType: 'workflow.completed',
      instanceId: 'of-hello',
    });
    expect(attempts).toEqual([
      { time: world.clock.now(), durationMs: 0, status: 204 },
    ]);
  });

  it('get what they ask for, from when they are there', async () => {
    const process = world.process();
    await process.create(await world.receiver());
    await world.happen('instance.started');
    await process.create(receiver, ['workflow.c*', 'task.faulted'], ['hello']);
    await world.happen('instance.started');
    await world.happen('instance.cancelled');
    await world.happen('instance.cancelled', {}, 'another');
    await world.happen('instance.completed', { output: { value: 1 } });
    await process.turn();
    await received(2);
    expect([...receiver.types].sort()).toEqual([
      'io.serverlessworkflow.workflow.cancelled.v1',
      'io.serverlessworkflow.workflow.completed.v1',
    ]);
  });

  it('get nothing of what happens while they are switched off', async () => {
    const process = world.process();
    const { id } = await process.create(receiver);
    await process.create(await world.receiver());
    await process.webhooks.registry.change(id, { isEnabled: false });
    await world.happen('instance.started');
    await process.turn();
    await process.webhooks.registry.change(id, { isEnabled: true });
    await world.happen('instance.cancelled');
    await process.turn();
    await received(1);
    expect(receiver.types).toEqual([
      'io.serverlessworkflow.workflow.cancelled.v1',
    ]);
  });

  it.each(['before', 'after'] as const)(
    'lose nothing and get nothing twice when who queues dies %s it commits',
    async when => {
      const first = world.process({}, breaking('queue', when));
      const { id } = await first.create(receiver);
      await world.happen('instance.started');
      await expect(first.turn()).rejects.toThrow('died');
      await first.resign();
      await world.happen('instance.cancelled');
      await world.process().turn();
      await received(2);
      await settled(id);
      expect(receiver.types.map(type => type.split('.')[3])).toEqual(
        expect.arrayContaining(['started', 'cancelled']),
      );
      expect(receiver.received).toHaveLength(2);
    },
  );

  it('are queued once by two that read the same part', async () => {
    const [one, other] = [world.process(), world.process()];
    const { id } = await one.create(receiver);
    await one.turn();
    await other.turn();
    await world.happen('instance.started');
    await world.readable();
    const { state, holder } = await world.knex('duties').first();
    await Promise.allSettled([
      one.webhooks.queue({ state }, holder),
      other.webhooks.queue({ state }, holder),
      other.webhooks.queue({ state }, 'somebody who has lost the duty'),
    ]);
    await settled(id);
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['before it sends', 'claim', 'after', 1],
    ['before it notes how it went', 'settle', 'before', 2],
    ['when it has noted how it went', 'settle', 'after', 1],
  ] as const)(
    'are sent by another when the sender dies %s',
    async (_name, method, when, times) => {
      const first = world.process({}, breaking(method, when));
      const { id } = await first.create(receiver);
      await world.happen('instance.started');
      await first.turn();
      await world.until('it has died', () => world.warnings.length > 0);
      await first.webhooks.stop(0).catch(() => {});
      await world.forgetHolds();
      await world.process().turn();
      await settled(id);
      expect(receiver.received).toHaveLength(times);
      expect(new Set(receiver.ids).size).toBe(1);
      const [{ delivery }] = await deliveries(id);
      expect(delivery.status).toBe('delivered');
    },
  );

  it('are not held up by a process that was killed while it sent', async () => {
    const killed = world.process();
    const { id } = await killed.create(receiver);
    receiver.answer = () => {};
    for (let n = 0; n < 5; n += 1) await world.happen('instance.started');
    await killed.turn();
    await received(5);
    const other = world.process();
    await killed.resign();
    await other.turn();
    expect(receiver.received).toHaveLength(5);

    await world.knex('workers').where({ id: killed.holder }).delete();
    receiver.answer = response => response.writeHead(204).end();
    other.start();
    await settled(id);
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.ids).size).toBe(5);
  });

  it('are sent once by two processes', async () => {
    const processes = [world.process(), world.process()];
    const { id } = await processes[0].create(receiver);
    for (let n = 0; n < 30; n += 1) await world.happen('instance.started');
    await Promise.all(processes.map(one => one.turn()));
    await settled(id);
    expect(receiver.received).toHaveLength(30);
    expect(new Set(receiver.ids).size).toBe(30);
  });

  it('arrive at a receiver that was down for a day, by the schedule and with the same id', async () => {
    const process = world.process();
    const { id } = await process.create(receiver);
    const beganAt = world.clock.now();
    receiver.answer = response => {
      const isUp = world.clock.now() - beganAt > 24 * HOUR_MS;
      response.writeHead(isUp ? 200 : 503).end(isUp ? 'thanks' : 'down');
    };
    await world.happen('instance.failed', { error: { status: 500 } });
    await process.turn();
    await world.until('it has arrived', async () => {
      const [{ delivery }] = await deliveries(id);
      if (delivery.status === 'delivered') return true;
      passUntil(delivery.nextAt);
      process.start();
      return false;
    });
    const afterMs = receiver.received.map(({ time }) => time - beganAt);
    const minutes = [0, 5 / 60, 5, 30, 120, 300, 600, 840];
    const expected = minutes.map((_, n) =>
      minutes.slice(0, n + 1).reduce((sum, one) => sum + one * 60_000, 0),
    );
    expect(afterMs).toEqual(expected);
    expect(new Set(receiver.ids).size).toBe(1);
    const [{ attempts }] = await deliveries(id);
    expect(attempts.map(({ status }) => status)).toEqual([
      503, 503, 503, 503, 503, 503, 503, 200,
    ]);
    expect(attempts.at(-1)).toMatchObject({ answer: 'thanks' });
    const [webhook] = await process.webhooks.registry.list();
    expect(webhook.failingSince).toBeUndefined();
  });

  it('are switched off when nothing arrives for as long as the schedule lasts', async () => {
    const process = world.process();
    const { id } = await process.create(receiver);
    const beganAt = world.clock.now();
    receiver.answer = response => response.writeHead(500).end();
    await world.happen('instance.started');
    await process.turn();
    await world.until('it is given up', async () => {
      const [{ delivery }] = await deliveries(id);
      passUntil(delivery.nextAt);
      process.start();
      return delivery.status === 'failed';
    });
    expect(receiver.received).toHaveLength(10);
    const [webhook] = await process.webhooks.registry.list();
    expect(webhook).toMatchObject({
      isEnabled: false,
      disabledBecause:
        'Nothing could be delivered since 2026-01-01T00:00:00.000Z',
      failingSince: beganAt,
    });
    receiver.answer = response => response.writeHead(204).end();
    await process.webhooks.registry.change(id, { isEnabled: true });
    const [{ delivery }] = await deliveries(id);
    await process.webhooks.redeliver(id, delivery.id);
    await settled(id);
    expect((await process.webhooks.registry.list())[0]).toMatchObject({
      isEnabled: true,
      disabledBecause: undefined,
      failingSince: undefined,
    });
    expect(new Set(receiver.ids).size).toBe(1);
  });

  it('are not held up by one whose receiver does not answer', async () => {
    const process = world.process();
    const dead = await world.receiver();
    dead.answer = () => {};
    const { id: deadId } = await process.create(dead);
    const { id } = await process.create(receiver);
    for (let n = 0; n < 40; n += 1) await world.happen('instance.started');
    await process.turn();
    await settled(id);
    expect(receiver.received).toHaveLength(40);
    await world.until('five wait', () => dead.received.length >= 5);
    expect(dead.received).toHaveLength(5);
    world.clock.advance(15_000);
    await world.until('it is tried again', () => {
      process.start();
      return dead.received.length > 5;
    });
    expect(dead.received).toHaveLength(6);
    const tried = (await deliveries(deadId)).flatMap(one => one.attempts);
    expect(tried[0].error).toBe('There was no answer within 15000 ms');
  });

  it('leave to others what is not answered by the time the process must end', async () => {
    const process = world.process();
    const { id } = await process.create(receiver);
    receiver.answer = () => {};
    await world.happen('instance.started');
    await process.turn();
    await received(1);
    await process.webhooks.stop(0);
    receiver.answer = response => response.writeHead(204).end();
    await world.process().turn();
    await settled(id);
    expect(new Set(receiver.ids).size).toBe(1);
    const [{ attempts }] = await deliveries(id);
    expect(attempts).toHaveLength(1);
  });

  it('go on after an end within the grace', async () => {
    const process = world.process();
    const { id } = await process.create(receiver);
    let answerIt = () => {};
    receiver.answer = response => {
      answerIt = () => response.writeHead(204).end();
    };
    await world.happen('instance.started');
    await process.turn();
    await received(1);
    const stopped = process.webhooks.stop(10_000);
    answerIt();
    await stopped;
    const [{ delivery }] = await deliveries(id);
    expect(delivery.status).toBe('delivered');
  });
});
