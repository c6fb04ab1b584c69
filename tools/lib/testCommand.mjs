import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { runChild } from './children.mjs';
import { Failure } from './Failure.mjs';
import { ensureInstalled } from './install.mjs';
import { nodeBinary, nodeEnvironment } from './nodeBinary.mjs';
import { fromRoot, root } from './paths.mjs';
import { elapsed, phase } from './phases.mjs';
import { runMain } from './runMain.mjs';
import { provideTestDatabases } from './testDatabases.mjs';

const jestResults = fromRoot('test-output/jest.json');
const toolResults = fromRoot('test-output/tools.xml');

/**
 * Installs what is missing and runs all tests, on SQLite and Postgres; arguments go to Jest and leave the tools' tests out.
 *
 * The last lines give the totals and say when Postgres was not tested. What fails beside others is run once more, alone: a machine
 * that is too busy for a test is told from a fault, and which tests that were is said, too.
 */
export function testCommand() {
  return runMain(async () => {
    const jestArgs = process.argv.slice(2);
    await ensureInstalled();
    const databases = await phase('Looking for Postgres', provideTestDatabases);
    mkdirSync(fromRoot('test-output'), { recursive: true });
    const results = [await runJestTwice(databases.env, jestArgs)];
    if (jestArgs.length === 0) results.push(await runToolTests());
    await databases.stop();
    summarise(results, databases);
  });
}

/** With more files than these that fail, the machine is not to blame. */
const fewFiles = 6;

async function runJestTwice(databaseEnv, args) {
  const first = await runJest(databaseEnv, args);
  const { failedFiles } = first;
  const isWorthIt = failedFiles.length > 0 && failedFiles.length <= fewFiles;
  if (!isWorthIt) return first;
  console.log(`\nRunning alone what has failed: ${failedFiles.join(', ')}\n`);
  const alone = await runJest(databaseEnv, failedFiles, 1);
  const mended = first.failed - alone.failed;
  console.log(
    `\n${mended} of ${first.failed} tests that failed beside others passed alone`,
  );
  return {
    ...first,
    code: alone.code,
    passed: first.passed + mended,
    failed: alone.failed,
  };
}

async function runJest(databaseEnv, args, workers = '100%') {
  const report = ['--json', `--outputFile=${jestResults}`];
  const code = await runTests(
    fromRoot('yarnw'),
    [
      'backstage-cli',
      'repo',
      'test',
      '--no-watch',
      `--maxWorkers=${workers}`,
      '--testTimeout=180000',
      ...report,
      ...args,
    ],
    jestResults,
    databaseEnv,
  );
  const results = JSON.parse(readResults(jestResults));
  return {
    code,
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests,
    failedFiles: results.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name }) => relative(root, name)),
  };
}

async function runToolTests() {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=${toolResults}`,
  ];
  const code = await runTests(
    nodeBinary(),
    ['--test', ...reporters, 'tools/**/*.test.mjs'],
    toolResults,
  );
  const xml = readResults(toolResults);
  const count = tag => xml.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;
  const failed = count('failure');
  return { code, failed, passed: count('testcase') - failed, skipped: 0 };
}

async function runTests(command, args, resultsFile, env) {
  rmSync(resultsFile, { force: true });
  return runChild(command, args, {
    cwd: root,
    env: { ...nodeEnvironment(), ...env, CI: 'true' },
  });
}

function readResults(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Failure('the tests ended without results', { cause });
  }
}

function summarise(results, { description }) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  console.log(`
Tests      ${passed} passed, ${failed} failed${
    skipped > 0 ? `, ${skipped} skipped` : ''
  } (${elapsed()})
Databases  ${description}`);
  const isGreen = passed > 0 && results.every(({ code }) => code === 0);
  if (!isGreen) throw new Failure('the tests failed');
}
