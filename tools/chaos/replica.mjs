/**
 * One process that runs the engine on a shared database, with a small HTTP door for the load: `POST /start`, `POST /events`,
 * `GET /`. What it is told is in its environment.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { definitions } from './workload.mjs';

const require = createRequire(import.meta.url);
const dsl = require('@stagecraft/backstage-plugin-orchestrator-dsl');
const engine = require('@stagecraft/backstage-plugin-orchestrator-engine');
const createKnex = require('knex');

const { CHAOS_DATABASE, CHAOS_REPLICA, CHAOS_PORT, CHAOS_SKEW_MS } =
  process.env;
const skewMs = Number(CHAOS_SKEW_MS ?? 0);

const plugins = {
  resolve: async id => {
    throw new Error(`There is no plugin ${id} here`);
  },
};

/** The time of this process may be wrong; that of the database is not. */
const clock = {
  now: () => Date.now() + skewMs,
  schedule: engine.systemClock.schedule,
};

const logger = Object.fromEntries(
  ['debug', 'info', 'warn', 'error'].map(level => [
    level,
    (message, meta) =>
      level === 'debug' ||
      console.log(new Date().toISOString(), level, message, meta ?? ''),
  ]),
);

async function main() {
  const knex = createKnex(connection());
  await retrying(() => engine.migrate(knex));
  const store = new engine.KnexDefinitionStore(knex);
  await retrying(() => publish(store));
  const runtime = createRuntime(knex, store);
  await runtime.startWorkers();
  serve(runtime);
}

function connection() {
  if (CHAOS_DATABASE.startsWith('postgresql:')) {
    return { client: 'pg', connection: CHAOS_DATABASE, pool: { max: 10 } };
  }
  return {
    client: 'better-sqlite3',
    connection: { filename: CHAOS_DATABASE },
    useNullAsDefault: true,
    pool: {
      afterCreate(db, done) {
        db.pragma('journal_mode = WAL');
        db.pragma('synchronous = FULL');
        done();
      },
    },
  };
}

function createRuntime(knex, store) {
  return new engine.EmbeddedRuntime({
    instances: new engine.KnexInstanceStore(knex),
    reader: new engine.KnexInstanceReader(knex),
    events: new engine.KnexEventStore(knex),
    definitions: store,
    activities: engine.createActivities({ http: { plugins } }).activities,
    expressions: dsl.createJqExpressionEvaluator({ isGivenTime: true }),
    runtime: {
      name: 'chaos',
      version: '1.0.0',
      metadata: { replica: CHAOS_REPLICA },
    },
    clock,
    logger,
    settings: { leaseMs: 3_000, pollMs: 250, parkAfterMs: 100 },
  });
}

async function publish(store) {
  for (const [workflowId, text] of Object.entries(definitions)) {
    const { document, problems } = dsl.parseWorkflow(text);
    await store.publish(
      {
        workflowId,
        hash: createHash('sha256').update(text).digest('hex'),
        namespace: document.namespace,
        name: document.name,
        version: document.version,
        format: 'yaml',
        text,
        isValid: problems.every(({ severity }) => severity !== 'error'),
        problems,
        loadedAt: Date.now(),
      },
      'chaos',
    );
  }
}

/** The database may be away or busy just now. */
async function retrying(work) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

function serve(runtime) {
  const routes = {
    'POST /start': async ({ workflowId, input, key }) => ({
      id: await runtime.start({
        workflowId,
        input,
        initiator: 'chaos',
        idempotencyKey: key,
      }),
    }),
    'POST /events': event => runtime.deliver(event),
    'GET /': async () => ({ replica: CHAOS_REPLICA }),
  };
  createServer(async (request, response) => {
    const handle = routes[`${request.method} ${request.url}`];
    try {
      answer(response, 200, await handle(await bodyOf(request)));
    } catch (error) {
      answer(response, 503, { error: `${error.code ?? ''} ${error.message}` });
    }
  }).listen(Number(CHAOS_PORT), '127.0.0.1');
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : undefined;
}

function answer(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value ?? null));
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
