import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from '../../tools/lib/children.mjs';
import { Failure } from '../../tools/lib/Failure.mjs';
import { freePort } from '../../tools/lib/ports.mjs';

const require = createRequire(import.meta.url);
const startWithinMs = 60_000;

/** Starts a Restate server of one's own on free ports, its data in a temporary folder. */
export async function startRestate() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-restate-'));
  const [node, admin, ingress] = [
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const server = startChild(serverProgram(), ['--no-logo'], {
    cwd: folder,
    logFile: join(folder, 'log'),
    env: {
      RESTATE_BASE_DIR: join(folder, 'data'),
      RESTATE_LISTEN_MODE: 'tcp',
      RESTATE_BIND_IP: '127.0.0.1',
      RESTATE_BIND_PORT: `${node}`,
      RESTATE_ADVERTISED_HOST: '127.0.0.1',
      RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
      RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
      RESTATE_DISABLE_TELEMETRY: 'true',
    },
  });
  const adminUrl = `http://127.0.0.1:${admin}`;
  const stop = async () => {
    await stopChild(server);
    rmSync(folder, { recursive: true, force: true });
  };
  await waitUntilHealthy(adminUrl, stop);
  return { adminUrl, ingressUrl: `http://127.0.0.1:${ingress}`, stop };
}

function serverProgram() {
  const name = `@restatedev/restate-server-${process.platform}-${process.arch}`;
  const folder = dirname(require.resolve(`${name}/package.json`));
  return join(folder, 'bin/restate-server');
}

async function waitUntilHealthy(adminUrl, stop) {
  const deadline = Date.now() + startWithinMs;
  while (!(await isHealthy(adminUrl))) {
    if (Date.now() > deadline) {
      await stop();
      throw new Failure(`Restate was not ready within ${startWithinMs} ms`);
    }
    await sleep(100);
  }
}

async function isHealthy(adminUrl) {
  try {
    return (await fetch(`${adminUrl}/health`)).ok;
  } catch {
    return false; // nobody listens yet
  }
}
