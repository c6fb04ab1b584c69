import { phase } from '../../tools/lib/phases.mjs';
import { Contender } from './Contender.mjs';
import { createPostgresDatabase, createSqliteDatabase } from './databases.mjs';
import { startRestate } from './startRestate.mjs';
import { median } from './statistics.mjs';

const warmUp = { count: 6_000, inFlight: 50 };
const manyInFlight = { count: 500, inFlight: 50 };
const oneInFlight = { count: 50, inFlight: 1 };

/** @param {{url: string}} postgres */
export async function compareEngines(postgres, rounds) {
  const restate = await phase('Starting Restate', startRestate);
  const lineUp = await lineUpOn(postgres, restate);
  try {
    const samples = new Map(lineUp.map(({ name }) => [name, []]));
    for (const one of lineUp) await prepare(one);
    for (let round = 1; round <= rounds; round += 1) {
      await phase(`Round ${round} of ${rounds}`, async () => {
        for (const { name, contender } of lineUp) {
          samples.get(name).push(await sampleOf(contender));
        }
      });
    }
    return report(lineUp, samples, rounds);
  } finally {
    await Promise.all(lineUp.map(({ contender }) => contender?.close()));
    await restate.stop();
  }
}

/** Each on a database of its own. */
async function lineUpOn(postgres, restate) {
  const own = name => createPostgresDatabase(postgres, name);
  const ours = 'orchestrator';
  const bare = 'bareJournal';
  return [
    contenderOf('ours, SQLite', 'ours', ours, {
      database: createSqliteDatabase(),
    }),
    contenderOf('ours, Postgres', 'ours', ours, {
      database: await own('ours'),
    }),
    {
      ...contenderOf('ours, Postgres, 2 replicas', 'ours', ours, {
        database: await own('ours_twice'),
      }),
      replicas: 2,
    },
    contenderOf('DBOS, Postgres', 'peer', 'dbos', {
      database: await own('dbos'),
    }),
    contenderOf('Restate', 'peer', 'restate', restate),
    contenderOf('bare journal, SQLite', 'ceiling', bare, {
      database: createSqliteDatabase(),
    }),
    contenderOf('bare journal, Postgres', 'ceiling', bare, {
      database: await own('bare'),
    }),
  ];
}

function contenderOf(name, role, module, { adminUrl, ingressUrl, database }) {
  return { name, role, module, options: { adminUrl, ingressUrl, database } };
}

async function prepare(one) {
  await phase(`Preparing ${one.name}`, async () => {
    one.contender = await Contender.open(one);
    await one.contender.measure(warmUp);
  });
}

/** Once more before each measurement: a process that has waited for its turn has let go of compiled code. */
async function sampleOf(contender) {
  await contender.measure(manyInFlight);
  const many = await contender.measure(manyInFlight);
  const alone = await contender.measure(oneInFlight);
  return { ...many, aloneP50Ms: alone.p50Ms };
}

function report(lineUp, samples, rounds) {
  const results = lineUp.map(({ name, role }) => ({
    name,
    role,
    ...mediansOf(samples.get(name)),
  }));
  const rates = new Map(
    [...samples].map(([name, all]) => [name, all.map(s => s.perSecond)]),
  );
  const peers = lineUp.filter(({ role }) => role === 'peer');
  const bestPeer = Array.from({ length: rounds }, (_, round) =>
    Math.max(...peers.map(({ name }) => rates.get(name)[round])),
  );
  const ratio = (name, others) =>
    median(rates.get(name).map((rate, round) => rate / others[round]));
  const ratios = {
    sqlite: {
      ratioToBestPeer: ratio('ours, SQLite', bestPeer),
      ratioToCeiling: ratio('ours, SQLite', rates.get('bare journal, SQLite')),
    },
    postgres: {
      ratioToBestPeer: ratio('ours, Postgres', bestPeer),
      ratioToCeiling: ratio(
        'ours, Postgres',
        rates.get('bare journal, Postgres'),
      ),
    },
    twoReplicasToOne: ratio(
      'ours, Postgres, 2 replicas',
      rates.get('ours, Postgres'),
    ),
  };
  print(results, ratios, rounds);
  return { rounds, ...ratios.postgres, ratios, results };
}

function mediansOf(samples) {
  return Object.fromEntries(
    Object.keys(samples[0]).map(key => [key, median(samples.map(s => s[key]))]),
  );
}

const columns = [
  ['workflows/s', ({ perSecond }) => perSecond.toFixed(0)],
  ['p50 ms', ({ p50Ms }) => p50Ms.toFixed(1)],
  ['p99 ms', ({ p99Ms }) => p99Ms.toFixed(1)],
  ['CPU ms each', ({ cpuMsPerWorkflow }) => cpuMsPerWorkflow.toFixed(2)],
  ['lag p99 ms', ({ lagP99Ms }) => lagP99Ms.toFixed(1)],
  ['alone p50 ms', ({ aloneP50Ms }) => aloneP50Ms.toFixed(1)],
];

function print(results, { sqlite, postgres, twoReplicasToOne }, rounds) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const heads = columns.map(([head]) => head);
  console.log(
    `\n${manyInFlight.count} workflows of five durable steps, ${manyInFlight.inFlight} in flight; medians of ${rounds} rounds\n`,
  );
  console.log(`${' '.repeat(width)}  ${heads.join('  ')}`);
  for (const result of results) {
    const cells = columns.map(([head, of]) => of(result).padStart(head.length));
    console.log(`${result.name.padEnd(width)}  ${cells.join('  ')}`);
  }
  const times = value => `${value.toFixed(2)} ×`;
  console.log(
    `\nto the best peer: SQLite ${times(
      sqlite.ratioToBestPeer,
    )}, Postgres ${times(postgres.ratioToBestPeer)}` +
      `\nto the ceiling:   SQLite ${times(
        sqlite.ratioToCeiling,
      )}, Postgres ${times(postgres.ratioToCeiling)}` +
      `\ntwo replicas to one: ${times(twoReplicasToOne)}`,
  );
}
