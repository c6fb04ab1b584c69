// Holds a running server against the contract that it publishes: what each operation answers to good and to bad requests,
// whatever is asked, and to whom.
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readList, readOptions } from '../lib/options.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';
import { checkAnswers } from './checkAnswers.mjs';
import { checkMatrix } from './checkMatrix.mjs';
import { Contract } from './Contract.mjs';
import { fuzz } from './fuzz.mjs';
import { definitions } from './definitions.mjs';
import { openDatabase } from './openDatabase.mjs';
import { ServerUnderTest } from './ServerUnderTest.mjs';
import { requireNone, Tally } from './Tally.mjs';
import { World } from './World.mjs';

const usage =
  'yarn contract [--requests 5000] [--seed 1] [--only executeWorkflow,…] [--database sqlite|postgres] [--json]';
const logFile = fromRoot('test-output/contract/server.log');

await runMain(async () => {
  const { requests, seed, only, database, json } = readOptions(
    {
      requests: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      database: { type: 'string', default: 'sqlite' },
      json: { type: 'boolean' },
    },
    usage,
  );
  await ensureInstalled();
  const report = new Report('contract', { json });
  const store = await openDatabase(database);
  try {
    await checkServerOn(store.database, {
      report,
      requests: Number(requests),
      seed: Number(seed),
      names: readList(only),
    });
  } finally {
    await store.close();
  }
  report.finish();
});

async function checkServerOn(database, options) {
  const server = await ServerUnderTest.start({
    definitions,
    logFile,
    database,
  });
  try {
    await checkServer(server, options);
  } finally {
    await server.stop();
  }
}

async function checkServer(server, { report, requests, seed, names }) {
  const contract = new Contract(await server.contract());
  const tally = new Tally();
  const operations = chosen(contract, names);
  const under = {
    url: server.url,
    contract,
    world: new World(server.url),
    tally,
    takeNotes: () => server.takeAuditNotes(),
  };
  for (const operation of operations) {
    await report.check(`answers of ${operation.operationId}`, async () =>
      requireNone(await checkAnswers(operation, under), 'answers are wrong'),
    );
  }
  for (const operation of operations) {
    await report.check(`who may ask for ${operation.operationId}`, async () =>
      requireNone(await checkMatrix(operation, under), 'cells are otherwise'),
    );
  }
  const share = Math.ceil(requests / operations.length);
  for (const operation of operations) {
    await report.check(`anything asked of ${operation.operationId}`, async () =>
      requireNone(
        await fuzz(operation, under, { requests: share, seed }),
        'answers are wrong',
      ),
    );
  }
  await report.check('log of the server', async () =>
    requireNone(
      server.alarms().map(what => ({ what })),
      'lines tell of a fault',
    ),
  );
  const figures = {
    operations: operations.length,
    served: tally.served.size,
    requests: tally.requests,
    serverErrors: tally.serverErrors,
    offSpec: tally.offSpec,
    lost: tally.lost,
    cells: tally.cells,
    rightCells: tally.rightCells,
    seed,
  };
  report.state(figures);
  report.headline(
    `operations ${figures.served}/${figures.operations}, requests ${figures.requests}, 5xx ${figures.serverErrors}, off-spec ${figures.offSpec}, matrix ${figures.rightCells}/${figures.cells}`,
  );
}

function chosen({ operations }, names) {
  const found = operations.filter(
    ({ operationId }) => names.length === 0 || names.includes(operationId),
  );
  if (found.length > 0) return found;
  throw new Failure(`the contract has no operation ${names.join(', ')}`);
}
