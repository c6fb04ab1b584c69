/**
 * One process that runs the engine on a shared database, with a small HTTP door for the load. What it is told is in its
 * environment.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { audit } from './audit.mjs';
import { createTidying } from './tidying.mjs';
import { definitions } from './workload.mjs';

const require = createRequire(import.meta.url);
const dsl = require('@stagecraft/backstage-plugin-orchestrator-dsl');
const engine = require('@stagecraft/backstage-plugin-orchestrator-engine');
const createKnex = require('knex');

const {
  CHAOS_DATABASE,
  CHAOS_REPLICA,
  CHAOS_STEPS,
  CHAOS_PORT,
  CHAOS_SKEW_MS,
  CHAOS_UPKEEP,
  CHAOS_TRIM,
} = process.env;
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

/** So that both happen often. */
const entriesPerCheckpoint = 20;
const trimmedAfterMs = 500;

/** How long a connection to the database may be silent. */
const silentForMs = 2_000;

async function main() {
  const knex = createKnex(connection());
  await retrying(() => engine.migrate(knex));
  engine.limitSilence(knex, silentForMs);
  const stores = engine.openStores(knex);
  await retrying(() => publish(stores.definitions));
  const webhooks = createWebhooks(stores);
  const runtime = createRuntime(stores, webhooks);
  await runtime.startWorkers();
  const jobs = createJobs(stores, runtime);
  const tidying = createTidying({ stores, clock, logger });
  if (CHAOS_TRIM === 'yes') void tidying.trimAlways(trimmedAfterMs);
  serve({ runtime, stores, webhooks, jobs, tidying });
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

const means = {
  expressions: dsl.createJqExpressionEvaluator({ isGivenTime: true }),
  runtime: {
    name: 'chaos',
    version: '1.0.0',
    metadata: { steps: CHAOS_STEPS },
  },
};

function createRuntime(stores, outgoing) {
  const upkeep =
    CHAOS_UPKEEP === 'yes'
      ? { ...stores, misfire: 'all', outgoing }
      : undefined;
  return new engine.EmbeddedRuntime({
    ...stores,
    ...means,
    activities: namedActivities(),
    upkeep,
    clock,
    logger,
    settings: {
      leaseMs: 3_000,
      pollMs: 250,
      parkAfterMs: 100,
      entriesPerCheckpoint,
    },
  });
}

function createWebhooks(stores) {
  return new engine.Webhooks({
    ...stores,
    source: 'http://chaos',
    clock,
    logger,
    timeoutMs: 1_000,
  });
}

function createJobs(stores, runtime) {
  const runner = new engine.JobRunner({
    ...stores,
    runtime,
    clock,
    logger,
    holder: CHAOS_REPLICA,
  });
  runner.start();
  return runner;
}

/** Every call names its replica, so that the service that is called can tell who made it. */
function namedActivities() {
  const { activities } = engine.createActivities({ http: { plugins } });
  const names = { 'x-replica': CHAOS_REPLICA };
  return {
    execute: (effect, context) =>
      activities.execute(
        effect.kind === 'http'
          ? { ...effect, headers: { ...effect.headers, ...names } }
          : effect,
        context,
      ),
  };
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
      if (tries === 0) logger.warn(`Trying again: ${error.message}`);
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

const actor = { kind: 'system', reason: 'chaos' };
const mostInOneJob = 10_000;

function serve({ runtime, stores, webhooks, jobs, tidying }) {
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
    'POST /suspend': ({ id, key }) =>
      runtime.suspend(id, { actor, idempotencyKey: key }),
    'POST /resume': ({ id, key }) =>
      runtime.resume(id, { actor, idempotencyKey: key }),
    'POST /cancel': ({ id, key }) =>
      runtime.cancel(id, { actor, idempotencyKey: key }),
    'POST /retry': ({ id, key }) =>
      runtime.retry(id, {}, { actor, idempotencyKey: key }),
    'POST /retry-failed': request => retryFailed(request, stores, jobs),
    'POST /approval': async ({ id }) => {
      const filter = { instanceId: id };
      const [approval] = await stores.approvals.list({ filter, limit: 1 });
      return { approval };
    },
    'POST /vote': ({ approvalId, by, key }) =>
      runtime.decide(
        { approvalId, decision: 'approve' },
        { actor: { kind: 'user', ref: by }, idempotencyKey: key },
      ),
    'POST /webhook': ({ url }) =>
      webhooks.registry.create({
        url,
        events: ['workflow.completed', 'workflow.cancelled'],
        createdBy: 'chaos',
      }),
    'POST /audit': ({ ids }) => audit(ids, stores, means),
    'POST /sweep': () => tidying.sweep(),
    'GET /': async () => ({ replica: CHAOS_REPLICA }),
  };
  createServer(async (request, response) => {
    const handle = routes[`${request.method} ${request.url}`];
    try {
      answer(response, 200, await handle(await bodyOf(request)));
    } catch (error) {
      const status = error.code === 'STATE_CONFLICT' ? 409 : 503;
      answer(response, status, { error: `${error.code} ${error.message}` });
    }
  }).listen(Number(CHAOS_PORT), '127.0.0.1');
}

/** A job that retries what has failed of a workflow. @returns how many of its instances have not completed */
async function retryFailed({ workflowId, key }, { jobs, reader }, runner) {
  const ofWorkflow = {
    kind: 'compare',
    field: 'workflowId',
    operator: 'eq',
    value: workflowId,
  };
  const having = status => ({
    kind: 'and',
    filters: [ofWorkflow, { ...ofWorkflow, field: 'status', value: status }],
  });
  const job = {
    id: `job-${key}`,
    action: 'retry',
    force: false,
    actor: { ...actor, ref: `user:default/${key}` },
    filter: having('failed'),
    idempotency: { key, requestHash: key },
    createdAt: clock.now(),
  };
  await jobs.create(job, mostInOneJob);
  runner.nudge();
  const all = await reader.count(ofWorkflow);
  return { open: all - (await reader.count(having('completed'))) };
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
