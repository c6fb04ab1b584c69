import { TestDatabases } from '@backstage/backend-test-utils';
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { routesOf } from '../routesOf';
import { refuseWhenOutdated } from './refuseWhenOutdated';

const NEWER = '99991231000000_newer.js';
const SAYS = `A newer version has migrated the database (${NEWER}): replace this process by one of that version`;

const hello = `
document: { dsl: 1.0.3, namespace: default, name: hello, version: 1.0.0 }
do: [{ a: { wait: PT1H } }]
`;

jest.setTimeout(180_000);

describe('a replica whose database a newer version has migrated', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
  });
  let orchestrator: TestOrchestrator;
  let knex: Knex;

  afterEach(() => orchestrator.stop());

  it.each(databases.eachSupportedId())(
    'refuses what would write, serves what reads, and says why, on %s',
    async databaseId => {
      knex = await databases.init(databaseId);
      const definitions = { 'hello.yaml': hello };
      orchestrator = await startOrchestrator({ knex, definitions });
      const { client } = orchestrator;
      const run = () =>
        client.post('/v2/workflows/hello/execute', { inputData: {} });
      expect((await run()).status).toBe(200);

      await knex('orchestrator_migrations').insert({ name: NEWER, batch: 99 });
      await new Promise(resolve => setTimeout(resolve, 1_100));

      const refused = await run();
      expect(refused.status).toBe(503);
      expect(refused.headers['retry-after']).toBe('5');
      expect(refused.body.error).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: SAYS,
      });
      expect(await knex('instances')).toHaveLength(1);

      const listed = await client.post('/v2/workflows/instances', {});
      expect(listed.body.items).toHaveLength(1);
      const health = await client.get('/v2/health');
      expect(health.body).toMatchObject({
        status: 'degraded',
        worker: { status: 'degraded', reason: SAYS },
      });
      const readiness = await request(new URL(orchestrator.url).origin).get(
        '/.backstage/health/v1/readiness',
      );
      expect(readiness.status).toBe(503);
      expect(readiness.body.parts.orchestrator).toEqual({
        store: 'outdated',
        reason: SAYS,
      });
    },
  );
});

it('takes every operation for one that writes unless it is known to read', async () => {
  const refusing = { requireKnown: () => Promise.reject(new Error('newer')) };
  const served: string[] = [];
  for (const route of routesOf(openApiSpec)) {
    const next = jest.fn();
    const guard = refuseWhenOutdated(route, refusing);
    guard(Object.create(null), Object.create(null), next);
    await new Promise(resolve => setImmediate(resolve));
    const isServed = next.mock.calls[0][0] === undefined;
    if (isServed && route.verb !== 'get') served.push(route.operationId);
  }
  expect(served.sort()).toEqual([
    'dryRunWorkflow',
    'getInstances',
    'getWorkflowInstances',
    'getWorkflowsOverview',
    'getWorkflowsOverviewForEntity',
    'previewBulkJob',
    'validateWorkflow',
  ]);
});
