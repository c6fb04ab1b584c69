import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChild } from './children.mjs';
import { Failure } from './Failure.mjs';
import { ensureInstalled } from './install.mjs';
import { nodeEnvironment } from './nodeBinary.mjs';
import { fromRoot, root } from './paths.mjs';
import { elapsed, phase } from './phases.mjs';
import { runMain } from './runMain.mjs';
import { provideTestDatabases } from './testDatabases.mjs';

const resultsFile = fromRoot('test-output/jest.json');

/**
 * Installs what is missing and runs all tests on SQLite and Postgres; arguments go to Jest.
 *
 * The last lines give the totals and say when Postgres was not tested.
 */
export function testCommand() {
  return runMain(async () => {
    await ensureInstalled();
    const databases = await phase('Looking for Postgres', provideTestDatabases);
    const code = await runJest(databases.env, process.argv.slice(2));
    await databases.stop();
    const passed = report(databases);
    if (code !== 0 || !passed) throw new Failure('the tests failed');
  });
}

async function runJest(databaseEnv, args) {
  rmSync(resultsFile, { force: true });
  mkdirSync(fromRoot('test-output'), { recursive: true });
  const jestArgs = [
    '--maxWorkers=100%',
    '--json',
    `--outputFile=${resultsFile}`,
  ];
  return runChild(
    fromRoot('yarnw'),
    ['backstage-cli', 'repo', 'test', '--no-watch', ...jestArgs, ...args],
    { cwd: root, env: { ...nodeEnvironment(), ...databaseEnv, CI: 'true' } },
  );
}

/** @returns {boolean} whether some test ran and all passed */
function report(databases) {
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numTotalTestSuites,
    numRuntimeErrorTestSuites,
  } = readResults();
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`
Tests      ${numPassedTests} passed, ${failed} failed${skipped} in ${numTotalTestSuites} suites (${elapsed()})
Databases  ${databases.description}`);
  return numPassedTests > 0 && failed === 0;
}

function readResults() {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch (cause) {
    throw new Failure('Jest ended without results', { cause });
  }
}
