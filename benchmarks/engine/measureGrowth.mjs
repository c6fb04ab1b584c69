// Whether finished instances in the tables slow new ones down: the same load on databases with more and more of them, one after
// the other in each round.
import { phase } from '../../tools/lib/phases.mjs';
import { Contender } from './Contender.mjs';
import { createPostgresDatabase, createSqliteDatabase } from './databases.mjs';
import { addFinishedInstances } from './finishedInstances.mjs';
import { median } from './statistics.mjs';

const sizes = [10_000, 100_000, 1_000_000];
const warmUp = { count: 200, inFlight: 50 };
const load = { count: 500, inFlight: 50 };

/** @param {{url: string}} postgres @param {number} rounds */
export async function measureGrowth(postgres, rounds) {
  const results = [];
  for (const kind of ['sqlite', 'postgres']) {
    const lineUp = [];
    for (const size of sizes) {
      lineUp.push(await openWith(kind, size, postgres));
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

async function openWith(kind, finished, postgres) {
  return phase(`Preparing ${kind} with ${finished} instances`, async () => {
    const database =
      kind === 'sqlite'
        ? createSqliteDatabase()
        : await createPostgresDatabase(postgres, `grown_${finished}`);
    const options = { database };
    const contender = await Contender.open({ module: 'orchestrator', options });
    await addFinishedInstances(database, finished);
    await contender.measure(warmUp);
    return { finished, contender, rates: [] };
  });
}

async function runRounds(lineUp, rounds, kind) {
  for (let round = 1; round <= rounds; round += 1) {
    await phase(`${kind}: round ${round} of ${rounds}`, async () => {
      for (const { contender, rates } of lineUp) {
        rates.push((await contender.measure(load)).perSecond);
      }
    });
  }
}

function reported(kind, lineUp) {
  const [{ rates: smallest }] = lineUp;
  return lineUp.map(({ finished, rates }) => {
    const perSecond = median(rates);
    const toSmallest = median(rates.map((rate, n) => rate / smallest[n]));
    console.log(
      `${kind.padEnd(9)} ${finished
        .toLocaleString('en')
        .padStart(9)} finished: ${perSecond
        .toFixed(0)
        .padStart(5)} /s, ${toSmallest.toFixed(2)} × of the fewest`,
    );
    return { kind, finished, perSecond, toSmallest };
  });
}
