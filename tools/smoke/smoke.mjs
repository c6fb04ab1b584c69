// Does what the README says first, as a newcomer would: `npm start`, wait for the address, use the API from a script,
// stop with Ctrl-C, and start again.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runChild, startChild } from '../lib/children.mjs';
import { Failure } from '../lib/Failure.mjs';
import { nodeEnvironment } from '../lib/nodeBinary.mjs';
import { readOptions } from '../lib/options.mjs';
import { fromRoot, root } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';

const usage = 'yarn smoke [--json]';
const folder = fromRoot('test-output/smoke');
const coldWithinMs = 180_000;
const warmWithinMs = 60_000;

await runMain(async () => {
  const { json } = readOptions({ json: { type: 'boolean' } }, usage);
  const report = new Report('smoke', { json });
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-smoke-'));
  rmSync(folder, { recursive: true, force: true });
  try {
    await smoke(report, await freePort(), dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  report.finish();
});

async function smoke(report, port, dataDir) {
  const url = `http://localhost:${port}`;
  const start = name => npmStart(port, dataDir, `${folder}/${name}.log`);

  const first = start('first-start');
  const isUp = await report.check('npm start prints its address', () =>
    first.prints(url, coldWithinMs),
  );
  if (isUp) {
    await report.check('a script uses the API', () => useApi(url));
  }
  await report.check('Ctrl-C stops it', () => first.stop());

  const second = start('second-start');
  await report.check('a second start neither installs nor builds', async () => {
    await second.prints(url, warmWithinMs);
    second.requireNot(/Installing|Building/);
  });
  await second.stop();

  await report.check('a port in use gets one clear line', () =>
    requireRefusal(port, start),
  );
}

function npmStart(port, dataDir, logFile) {
  const args = ['start', '--', '--port', `${port}`, '--data', dataDir];
  const child = startChild('npm', args, {
    cwd: root,
    logFile,
    stopSignal: 'SIGINT',
  });
  let hasEnded = false;
  child.exited.then(() => (hasEnded = true));
  const log = () => readFileSync(logFile, 'utf8');

  return {
    exited: child.exited,
    log,
    async prints(text, withinMs) {
      const deadline = Date.now() + withinMs;
      while (!log().includes(text)) {
        if (hasEnded || Date.now() > deadline) {
          throw new Failure(`npm start did not print ${text}`, {
            details: log(),
          });
        }
        await sleep(100);
      }
    },
    requireNot(pattern) {
      if (!pattern.test(log())) return;
      throw new Failure(`npm start did more than needed`, { details: log() });
    },
    async stop() {
      process.kill(-child.pid, 'SIGINT');
      await child.exited;
    },
  };
}

async function useApi(url) {
  const logFile = `${folder}/client.log`;
  const code = await runChild(fromRoot('yarnw'), ['example:client', url], {
    cwd: root,
    env: nodeEnvironment(),
    logFile,
  });
  const details = readFileSync(logFile, 'utf8');
  if (code !== 0) throw new Failure('examples/client.ts failed', { details });
  return details
    .trim()
    .split('\n')
    .find(line => line.includes('completed'));
}

async function requireRefusal(port, start) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    const refused = start('port-in-use');
    const { code } = await refused.exited;
    const line = `✗ port ${port} is in use`;
    if (code !== 0 && refused.log().includes(line)) return;
    throw new Failure('it was not refused', { details: refused.log() });
  } finally {
    server.close();
  }
}
