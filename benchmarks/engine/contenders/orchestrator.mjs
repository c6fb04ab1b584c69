// Our engine: the real interpreter, journal and store; only what the activities do is left out.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { openDatabase } from '../openDatabase.mjs';
import { definition, stepResult } from '../workload.mjs';

const require = createRequire(import.meta.url);
const {
  createJqExpressionEvaluator,
} = require('../../../plugins/orchestrator-dsl/src/index.ts');
const {
  EmbeddedRuntime,
  migrate,
} = require('../../../plugins/orchestrator-engine/src/index.ts');
const {
  openStores,
} = require('../../../plugins/orchestrator-engine/src/store/knex/openStores.ts');

const fiveSteps = {
  definition,
  workflowId: 'five-steps',
  execute: () => undefined,
};

/** How often to look whether another replica has finished what was started here. */
const lookEveryMs = 200;

/** @param {{database: Parameters<typeof openDatabase>[0]}} options */
export async function open({ database }) {
  const ends = new Map();
  const { knex, runtime, close } = await openEngine(database, {
    ...fiveSteps,
    onCompleted: id => ends.get(id)?.(),
  });
  await runtime.startWorkers();
  const look = setInterval(async () => {
    const ended = await knex('instances')
      .select('id')
      .whereIn('id', [...ends.keys()])
      .whereNotNull('ended_at');
    ended.forEach(({ id }) => ends.get(id)?.());
  }, lookEveryMs);
  return {
    async runOne() {
      const { workflowId } = fiveSteps;
      const id = await runtime.start({ workflowId, input: {} });
      await new Promise(resolve => ends.set(id, resolve));
      ends.delete(id);
    },
    async close() {
      clearInterval(look);
      await close();
    },
  };
}

/**
 * The engine with one workflow, not yet running.
 *
 * @param {Parameters<typeof openDatabase>[0]} database
 * @param {{definition: string, workflowId: string, execute: (effect: {id: string}) => Promise<unknown> | undefined, settings?: object, onCompleted?: (id: string) => void}} what
 *   `execute` is told of each call, which is answered at once or when what it gives resolves
 */
export async function openEngine(
  database,
  { definition: text, workflowId, execute, settings, onCompleted },
) {
  const knex = openDatabase(database);
  await migrate(knex);
  const stores = openStores(knex);
  await publish(stores.definitions, { text, workflowId });
  const runtime = new EmbeddedRuntime({
    ...stores,
    activities: {
      async execute(effect) {
        await execute(effect);
        return { outcome: { ok: true, value: stepResult } };
      },
    },
    expressions: createJqExpressionEvaluator({ isGivenTime: true }),
    runtime: { name: 'benchmark', version: '0', metadata: {} },
    logger: { info() {}, warn: console.warn, error: console.error },
    settings,
    onAppended: (id, status) => {
      if (status === 'completed') onCompleted?.(id);
    },
  });
  return {
    knex,
    runtime,
    reader: stores.reader,
    async close() {
      await runtime.stop({ graceMs: 0 });
      await knex.destroy();
    },
  };
}

async function publish(definitions, { text, workflowId }) {
  await definitions.publish(
    {
      workflowId,
      hash: createHash('sha256').update(text).digest('hex'),
      namespace: 'default',
      name: workflowId,
      version: '1.0.0',
      format: 'yaml',
      text,
      isValid: true,
      problems: [],
      loadedAt: Date.now(),
    },
    'benchmark',
  );
}
