import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runChild } from '../tools/lib/children.mjs';
import { Failure } from '../tools/lib/Failure.mjs';
import { fromRoot } from '../tools/lib/paths.mjs';
import { phase } from '../tools/lib/phases.mjs';

const folder = fromRoot('benchmarks');
const lockFile = fromRoot('benchmarks/package-lock.json');
const stampFile = fromRoot('benchmarks/node_modules/.installed-for');
const logFile = fromRoot('test-output/bench-install.log');

/** Installs what the benchmarks compare with, by npm, without running any of its scripts. */
export async function ensureBenchmarksInstalled() {
  const wanted = readFileSync(lockFile, 'utf8');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) {
    return;
  }
  await phase('Installing what to compare with', async () => {
    const code = await runChild('npm', ['ci', '--ignore-scripts'], {
      cwd: folder,
      logFile,
    });
    if (code !== 0) {
      throw new Failure('npm could not install the benchmarks', {
        details: readFileSync(logFile, 'utf8'),
      });
    }
    writeFileSync(stampFile, wanted);
  });
}
