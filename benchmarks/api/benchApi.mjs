// How long the API takes to answer 50 clients when few and when a million instances are stored, one after the other in each
// round; how soon the stream tells of the first task; and what a list costs that no index serves.
import { Failure } from '../../tools/lib/Failure.mjs';
import { readOptions } from '../../tools/lib/options.mjs';
import { phase } from '../../tools/lib/phases.mjs';
import { postgresPrograms, startPostgres } from '../../tools/lib/postgres.mjs';
import { median, quantile } from '../engine/statistics.mjs';
import { reportAims } from './aims.mjs';
import { FilledServer } from './FilledServer.mjs';
import { loads } from './loads.mjs';
import { measureFirstTask } from './measureFirstTask.mjs';
import { measureFullScan } from './measureFullScan.mjs';
import { underLoad } from './underLoad.mjs';

const options = {
  json: { type: 'boolean' },
  short: { type: 'boolean' },
  rounds: { type: 'string' },
};
const clients = 50;

export async function benchApi(usage) {
  const { json, short, rounds } = readOptions(options, usage);
  const size = short
    ? { stored: [1_000, 100_000], rounds: 2, requests: 200, starts: 20 }
    : { stored: [1_000, 1_000_000], rounds: 5, requests: 500, starts: 100 };
  if (rounds) size.rounds = Number(rounds);
  const results = [];
  for (const kind of ['sqlite', 'postgres']) {
    results.push(...(await benchOn(kind, size)));
  }
  if (json) console.log(JSON.stringify({ clients, ...size, results }));
  if (!reportAims(results)) process.exitCode = 1;
}

async function benchOn(kind, size) {
  const postgres = kind === 'postgres' ? await ownPostgres() : undefined;
  const lineUp = [];
  try {
    for (const stored of size.stored) {
      const server = await phase(`Preparing ${kind} with ${stored}`, () =>
        FilledServer.start(stored, postgres),
      );
      lineUp.push({ stored, server, rounds: [] });
    }
    await runRounds(kind, lineUp, size);
    return reported(kind, lineUp);
  } finally {
    await Promise.all(lineUp.map(({ server }) => server.stop()));
    await postgres?.stop();
  }
}

async function ownPostgres() {
  const programs = postgresPrograms();
  if (programs) return startPostgres(programs, { isDurable: true });
  throw new Failure('there is no Postgres: apt-get install postgresql');
}

async function runRounds(kind, lineUp, { rounds, requests, starts }) {
  for (const { server } of lineUp) await measureOnce(server, 100, 5);
  for (let round = 1; round <= rounds; round += 1) {
    await phase(`${kind}: round ${round} of ${rounds}`, async () => {
      for (const one of lineUp) {
        one.rounds.push(await measureOnce(one.server, requests, starts));
      }
    });
  }
}

/** Milliseconds of each answer, by what was asked. */
async function measureOnce(server, requests, starts) {
  const found = {};
  for (const [name, request] of Object.entries(loads)) {
    found[name] = await underLoad(server, request, { requests, clients });
  }
  found['start → task.started'] = await measureFirstTask(server, starts);
  found['list without an index'] = await measureFullScan(server);
  return found;
}

function reported(kind, lineUp) {
  const [few] = lineUp;
  return lineUp.flatMap(({ stored, rounds }) =>
    Object.keys(rounds[0]).map(name => {
      const each = part => rounds.map(one => quantile(one[name], part));
      const p99s = each(0.99);
      const fewP99s = few.rounds.map(one => quantile(one[name], 0.99));
      const result = {
        kind,
        stored,
        name,
        p50Ms: median(each(0.5)),
        p95Ms: median(each(0.95)),
        p99Ms: median(p99s),
        p99ToFewest: median(p99s.map((ms, i) => ms / fewP99s[i])),
      };
      console.log(line(result));
      return result;
    }),
  );
}

function line({ kind, stored, name, p50Ms, p95Ms, p99Ms, p99ToFewest }) {
  const ms = value => `${value.toFixed(1).padStart(7)} ms`;
  return [
    kind.padEnd(8),
    stored.toLocaleString('en').padStart(9),
    name.padEnd(24),
    `p50 ${ms(p50Ms)}  p95 ${ms(p95Ms)}  p99 ${ms(p99Ms)}`,
    `p99 ${p99ToFewest.toFixed(2)} × of the fewest`,
  ].join('  ');
}
