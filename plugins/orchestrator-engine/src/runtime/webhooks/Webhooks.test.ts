import { randomBytes } from 'node:crypto';
import { unusedPort } from '../../activities/__testUtils__/servers';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import {
  verify,
  WebhookWorld,
  type Receiver,
  type WebhookProcess,
} from '../../__testUtils__/WebhookWorld';
import { migrateDown } from '../../store/knex/migrate';
import { openStores } from '../../store/knex/openStores';
import { Housekeeper } from '../housekeeping/Housekeeper';
import { SecretCipher } from '../secrets/SecretCipher';
import type { WebhookChangeRequest } from './WebhookRegistry';

jest.setTimeout(180_000);

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const secretOf = (bytes: number) =>
  `whsec_${randomBytes(bytes).toString('base64')}`;

describe.each(databaseIds)('webhooks on %s', databaseId => {
  let world: WebhookWorld;
  let process: WebhookProcess;
  let receiver: Receiver;

  beforeEach(async () => {
    world = new WebhookWorld(await migratedDatabase(databaseId));
    process = world.process({ egress: { allowedHosts: ['127.0.0.1'] } });
    receiver = await world.receiver();
  });

  afterEach(() => world.end());

  const test = (webhookId: string) => process.webhooks.test(webhookId);
  const change = (webhookId: string, request: WebhookChangeRequest) =>
    process.webhooks.registry.change(webhookId, request);

  it('are tried out by an event that is sent at once', async () => {
    const { id, secret } = await process.create(receiver);
    const { delivery, attempts } = await test(id);
    expect(delivery).toMatchObject({
      webhookId: id,
      eventType: 'webhook.test',
      status: 'delivered',
    });
    expect(attempts).toMatchObject([{ status: 204 }]);
    const [message] = receiver.received;
    expect(verify(message, secret)).toMatchObject({
      type: 'webhook.test',
      source: `http://portal/api/orchestrator/v2/webhooks/${id}`,
    });
    expect(message.headers['webhook-id']).toBe(delivery.id);
  });

  it('are tried out once, however that goes', async () => {
    const url = `http://127.0.0.1:${await unusedPort()}`;
    const { id } = await process.create({ url });
    const { delivery, attempts } = await test(id);
    expect(delivery).toMatchObject({ status: 'failed', nextAt: undefined });
    expect(attempts).toEqual([
      {
        time: world.clock.now(),
        durationMs: 0,
        error: expect.stringContaining('ECONNREFUSED'),
      },
    ]);
  });

  it('keep how an answer begins, and follow no redirect', async () => {
    const { id } = await process.create(receiver);
    receiver.answer = response => {
      response.writeHead(302, { location: `${receiver.url}/elsewhere` });
      response.end(`no\0${'x'.repeat(5000)}`);
    };
    const { delivery, attempts } = await test(id);
    expect(delivery.status).toBe('failed');
    expect(attempts).toMatchObject([{ status: 302 }]);
    expect(attempts[0].answer).toBe(`no\ufffd${'x'.repeat(1021)}`);
    expect(receiver.received).toHaveLength(1);
  });

  it('are switched off when the receiver says that it is gone', async () => {
    const { id } = await process.create(receiver);
    receiver.answer = response => response.writeHead(410).end();
    await world.happen('instance.started');
    await process.turn();
    await world.until('it is off', async () => {
      const [webhook] = await process.webhooks.registry.list();
      return !webhook.isEnabled;
    });
    const [webhook] = await process.webhooks.registry.list();
    expect(webhook.disabledBecause).toBe(
      'It answered 410 (Gone) at 2026-01-01T00:00:00.000Z',
    );
    const page = { webhookId: id, limit: 9 };
    const [{ delivery }] = await process.webhooks.deliveries(page);
    expect(delivery.status).toBe('failed');
    await expect(
      process.webhooks.redeliver(id, delivery.id),
    ).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
  });

  it('wait for as long as the receiver asks, but not for more than a day', async () => {
    const { id } = await process.create(receiver);
    const asked = ['7200', 'Thu, 01 Jan 2026 03:00:00 GMT', '999999999', 'x'];
    receiver.answer = (response, nth) =>
      response.writeHead(429, { 'retry-after': asked[nth - 1] }).end();
    for (let n = 0; n < asked.length; n += 1) {
      await world.happen('instance.started');
    }
    await process.turn();
    await world.until('all were tried', () => receiver.received.length === 4);
    const waits = () =>
      world.knex('webhook_deliveries').where({ tries: 1 }).pluck('next_at');
    await world.until('all are noted', async () => {
      return (await waits()).length === 4;
    });
    const hours = (await waits()).map(
      at => (Number(at) - world.clock.now()) / HOUR_MS,
    );
    expect(hours.sort((a, b) => a - b)).toEqual([5 / 3600, 2, 3, 24]);
    expect(id).toBeDefined();
  });

  it('sign with the new secret and, for a day, with the one before', async () => {
    const { id, secret: old } = await process.create(receiver);
    const { secret = '' } = await change(id, { rotateSecret: true });
    await test(id);
    world.clock.advance(DAY_MS + 1000);
    await test(id);
    const [first, second] = receiver.received;
    for (const key of [secret, old]) expect(verify(first, key)).toBeDefined();
    expect(verify(second, secret)).toBeDefined();
    expect(() => verify(second, old)).toThrow('No matching signature');
    expect(secret).not.toBe(old);
  });

  it('take a secret that is given', async () => {
    const { id } = await process.create(receiver);
    const secret = secretOf(24);
    expect((await change(id, { secret })).secret).toBe(secret);
    expect((await change(id, { events: ['*'] })).secret).toBeUndefined();
    await test(id);
    expect(verify(receiver.received[0], secret)).toBeDefined();
  });

  it('keep secrets encrypted, and say so when they do not open', async () => {
    const [key, other] = [1, 2].map(() => randomBytes(32).toString('base64'));
    const encrypting = world.process({ cipher: new SecretCipher([key]) });
    const { id, secret } = await encrypting.create(receiver);
    await encrypting.webhooks.registry.change(id, { rotateSecret: true });
    const row = JSON.stringify(await world.knex('webhooks').first());
    expect(row).not.toContain('whsec_');
    await encrypting.webhooks.test(id);
    expect(verify(receiver.received[0], secret)).toBeDefined();
    for (const cipher of [undefined, new SecretCipher([other])]) {
      const { attempts } = await world.process({ cipher }).webhooks.test(id);
      expect(attempts[0].error).toContain('orchestrator.encryptionKeys');
    }
    expect(receiver.received).toHaveLength(1);
  });

  it('send something again with the same id, as often as something new', async () => {
    const { id } = await process.create(receiver);
    const { delivery } = await test(id);
    await process.turn();
    receiver.answer = (response, nth) =>
      response.writeHead(nth === 2 ? 500 : 200).end();
    const again = await process.webhooks.redeliver(id, delivery.id);
    expect(again.delivery).toMatchObject({ status: 'pending', tries: 0 });
    await world.until('it has come again', async () => {
      world.clock.advance(1000);
      return receiver.received.length === 3;
    });
    expect(new Set(receiver.ids).size).toBe(1);
  });

  it('list deliveries page by page and by status, the latest first', async () => {
    const { id } = await process.create(receiver);
    receiver.answer = (response, nth) =>
      response.writeHead(nth === 2 ? 500 : 200).end();
    for (let n = 0; n < 5; n += 1) {
      await test(id);
      if (n % 2 === 1) world.clock.advance(1);
    }
    const list = (more: object) =>
      process.webhooks.deliveries({ webhookId: id, limit: 2, ...more });
    const pages = [await list({})];
    for (let n = 0; n < 2; n += 1) {
      pages.push(await list({ after: pages[n].at(-1)?.delivery }));
    }
    const all = pages.flat().map(({ delivery }) => delivery);
    expect(new Set(all.map(one => one.id)).size).toBe(5);
    const times = all.map(one => one.createdAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(await list({ status: 'failed' })).toHaveLength(1);
  });

  it.each([
    ['is not a URL', { url: 'example.com' }, '/url'],
    [
      'must begin with https:// or http://',
      { url: 'plugin://catalog/x' },
      '/url',
    ],
    ['must hold no name', { url: 'http://me:pass@127.0.0.1/' }, '/url'],
    ['orchestrator.egress.allowedHosts', { url: 'http://x.org/' }, '/url'],
    ['must be one of workflow.started', { events: ['*', 'oops'] }, '/events/1'],
    ['24 to 64 bytes', { secret: secretOf(23) }, '/secret'],
    ['24 to 64 bytes', { secret: secretOf(65) }, '/secret'],
    ['24 to 64 bytes', { secret: 'password' }, '/secret'],
    [
      'is one too many',
      { secret: secretOf(32), rotateSecret: true },
      '/secret',
    ],
  ])('refuse what %s (%j)', async (message, request, pointer) => {
    const { id } = await process.create(receiver);
    await expect(change(id, request)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      faults: [{ pointer, message: expect.stringContaining(message) }],
    });
  });

  it('refuse addresses that serve machines their credentials', async () => {
    const open = world.process();
    const refused = open.create({ url: 'http://169.254.169.254/latest' });
    await expect(refused).rejects.toThrow('never allowed');
  });

  it('are not found once they are deleted, and get nothing more', async () => {
    const { id } = await process.create(receiver);
    await world.happen('instance.started');
    await process.webhooks.registry.delete(id);
    await process.turn();
    const page = { webhookId: id, limit: 9 };
    for (const ask of [
      () => process.webhooks.registry.delete(id),
      () => change(id, { isEnabled: true }),
      () => test(id),
      () => process.webhooks.deliveries(page),
      () => process.webhooks.redeliver(id, 'x'),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
    }
    expect(receiver.received).toEqual([]);
  });

  it('tell apart a delivery that there is not', async () => {
    const { id } = await process.create(receiver);
    await expect(process.webhooks.redeliver(id, 'x')).rejects.toMatchObject({
      code: 'DELIVERY_NOT_FOUND',
    });
  });

  it('are no more than there may be', async () => {
    const few = world.process({ maxWebhooks: 1 });
    await few.create(receiver);
    await expect(few.create(receiver)).rejects.toMatchObject({
      code: 'STATE_CONFLICT',
    });
  });

  it('forget what was sent long ago, but nothing that is still to be sent', async () => {
    const { id } = await process.create(receiver);
    await test(id);
    await world.happen('instance.started');
    receiver.answer = response => response.writeHead(500).end();
    await process.turn();
    await world.until('it has failed', async () => {
      const [webhook] = await process.webhooks.registry.list();
      return webhook.failingSince !== undefined;
    });
    world.clock.advance(8 * DAY_MS);
    const stores = openStores(world.knex);
    await new Housekeeper({
      store: stores.housekeeping,
      instances: stores.instances,
      retention: { deliveriesMs: 7 * DAY_MS },
      clock: world.clock,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    }).tidy();
    const left = await process.webhooks.deliveries({ webhookId: id, limit: 9 });
    expect(left.map(one => one.delivery.status)).toEqual(['pending']);
    const attempts = await world.knex('webhook_attempts').pluck('delivery_id');
    expect(new Set(attempts)).toEqual(new Set([left[0].delivery.id]));
  });

  it('are measured', async () => {
    const measured: unknown[] = [];
    const note = (...one: unknown[]) => measured.push(one);
    const telemetry = { count: note, measure: note, gauge: note };
    const measuring = world.process({ telemetry });
    const { id } = await measuring.create(receiver);
    await measuring.turn();
    await measuring.webhooks.test(id);
    expect(measured).toEqual([
      ['orchestrator.webhooks.backlog', 0, {}],
      ['orchestrator.webhooks.attempts', 1, { outcome: 'delivered' }],
      ['orchestrator.webhooks.duration', 0, { outcome: 'delivered' }],
    ]);
  });

  it('are taken away with their migration', async () => {
    await process.create(receiver);
    await migrateDown(world.knex);
    expect(await world.knex.schema.hasTable('webhooks')).toBe(false);
  });
});
