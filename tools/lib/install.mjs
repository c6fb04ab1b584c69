import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { runChild } from './children.mjs';
import { contentHash } from './contentHash.mjs';
import { Failure } from './Failure.mjs';
import { fromRoot, root } from './paths.mjs';
import { phase } from './phases.mjs';
import { workspaces } from './workspaces.mjs';

const stampFile = fromRoot('node_modules/.installed-for');
const logFile = fromRoot('.data/install.log');
const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET|RequestError/;
const neededBytes = 4e9;

/** Installs the locked dependencies by `./yarnw`, unless they are in place for these manifests and this lock file. */
export async function ensureInstalled() {
  const wanted = installHash();
  if (isInstalledFor(wanted)) return;
  await requireFreeSpace();
  requireNpm();
  await phase('Installing dependencies', installLocked);
  writeFileSync(stampFile, wanted);
}

function installHash() {
  return contentHash([
    ...[
      'package.json',
      'yarn.lock',
      '.yarnrc.yml',
      'tools/package-lock.json',
    ].map(f => fromRoot(f)),
    ...workspaces().map(({ dir }) => `${dir}/package.json`),
  ]);
}

function isInstalledFor(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
}

async function installLocked() {
  rmSync(logFile, { force: true });
  const code = await runChild(fromRoot('yarnw'), ['install', '--immutable'], {
    cwd: root,
    logFile,
    env: { YARN_ENABLE_PROGRESS_BARS: '0' },
  });
  if (code !== 0) throw installFailure();
}

function installFailure() {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  const details = log.trimEnd().split('\n').slice(-15).join('\n');
  return new Failure(explain(log), { details });
}

function explain(log) {
  if (/ENOSPC|no space left/i.test(log)) {
    return 'the disk is full: free about 4 GB, then run the same command again';
  }
  if (unreachable.test(log)) {
    return 'the npm registry cannot be reached: check the network (or YARN_NPM_REGISTRY_SERVER), then run the same command again';
  }
  if (/YN0028/.test(log)) {
    return 'yarn.lock does not fit the package.json files: run ./yarnw install and commit yarn.lock';
  }
  return 'the dependencies could not be installed; the whole log is in .data/install.log';
}

async function requireFreeSpace() {
  if (existsSync(fromRoot('node_modules'))) return;
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  if (free >= neededBytes) return;
  const gigabytes = (free / 1e9).toFixed(1);
  throw new Failure(
    `the disk has ${gigabytes} GB free, installing takes about 4 GB: free some, then run the same command again`,
  );
}

function requireNpm() {
  if (existsSync(fromRoot('tools/node_modules/@yarnpkg/cli-dist'))) return;
  if (spawnSync('npm', ['--version']).status === 0) return;
  throw new Failure(
    'npm is not on the PATH: it comes with Node.js and is needed once, to fetch the pinned yarn',
  );
}
