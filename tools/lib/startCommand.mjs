import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureAppBuilt } from './buildApp.mjs';
import { isStopping } from './children.mjs';
import { ensureInstalled } from './install.mjs';
import { readOptions, readPort } from './options.mjs';
import { fromRoot } from './paths.mjs';
import { elapsed, phase } from './phases.mjs';
import { Portal } from './Portal.mjs';
import { requireFreePort } from './ports.mjs';
import { runMain } from './runMain.mjs';

const usage =
  'npm start -- [--port 7007] [--data folder] [--config file]… [--verbose]';

/** Installs and builds what changed, starts the portal, and prints its address once it can be used. */
export function startCommand() {
  return runMain(async () => {
    const options = readStartOptions();
    await requireFreePort(options.port);
    await ensureInstalled();
    await ensureAppBuilt();
    if (options.logFile) rmSync(options.logFile, { force: true });
    const portal = await phase('Starting the backend', async () => {
      const started = new Portal(options);
      await started.ready();
      return started;
    });
    announce(portal, options);
    await portal.exited;
    if (isStopping()) return;
    process.exitCode = 1;
    console.error('\n✗ the backend has ended by itself');
  });
}

function readStartOptions() {
  const { port, data, config, verbose } = readOptions(
    {
      port: { type: 'string', default: process.env.PORT ?? '7007' },
      data: { type: 'string' },
      config: { type: 'string', multiple: true, default: [] },
      verbose: { type: 'boolean', default: false },
    },
    usage,
  );
  const dataDir = data === undefined ? undefined : resolve(data);
  return {
    port: readPort(port, '--port'),
    dataDir,
    configs: config.map(file => resolve(file)),
    logFile: verbose ? undefined : `${dataDir ?? fromRoot('.data')}/portal.log`,
  };
}

function announce({ url }, { logFile }) {
  console.log(`
  Orchestrator portal: ${url}   (ready in ${elapsed()})

  Sign in as guest with "Enter". Ctrl-C stops it.${
    logFile ? `\n  Log: ${logFile}` : ''
  }
`);
}
