// How long an instance with a long log takes to be live again in a new process: from its first entry, and from its last checkpoint.
import { phase } from '../../tools/lib/phases.mjs';
import { openEngine } from './contenders/orchestrator.mjs';
import { createSqliteDatabase } from './databases.mjs';
import { median } from './statistics.mjs';

/** A loop over calls, four entries each, and a call that is never answered. */
const loops = 2_500;
const definition = `document: { dsl: 1.0.3, namespace: default, name: long-log, version: 1.0.0 }
do:
  - loop:
      for: { each: item, in: '[range(${loops})]' }
      do:
        - call: { call: http, with: { method: get, endpoint: 'http://nowhere.test/item' } }
  - last: { call: http, with: { method: get, endpoint: 'http://nowhere.test/last' } }
`;

/** @param {number} rounds */
export async function measureReplay(rounds) {
  const whole = await replayed(rounds, { entriesPerCheckpoint: Infinity });
  const checkpointed = await replayed(rounds, {});
  const [ms, msFromCheckpoint] = [whole, checkpointed].map(one =>
    one.ms.toFixed(0),
  );
  console.log(
    `\na log of ${whole.entries} entries replays in ${ms} ms, in ${msFromCheckpoint} ms from its last checkpoint`,
  );
  return {
    rounds,
    entries: whole.entries,
    replayMs: whole.ms,
    replayFromCheckpointMs: checkpointed.ms,
  };
}

async function replayed(rounds, settings) {
  const database = createSqliteDatabase();
  await phase('Writing the log', () =>
    runUpToTheLastCall(database, settings, true),
  );
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    samples.push(await runUpToTheLastCall(database, settings, false));
  }
  const [{ entries }] = samples;
  return { entries, ms: median(samples.map(sample => sample.ms)) };
}

/** From the start of a worker to the moment when it makes the last call. */
async function runUpToTheLastCall(database, settings, isNew) {
  let reachLast;
  const last = new Promise(resolve => {
    reachLast = resolve;
  });
  const engine = await openEngine(database, {
    definition,
    workflowId: 'long-log',
    settings,
    execute: ({ id }) => {
      if (!id.includes('last')) return undefined;
      reachLast();
      return new Promise(() => {});
    },
  });
  const from = performance.now();
  await engine.runtime.startWorkers();
  if (isNew) await engine.runtime.start({ workflowId: 'long-log', input: {} });
  await last;
  const ms = performance.now() - from;
  const [{ entries }] = await engine.knex('log').count({ entries: '*' });
  await engine.close();
  return { entries, ms };
}
