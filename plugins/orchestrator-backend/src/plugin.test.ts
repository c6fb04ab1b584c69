import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  orchestratorDefinitionSourcesExtensionPoint,
  type DefinitionSource,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';
import { calling, hello, patient } from './__testUtils__/definitions';
import {
  startOrchestrator,
  type TestOrchestrator,
} from './__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const opened: { stop(): Promise<void> }[] = [];

async function open(
  ...options: Parameters<typeof startOrchestrator>
): Promise<TestOrchestrator> {
  const orchestrator = await startOrchestrator(...options);
  opened.push(orchestrator);
  return orchestrator;
}

afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) {
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}

function moduleWithSource(source: DefinitionSource) {
  return createBackendModule({
    pluginId: 'orchestrator',
    moduleId: 'definitions-of-test',
    register(env) {
      env.registerInit({
        deps: { sources: orchestratorDefinitionSourcesExtensionPoint },
        async init({ sources }) {
          sources.addDefinitionSource(source);
        },
      });
    },
  });
}

describe('definitions', () => {
  it('follow the folder', async () => {
    const { folder, client } = await open({
      definitions: { 'hello.yaml': hello },
    });
    const versionOf = async (id: string) =>
      (await client.get(`/v2/workflows/${id}`)).body.version;

    await writeFile(
      join(folder, 'hello.yaml'),
      hello.replace('1.2.0', '1.3.0'),
    );
    await writeFile(join(folder, 'patient.yaml'), patient);
    await until(async () => (await versionOf('patient')) === '1.0.0');

    await expect(versionOf('hello')).resolves.toBe('1.3.0');
    await rm(join(folder, 'hello.yaml'));
    await until(async () => (await versionOf('hello')) === undefined);
  });

  it('come from modules too', async () => {
    const { client } = await open({
      features: [
        moduleWithSource({
          name: 'one',
          connect: ({ replaceAll }) =>
            replaceAll([{ location: 'memory/hello', text: hello }]),
        }),
      ],
    });

    const { status } = await client.get('/v2/workflows/hello');

    expect(status).toBe(200);
  });

  it('of an instance stay as they were when it started', async () => {
    const { folder, client, api } = await open({
      definitions: { 'patient.yaml': patient },
    });
    const { id } = await api.executeWorkflow({
      workflowId: 'patient',
      inputData: { span: 'PT1S' },
    });
    await writeFile(
      join(folder, 'patient.yaml'),
      patient.replace('1.0.0', '2.0.0').replace('done: true', 'changed: true'),
    );
    await until(
      async () =>
        (await client.get('/v2/workflows/patient')).body.version === '2.0.0',
    );

    const { output, workflow } = await api.waitForEnd({ instanceId: id });

    expect(output).toEqual({ value: { done: true } });
    expect(workflow.version).toBe('1.0.0');
  });
});

describe.each(databases.eachSupportedId())(
  'a backend that is stopped on %s',
  databaseId => {
    it('lets others have its work at once, though a source of definitions never lets go', async () => {
      const knex = await databases.init(databaseId);
      let letGo = () => {};
      await open({
        knex,
        features: [
          moduleWithSource({
            name: 'clinging',
            connect: async () => {},
            disconnect: () =>
              new Promise<void>(resolve => {
                letGo = resolve;
              }),
          }),
        ],
      });
      await until(async () => (await knex('workers')).length === 1);
      let isGone = false;
      const stopped = opened
        .pop()
        ?.stop()
        .then(() => {
          isGone = true;
        });
      await until(async () => (await knex('workers')).length === 0);
      expect(isGone).toBe(false);
      letGo();
      await stopped;
    });

    it('is gone when its time is over, though a source of definitions never lets go', async () => {
      const knex = await databases.init(databaseId);
      await open({
        knex,
        config: { shutdownGrace: '50ms' },
        features: [
          moduleWithSource({
            name: 'clinging',
            connect: async () => {},
            disconnect: () => new Promise<never>(() => {}),
          }),
        ],
      });
      await opened.pop()?.stop();
      await expect(knex('workers')).resolves.toEqual([]);
    });
  },
);

