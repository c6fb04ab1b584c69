// Kills the backend under running workflows, three times, and proves from the called service's own log that no completed
// call was made again and that every instance completed.
import { rmSync } from 'node:fs';
import { ensureAppBuilt } from '../lib/buildApp.mjs';
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readOptions } from '../lib/options.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';
import { CrashRun } from './CrashRun.mjs';
import { openStore } from './openStore.mjs';

const usage = 'yarn crash [--database sqlite|postgres] [--json]';
const logFolder = fromRoot('test-output/crash');
const instances = 10;
/** The backend is killed when these parts of all calls were answered. */
const killAt = [0.15, 0.45, 0.75];

await runMain(async () => {
  const { database, json } = readOptions(
    {
      database: { type: 'string', default: 'sqlite' },
      json: { type: 'boolean' },
    },
    usage,
  );
  await ensureInstalled();
  await ensureAppBuilt();
  rmSync(logFolder, { recursive: true, force: true });
  const store = await openStore(database);
  const report = new Report('crash', { json });
  const run = new CrashRun({
    port: await freePort(),
    logFile: `${logFolder}/portal.log`,
    ...store.portalOptions,
  });
  try {
    await takeSteps(report, run);
  } finally {
    await run.stop();
    await store.close();
  }
  report.state({ database });
  report.finish();
});

/** Each step needs the one before; the first that fails ends the run. */
async function takeSteps(report, run) {
  const steps = [
    ['start the portal', () => run.start()],
    ['run workflows', () => run.runInstances(instances)],
    ...killAt.flatMap((part, index) => [
      [`kill -9 number ${index + 1}`, () => run.killInFlight(part)],
      ['start again', () => run.start()],
    ]),
    ['all instances complete', () => run.requireCompleted()],
    ['no completed call was repeated', () => prove(report, run)],
  ];
  for (const [name, step] of steps) {
    if (!(await report.check(name, step))) return;
  }
}

async function prove(report, run) {
  const found = await run.examine();
  const { repeated, strange, unseen, inFlightRepeats, ...counts } = found;
  report.state({
    ...counts,
    repeated: repeated.length,
    inFlightRepeats: inFlightRepeats.length,
  });
  const line = `instances ${found.instances}, kills ${found.kills}, completed ${found.completed}, repeated ${repeated.length}, in-flight repeats ${inFlightRepeats.length}`;
  const faults = [...repeated, ...strange, ...unseen];
  const isProven =
    faults.length === 0 &&
    found.completed === found.instances &&
    found.completedCalls === found.expectedCalls;
  if (isProven) return line;
  throw new Failure(
    `${line}; ${found.completedCalls} of ${found.expectedCalls} calls completed`,
    { details: JSON.stringify({ repeated, strange, unseen }, null, 2) },
  );
}
