// Builds every plugin as it is published, and loads the API's client from what was built: by `import` and by `require`, on its own
// and with its hooks for React. Types must have been compiled before (`yarn tsc`).
//
//   yarn packages [--json]
import { spawnSync } from 'node:child_process';
import { Failure } from './lib/Failure.mjs';
import { nodeBinary, nodeEnvironment } from './lib/nodeBinary.mjs';
import { readOptions } from './lib/options.mjs';
import { fromRoot } from './lib/paths.mjs';
import { Report } from './lib/Report.mjs';
import { runMain } from './lib/runMain.mjs';
import { workspaces } from './lib/workspaces.mjs';

const usage = 'yarn packages [--json]';
const client = fromRoot('plugins/orchestrator-common');

/** What a program must find in each entry point. */
const entries = { index: 'OrchestratorApi', react: 'useWatchInstance' };

await runMain(async () => {
  const { json } = readOptions({ json: { type: 'boolean' } }, usage);
  const report = new Report('packages', { json });
  for (const { name, dir, manifest } of workspaces()) {
    if (manifest.publishConfig) {
      await report.check(`${name} is built`, () => build(dir));
    }
  }
  for (const [entry, name] of Object.entries(entries)) {
    await report.check(`${name} is imported`, () =>
      run(client, '--input-type=module', '-e', importing(entry, name)),
    );
    await report.check(`${name} is required`, () =>
      run(client, '-e', requiring(entry, name)),
    );
  }
  report.finish();
});

function build(dir) {
  return run(
    dir,
    fromRoot('node_modules/.bin/backstage-cli'),
    'package',
    'build',
  );
}

function importing(entry, name) {
  return `import { ${name} } from './dist/${entry}.esm.js'; ${name}.name;`;
}

function requiring(entry, name) {
  return `require('./dist/${entry}.cjs.js').${name}.name;`;
}

async function run(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync(nodeBinary(), args, {
    cwd,
    env: { ...process.env, ...nodeEnvironment() },
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Failure(`node ${args.join(' ')} failed in ${cwd}`, {
    details: `${stdout}${stderr}`.trim(),
  });
}
