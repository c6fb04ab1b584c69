// Whether finished or waiting instances in the tables slow new ones down: the same load on databases with more and more of them,
// one after the other in each round.
import { phase } from '../../tools/lib/phases.mjs';
import { Contender } from './Contender.mjs';
import { createPostgresDatabase, createSqliteDatabase } from './databases.mjs';
import {
  addFinishedInstances,
  addWaitingInstances,
} from './finishedInstances.mjs';
import { median } from './statistics.mjs';

/** The first is what the others are compared with. */
const fillings = [
  { name: '10 000 finished', fill: addFinishedInstances, count: 10_000 },
  { name: '100 000 finished', fill: addFinishedInstances, count: 100_000 },
  { name: '1 000 000 finished', fill: addFinishedInstances, count: 1_000_000 },
  { name: '1 000 000 waiting', fill: addWaitingInstances, count: 1_000_000 },
];
const warmUp = { count: 6_000, inFlight: 50 };
/** Long enough for rounds to be alike. */
const load = { count: 5_000, inFlight: 50 };

/** @param {{url: string}} postgres @param {number} rounds */
export async function measureGrowth(postgres, rounds) {
  const results = [];
  for (const kind of ['sqlite', 'postgres']) {
    const lineUp = [];
    for (const filling of fillings) {
      lineUp.push(await openWith(kind, filling, postgres));
    }
    try {
      await runRounds(lineUp, rounds, kind);
    } finally {
      await Promise.all(lineUp.map(({ contender }) => contender.close()));
    }
    results.push(...reported(kind, lineUp));
  }
  return { rounds, results };
}

async function openWith(kind, { name, fill, count }, postgres) {
  return phase(`Preparing ${kind} with ${name}`, async () => {
    const database =
      kind === 'sqlite'
        ? createSqliteDatabase()
        : await createPostgresDatabase(postgres, name.replaceAll(' ', '_'));
    const options = { database };
    const contender = await Contender.open({ module: 'orchestrator', options });
    await fill(database, count);
    await contender.measure(warmUp);
    return { name, contender, rates: [] };
  });
}

async function runRounds(lineUp, rounds, kind) {
  for (let round = 1; round <= rounds; round += 1) {
    await phase(`${kind}: round ${round} of ${rounds}`, async () => {
      for (const { contender, rates } of beginningWith(round, lineUp)) {
        rates.push((await contender.measure(load)).perSecond);
      }
    });
  }
}

/** Each is the first one in its turn: what the process before leaves to the disk hits all alike. */
function beginningWith(round, lineUp) {
  const first = (round - 1) % lineUp.length;
  return [...lineUp.slice(first), ...lineUp.slice(0, first)];
}

function reported(kind, lineUp) {
  const [{ rates: smallest }] = lineUp;
  return lineUp.map(({ name, rates }) => {
    const perSecond = median(rates);
    const toSmallest = median(rates.map((rate, n) => rate / smallest[n]));
    const figures = `${perSecond.toFixed(0).padStart(5)} /s`;
    console.log(
      `${kind.padEnd(9)} ${name.padStart(18)}: ${figures}, ${toSmallest.toFixed(
        2,
      )} × of the fewest`,
    );
    return { kind, name, perSecond, toSmallest };
  });
}
