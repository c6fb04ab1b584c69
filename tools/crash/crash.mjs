// Kills the backend under running workflows, three times, and proves from the called service's own log that no completed
// call was made again and that every instance completed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureAppBuilt } from '../lib/buildApp.mjs';
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readOptions } from '../lib/options.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Portal } from '../lib/Portal.mjs';
import { PortalClient } from '../lib/PortalClient.mjs';
import { freePort } from '../lib/ports.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';
import { examine } from './proof.mjs';

const usage = 'yarn crash [--json]';
const workflowId = 'nightly-maintenance';
const input = { stepSeconds: 0.5, bookingMs: 300 };
const instances = 10;
/** One to open, two for each of five jobs, one to close. */
const callsPerInstance = 12;
/** The backend is killed when this part of all calls was answered, as soon as a call is in flight. */
const killAt = [0.15, 0.45, 0.75];
const progressWithinMs = 120_000;

await runMain(async () => {
  const { json } = readOptions({ json: { type: 'boolean' } }, usage);
  await ensureInstalled();
  await ensureAppBuilt();
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-crash-'));
  const report = new Report('crash', { json });
  try {
    await crash(report, {
      port: await freePort(),
      dataDir,
      logFile: fromRoot('test-output/crash/portal.log'),
    });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  report.finish();
});

async function crash(report, options) {
  let portal;
  let client;
  const ids = [];
  const start = async () => {
    portal = new Portal(options);
    await portal.ready();
    client = await PortalClient.signIn(portal.url);
  };
  const steps = [
    ['start the portal', start],
    [
      `run ${workflowId} ${instances} times`,
      async () => {
        for (let n = 0; n < instances; n += 1) {
          ids.push(await client.execute(workflowId, input));
        }
      },
    ],
    ...killAt.map((part, index) => [
      `kill -9 number ${index + 1}, start again`,
      async () => {
        const note = await killInFlight(portal, client, part);
        await start();
        return note;
      },
    ]),
    ['all instances complete', () => allCompleted(client, ids)],
    ['no completed call was repeated', () => prove(report, client, ids)],
    ['stop the portal', () => portal.stop()],
  ];
  for (const [name, work] of steps) {
    if (!(await report.check(name, work))) break;
  }
  await portal.stop();
}

async function killInFlight(portal, client, part) {
  const wanted = Math.round(part * instances * callsPerInstance);
  const { answered, inFlight } = await eventually(
    `${wanted} calls answered and one in flight`,
    async () => {
      const requests = await client.flakyRequests();
      const waiting = requests.filter(({ status }) => status === null);
      const fresh = waiting.filter(
        ({ time }) => Date.now() - Date.parse(time) < input.bookingMs,
      );
      const done = requests.length - waiting.length;
      return (
        done >= wanted &&
        fresh.length > 0 && { answered: done, inFlight: fresh.length }
      );
    },
    20,
  );
  await portal.kill();
  return `after ${answered} answered calls, ${inFlight} in flight`;
}

async function allCompleted(client, ids) {
  const statuses = await eventually(
    'an end of all instances',
    async () => {
      const found = await Promise.all(ids.map(id => client.getInstance(id)));
      return (
        found.every(({ endedAt }) => endedAt) &&
        found.map(({ status }) => status)
      );
    },
    500,
  );
  const completed = statuses.filter(status => status === 'completed').length;
  if (completed < ids.length)
    throw new Failure(
      `only ${completed} of ${ids.length} completed: ${statuses.join(', ')}`,
    );
  return `${completed} of ${ids.length}`;
}

async function prove(report, client, ids) {
  const events = (await Promise.all(ids.map(id => client.history(id)))).flat();
  const { completedCalls, repeated, strange, unseen, inFlightRepeats } =
    examine(events, await client.flakyRequests());
  const facts = {
    instances,
    kills: killAt.length,
    completed: events.filter(({ type }) => type === 'instance.completed')
      .length,
    calls: completedCalls,
    repeated: repeated.length,
    inFlightRepeats: inFlightRepeats.length,
  };
  report.state(facts);
  const line = `instances ${instances}, kills ${facts.kills}, completed ${facts.completed}, repeated ${facts.repeated}, in-flight repeats ${facts.inFlightRepeats}`;
  const faults = { repeated, strange, unseen };
  const isProven =
    Object.values(faults).every(found => found.length === 0) &&
    facts.completed === instances &&
    completedCalls === instances * callsPerInstance;
  if (isProven) return line;
  throw new Failure(
    `${line}; ${completedCalls} calls completed of ${
      instances * callsPerInstance
    }`,
    { details: JSON.stringify(faults, null, 2) },
  );
}

/** Asks until the answer is truthy. @throws {Failure} when it is not in time */
async function eventually(what, ask, everyMs) {
  const deadline = Date.now() + progressWithinMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer) return answer;
    await sleep(everyMs);
  }
  throw new Failure(`waited ${progressWithinMs / 1000} s for ${what}`);
}
