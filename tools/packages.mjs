// Builds every plugin as it is published, and loads the API's client from what was built: by `import` and by `require`, on its own
// and with its hooks for React. Types must have been compiled before (`yarn tsc`). With `--pack` they are packed into a folder, for
// portals elsewhere.
//
//   yarn packages [--pack folder] [--json]
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Failure } from './lib/Failure.mjs';
import { nodeBinary, nodeEnvironment } from './lib/nodeBinary.mjs';
import { readOptions } from './lib/options.mjs';
import { fromRoot } from './lib/paths.mjs';
import { Report } from './lib/Report.mjs';
import { runMain } from './lib/runMain.mjs';
import { workspaces } from './lib/workspaces.mjs';

const usage = 'yarn packages [--pack folder] [--json]';
const client = fromRoot('plugins/orchestrator-common');

/** What a program must find in each entry point. */
const entries = { index: 'OrchestratorApi', react: 'useWatchInstance' };

await runMain(async () => {
  const { json, pack: folder } = readOptions(
    { json: { type: 'boolean' }, pack: { type: 'string' } },
    usage,
  );
  const report = new Report('packages', { json });
  const published = workspaces().filter(
    ({ manifest }) => manifest.publishConfig,
  );
  for (const { name, dir } of published) {
    await report.check(`${name} is built`, () => build(dir));
  }
  for (const [entry, name] of Object.entries(entries)) {
    await report.check(`${name} is imported`, () =>
      run(client, '--input-type=module', '-e', importing(entry, name)),
    );
    await report.check(`${name} is required`, () =>
      run(client, '-e', requiring(entry, name)),
    );
  }
  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const { name, dir } of published) {
      await report.check(`${name} is packed`, () => pack(dir, folder));
    }
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

/** @returns where it is */
async function pack(dir, folder) {
  const file = resolve(folder, `${basename(dir)}.tgz`);
  await spawn(dir, fromRoot('yarnw'), ['pack', '--out', file]);
  return file;
}

function importing(entry, name) {
  return `import { ${name} } from './dist/${entry}.esm.js'; ${name}.name;`;
}

function requiring(entry, name) {
  return `require('./dist/${entry}.cjs.js').${name}.name;`;
}

function run(cwd, ...args) {
  return spawn(cwd, nodeBinary(), args);
}

async function spawn(cwd, program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...nodeEnvironment() },
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Failure(`${program} ${args.join(' ')} failed in ${cwd}`, {
    details: `${stdout}${stderr}`.trim(),
  });
}
