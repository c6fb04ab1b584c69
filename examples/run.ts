/**
 * Runs one workflow on the engine alone, without Backstage: `yarn example:run`.
 *
 * The database is a file in a temporary folder; the workflow calls nothing outside this process.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createJqExpressionEvaluator,
  parseWorkflow,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  createActivities,
  EmbeddedRuntime,
  KnexApprovalStore,
  KnexDefinitionStore,
  KnexEventStore,
  KnexInstanceReader,
  KnexInstanceStore,
  migrate,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import createKnex from 'knex';

const text = `
document: { dsl: 1.0.3, namespace: default, name: greet, version: 1.0.0 }
do:
  - pause: { wait: { milliseconds: 200 } }
  - greet: { set: { greeting: 'Hello, \${ .name }!' } }
`;

async function main() {
  const { document, problems } = parseWorkflow(text);
  const folder = mkdtempSync(join(tmpdir(), 'orchestrator-'));
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'engine.sqlite') },
    useNullAsDefault: true,
  });
  await migrate(knex);

  const definitions = new KnexDefinitionStore(knex);
  const definition = {
    workflowId: 'greet',
    hash: createHash('sha256').update(text).digest('hex'),
    namespace: 'default',
    name: 'greet',
    version: document.version!,
    format: 'yaml',
    text,
    isValid: true,
    problems,
    loadedAt: Date.now(),
  } as const;
  await definitions.publish(definition, 'example');

  const reader = new KnexInstanceReader(knex);
  const noPlugins = {
    resolve: async (id: string) => {
      throw new Error(`There is no plugin ${id} here`);
    },
  };
  const { activities, close } = createActivities({
    http: { plugins: noPlugins },
  });
  const runtime = new EmbeddedRuntime({
    instances: new KnexInstanceStore(knex),
    events: new KnexEventStore(knex),
    reader,
    approvals: new KnexApprovalStore(knex),
    definitions,
    activities,
    expressions: createJqExpressionEvaluator({ isGivenTime: true }),
    runtime: { name: 'example', version: '1.0.0', metadata: {} },
    logger: console,
  });
  await runtime.startWorkers();

  const id = await runtime.start({
    workflowId: 'greet',
    input: { name: 'Ada' },
  });
  for (;;) {
    const instance = await reader.get(id);
    if (instance?.endedAt) {
      console.log(instance.status, JSON.stringify(instance.output));
      break;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await runtime.stop({ graceMs: 1000 });
  await close();
  await knex.destroy();
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
