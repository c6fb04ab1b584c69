import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runChild } from './children.mjs';
import { contentHash } from './contentHash.mjs';
import { Failure } from './Failure.mjs';
import { fromRoot } from './paths.mjs';
import { phase } from './phases.mjs';
import { workspaceWithDependencies } from './workspaces.mjs';

const stampFile = fromRoot('packages/app/dist/.built-from');
const logFile = fromRoot('.data/build.log');

/** Builds the pages, unless those that are there were built from the same sources. */
export async function ensureAppBuilt() {
  const wanted = sourcesHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted)
    return;
  await phase('Building the pages', build);
  writeFileSync(stampFile, wanted);
}

function sourcesHash() {
  const sources = workspaceWithDependencies('app').flatMap(({ dir }) =>
    ['package.json', 'src', 'public'].map(name => `${dir}/${name}`),
  );
  return contentHash(
    [...sources, fromRoot('yarn.lock'), fromRoot('app-config.yaml')],
    path => !/\.test\.tsx?$/.test(path),
  );
}

async function build() {
  rmSync(logFile, { force: true });
  const code = await runChild(
    fromRoot('yarnw'),
    ['workspace', 'app', 'build'],
    { logFile },
  );
  if (code === 0) return;
  const details = readFileSync(logFile, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-30)
    .join('\n');
  throw new Failure(
    'the pages could not be built; the whole log is in .data/build.log',
    { details },
  );
}
