import { Server } from 'node:http';
import {
  startTestBackend,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import flakyPlugin from './index';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

describe.each(databases.eachSupportedId())(
  'flaky service on %s',
  databaseId => {
    let knex: Knex;
    let server: Server;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      server = await start();
    });

    async function start(): Promise<Server> {
      const { server: started } = await startTestBackend({
        features: [
          flakyPlugin,
          mockServices.database.mock({ getClient: async () => knex }).factory,
        ],
      });
      return started;
    }

    it('answers 503 with Retry-After as often as asked for, then 200', async () => {
      const call = () =>
        request(server).get('/api/flaky/unstable/a?failures=2');

      const first = await call();
      const second = await call();
      const third = await call();

      expect([first.status, second.status, third.status]).toEqual([
        503, 503, 200,
      ]);
      expect(first.headers['retry-after']).toBe('1');
      expect(third.body).toEqual({ key: 'a', attempt: 3 });
    });

    it('counts failures for each key by itself', async () => {
      await request(server).put('/api/flaky/unstable/a?failures=1').expect(503);
      await request(server).put('/api/flaky/unstable/b?failures=1').expect(503);
      await request(server).put('/api/flaky/unstable/a?failures=1').expect(200);
    });

    it('goes on counting where it stood after a restart', async () => {
      await request(server).get('/api/flaky/unstable/a?failures=1').expect(503);

      const restarted = await start();

      await request(restarted)
        .get('/api/flaky/unstable/a?failures=1')
        .expect(200, { key: 'a', attempt: 2 });
    });

    it('appends to an account and lists it', async () => {
      await request(server)
        .post('/api/flaky/ledger/rent')
        .send({ step: 1 })
        .expect(201);
      await request(server)
        .post('/api/flaky/ledger/rent')
        .send({ step: 2 })
        .expect(201);
      await request(server)
        .post('/api/flaky/ledger/food')
        .send({ step: 9 })
        .expect(201);

      const { body } = await request(server).get('/api/flaky/ledger/rent');

      expect(body.items).toMatchObject([
        { account: 'rent', entry: { step: 1 } },
        { account: 'rent', entry: { step: 2 } },
      ]);
    });

    it('logs what arrived, with the key it carried and the status it got', async () => {
      await request(server)
        .post('/api/flaky/ledger/rent')
        .set('Idempotency-Key', 'i1:/do/0')
        .send({});
      await request(server).get('/api/flaky/unstable/a?failures=1');

      const { body } = await request(server).get('/api/flaky/requests');

      expect(body.items).toMatchObject([
        {
          method: 'POST',
          path: '/ledger/rent',
          idempotencyKey: 'i1:/do/0',
          status: 201,
        },
        {
          method: 'GET',
          path: '/unstable/a',
          idempotencyKey: null,
          status: 503,
        },
      ]);
      const { body: rest } = await request(server).get(
        `/api/flaky/requests?after=${body.items[0].id}`,
      );
      expect(rest.items).toEqual(body.items.slice(1));
    });

    it('has a request in the log while it is still being served', async () => {
      const slow = request(server).get(
        '/api/flaky/unstable/slow?failures=0&delayMs=500',
      );
      const answered = slow.then(res => res.status);

      const arrival = await firstLogged();

      expect(arrival).toMatchObject({ path: '/unstable/slow', status: null });
      await expect(answered).resolves.toBe(200);
      await expect(firstLogged()).resolves.toMatchObject({ status: 200 });
    });

    async function firstLogged(): Promise<unknown> {
      for (;;) {
        const { body } = await request(server).get('/api/flaky/requests');
        if (body.items.length > 0) return body.items[0];
      }
    }

    it.each(['delayMs=10001', 'delayMs=soon', 'failures=-1', 'failures='])(
      'refuses %s',
      async query => {
        const { status, body } = await request(server).get(
          `/api/flaky/unstable/a?${query}`,
        );

        expect(status).toBe(400);
        expect(body.error.message).toContain(
          'must be a whole number from 0 to',
        );
      },
    );

    it('can take its tables away again', async () => {
      await knex.migrate.rollback({ directory: `${__dirname}/../migrations` });

      await expect(knex.schema.hasTable('requests')).resolves.toBe(false);
      await expect(knex.schema.hasTable('ledger')).resolves.toBe(false);
    });
  },
);
