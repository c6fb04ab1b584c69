/** Records what a process of the present behaviour leaves in its database in the midst of its work, for tests of later versions to go on with. */
import { access, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Failure } from './lib/Failure.mjs';
import { readOptions } from './lib/options.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runMain } from './lib/runMain.mjs';

const require = createRequire(import.meta.url);
const engine = 'plugins/orchestrator-engine/src';
const fromEngine = path => require(fromRoot(`${engine}/${path}`));

await runMain(async () => {
  const { BEHAVIOUR_VERSION } = fromEngine('interpreter/runWorkflow');
  const { out } = readOptions(
    { out: { type: 'string' } },
    'yarn record [--out file]',
  );
  const file =
    out ??
    fromRoot(
      `${engine}/runtime/__fixtures__/behaviour${BEHAVIOUR_VERSION}.json`,
    );
  await refuseExisting(file, BEHAVIOUR_VERSION);
  const text = JSON.stringify(await record(), null, 2);
  await writeFile(file, `${text}\n`);
  console.log(`Behaviour ${BEHAVIOUR_VERSION} is recorded in ${file}`);
});

/** What was recorded stays as it is: databases out there hold the same. */
async function refuseExisting(file, behaviour) {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new Failure(
    `${file} exists: behaviour ${behaviour} has been recorded. Raise BEHAVIOUR_VERSION first, or name another file by --out`,
  );
}

async function record() {
  const { recordBehaviour } = fromEngine(
    '__testUtils__/recording/recordBehaviour',
  );
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  try {
    return await recordBehaviour(knex);
  } finally {
    await knex.destroy();
  }
}
