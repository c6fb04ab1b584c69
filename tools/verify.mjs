import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChild } from './lib/children.mjs';
import { Failure } from './lib/Failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nodeBinary, nodeEnvironment } from './lib/nodeBinary.mjs';
import { readList, readOptions } from './lib/options.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { Report } from './lib/Report.mjs';
import { runMain } from './lib/runMain.mjs';

const usage = 'yarn verify [--only name,…] [--skip name,…] [--json]';
const logFolder = fromRoot('test-output/verify');

/** Each check is one command that ends with 0 only when what it checks holds, and how to mend what it finds. */
const checks = {
  format: [bin('prettier', '--check', '.'), 'yarn prettier --write .'],
  lint: [bin('backstage-cli', 'repo', 'lint', '--max-warnings', '0')],
  'lint-tools': [
    bin('eslint', '--ext', '.mjs,.js', '--max-warnings', '0', 'tools'),
  ],
  // Not incremental: the order of inferred unions, which the API reports show, depends on what was compiled before.
  types: [bin('tsc', '--incremental', 'false')],
  packages: [script('tools/packages.mjs')],
  contract: [
    bin(
      'redocly',
      'lint',
      ...['--config', 'plugins/orchestrator-common/redocly.yaml'],
      'plugins/orchestrator-common/src/openapi/openapi.yaml',
    ),
  ],
  compatibility: [script('tools/compatibility.mjs')],
  generated: [script('tools/generate.mjs', '--check'), 'yarn generate'],
  'api-reports': [
    bin(
      'backstage-repo-tools',
      'api-reports',
      '--ci',
      // Names that say it all need no sentence, and workspace packages are analysed from their sources.
      ...['--omit-messages', 'ae-undocumented,ae-wrong-input-file-type'],
      // The hooks for React speak of types of the main entry point.
      ...['--allow-warnings', 'plugins/orchestrator-common'],
      'plugins/*',
    ),
    'yarn api-reports',
  ],
  docs: [script('tools/docs.mjs')],
  unused: [bin('knip', '--no-progress', '--no-config-hints')],
  tests: [script('tools/test.mjs')],
};

await runMain(async () => {
  const { only, skip, json } = readOptions(
    {
      only: { type: 'string' },
      skip: { type: 'string' },
      json: { type: 'boolean' },
    },
    usage,
  );
  const left = namesOf(skip);
  const wanted = only ? namesOf(only) : Object.keys(checks);
  await ensureInstalled();
  const report = new Report('verify', { json });
  for (const name of wanted) {
    if (left.includes(name)) report.skip(name, 'as asked');
    else await report.check(name, () => run(name, ...checks[name]));
  }
  report.finish();
});

function namesOf(text) {
  const names = readList(text);
  const unknown = names.find(name => !(name in checks));
  if (unknown === undefined) return names;
  const known = Object.keys(checks).join(', ');
  throw new Failure(`there is no check "${unknown}"; there are ${known}`);
}

async function run(name, [command, ...args], remedy) {
  const logFile = `${logFolder}/${name}.log`;
  mkdirSync(logFolder, { recursive: true });
  rmSync(logFile, { force: true });
  const needed = command === nodeBinary() ? fromRoot(args[0]) : command;
  if (!existsSync(needed)) throw new Failure(`it needs ${needed}`);
  const code = await runChild(command, args, {
    cwd: root,
    logFile,
    env: { ...nodeEnvironment(), CI: 'true', FORCE_COLOR: '0' },
  });
  if (code === 0) return;
  const details = readFileSync(logFile, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-60);
  throw new Failure(remedy ? `mend it by: ${remedy}` : `see ${logFile}`, {
    details: details.join('\n'),
  });
}

function bin(name, ...args) {
  return [fromRoot('node_modules/.bin', name), ...args];
}

function script(file, ...args) {
  return [nodeBinary(), file, ...args];
}