describe('configuration', () => {
  it('keeps the backend from starting when it is wrong, naming the key', async () => {
    const config = { worker: { poll: 'often' } };

    await expect(open({ config })).rejects.toThrow('orchestrator.worker.poll');
  });

  it('limits the bodies of requests', async () => {
    const { client } = await open({ config: { http: { maxBodyBytes: 100 } } });

    const { status } = await client.post('/v2/workflows/hello/execute', {
      inputData: { a: 'x'.repeat(100) },
    });

    expect(status).toBe(413);
  });

  it('limits what workflows may call', async () => {
    const { api } = await open({
      definitions: { 'calling.yaml': calling },
      config: { egress: { allowedHosts: ['api.example.com'] } },
    });
    const { id } = await api.executeWorkflow({
      workflowId: 'calling',
      inputData: { url: 'http://127.0.0.1:1/' },
    });

    const { status, error } = await api.waitForEnd({ instanceId: id });

    expect(status).toBe('failed');
    expect(error?.detail).toContain('orchestrator.egress.allowedHosts');
  });
});

describe('workflows', () => {
  it('call the portal’s own plugins as the orchestrator, with a token for them', async () => {
    const { api, client } = await open({
      definitions: {
        'hello.yaml': hello,
        'delegate.yaml': `
document: { dsl: 1.0.3, namespace: default, name: delegate, version: 1.0.0 }
do:
  - start:
      call: http
      with:
        method: post
        endpoint: plugin://orchestrator/v2/workflows/hello/execute
        body: { inputData: { name: Ada } }
`,
      },
    });
    const { id } = await api.executeWorkflow({ workflowId: 'delegate' });
    await api.waitForEnd({ instanceId: id });

    const { body } = await client.post('/v2/workflows/hello/instances');

    expect(body.items).toMatchObject([
      { initiatorEntity: 'plugin:orchestrator' },
    ]);
  });
});

describe.each(databases.eachSupportedId())('health on %s', databaseId => {
  const readiness = (url: string) =>
    request(new URL(url).origin).get('/.backstage/health/v1/readiness');

  it('is good while the database answers', async () => {
    const { url } = await open({ knex: await databases.init(databaseId) });

    const { status, body } = await readiness(url);

    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'ok',
      parts: {
        orchestrator: { store: 'ok', worker: 'running', openInstances: 0 },
      },
    });
  });

  it('is bad, and requests answer 503, while it does not', async () => {
    const knex = await databases.init(databaseId);
    const { url, client } = await open({ knex });
    await knex.destroy();

    const { status, body } = await readiness(url);
    const answer = await client.get('/v2/workflows/hello');

    expect(status).toBe(503);
    expect(body.parts.orchestrator).toMatchObject({ store: 'unavailable' });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.error.code).toBe('STORE_UNAVAILABLE');
    knex.initialize();
  });
});

describe('a restarted backend', () => {
  let folder: string;
  let calls: Server;
  let arrivals: number;
  const knexes: Knex[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'restart-'));
    arrivals = 0;
    calls = createServer((_req, res) => {
      arrivals += 1;
      res.setHeader('Content-Type', 'application/json').end('{"rate": 7}');
    });
    await new Promise<void>(resolve => {
      calls.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    calls.close();
    for (const knex of knexes.splice(0)) await knex.destroy();
    await rm(folder, { recursive: true });
  });

  const openFile = () => {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'orchestrator.sqlite') },
      useNullAsDefault: true,
    });
    knexes.push(knex);
    return knex;
  };

  it('goes on with an instance where it stood, and calls nothing again', async () => {
    const { port } = calls.address() as AddressInfo;
    const definitions = {
      'rates.yaml': `
document: { dsl: 1.0.3, namespace: default, name: rates, version: 1.0.0 }
do:
  - ask: { call: http, with: { method: get, endpoint: "http://127.0.0.1:${port}/" } }
  - pause: { wait: PT5S }
  - keep: { set: { kept: "\${ .rate }" } }
`,
    };
    const first = await open({ knex: openFile(), definitions });
    const { id } = await first.api.executeWorkflow({ workflowId: 'rates' });
    await until(
      async () =>
        (await first.client.get(`/v2/instances/${id}`)).body.status ===
        'waiting',
    );
    await opened.pop()?.stop();

    const second = await open({ knex: openFile(), definitions });
    const { status, output } = await second.api.waitForEnd({ instanceId: id });

    expect(status).toBe('completed');
    expect(output).toEqual({ value: { kept: 7 } });
    expect(arrivals).toBe(1);
  });
});
