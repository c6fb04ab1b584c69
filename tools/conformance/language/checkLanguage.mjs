// Runs the language's conformance kit, its examples and our own cases on the engine, on each database, plain and replayed after
// every step.
import { Failure } from '../../lib/Failure.mjs';
import { readOptions } from '../../lib/options.mjs';
import { Report } from '../../lib/Report.mjs';
import { caseChecks } from './caseChecks.mjs';
import { ctkChecks } from './ctk/ctkChecks.mjs';
import { openDatabases } from './databases.mjs';
import { documentChecks } from './documentChecks.mjs';
import { exampleChecks } from './examples/exampleChecks.mjs';
import { runOnce } from './runOnce.mjs';
import { World } from './World.mjs';

const suites = {
  CTK: ctkChecks,
  examples: exampleChecks,
  cases: caseChecks,
  docs: documentChecks,
};

/** Exit code 1 when anything is not as it must be. */
export async function checkLanguage(usage) {
  const { json, only } = readOptions(
    { json: { type: 'boolean' }, only: { type: 'string', default: '' } },
    usage,
  );
  const report = new Report('conformance', { json });
  const world = new World();
  await world.open();
  const { databases, description, close } = await openDatabases();
  try {
    await checkAll(report, { world, settings: settingsOn(databases), only });
  } finally {
    await close();
    world.close();
  }
  console.log(`Databases  ${description}`);
  report.finish();
}

function settingsOn(databases) {
  return databases.flatMap(database =>
    [false, true].map(isReplaying => ({
      database,
      isReplaying,
      name: `${database.name}, ${
        isReplaying ? 'replayed after every step' : 'plain'
      }`,
    })),
  );
}

async function checkAll(report, { world, settings, only }) {
  const counts = {};
  for (const [suite, checksOf] of Object.entries(suites)) {
    const { checks, absent } = checksOf();
    if (absent) report.skip(suite, absent);
    const wanted = checks.filter(({ name }) =>
      `${suite} ${name}`.includes(only),
    );
    counts[suite] = { passed: 0, total: wanted.length };
    for (const check of wanted) {
      const isFine = await report.check(`${suite} ${check.name}`, () =>
        checkEverywhere(check, world, settings),
      );
      if (isFine) counts[suite].passed += 1;
    }
  }
  report.state({ suites: counts });
  report.headline(
    Object.entries(counts)
      .map(([suite, { passed, total }]) => `${suite} ${passed}/${total}`)
      .join(', '),
  );
}

/** @throws {Failure} of the first setting in which it fails */
async function checkEverywhere(
  { prepare, require: requireRight },
  world,
  settings,
) {
  for (const run of [await prepare()].flat()) {
    for (const setting of settings) {
      try {
        requireRight(await runOnce(world, setting, run), setting, run);
      } catch (error) {
        throw new Failure(`${error.message} (${setting.name})`, {
          details: error.details ?? error.stack,
          cause: error,
        });
      }
    }
  }
}
