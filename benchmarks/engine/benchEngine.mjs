// Workflows per second of our engine, side by side with other durable engines and with a bare journal as the ceiling: one
// after the other in each round, so that what else the machine does hits all alike.
import { Failure } from '../../tools/lib/Failure.mjs';
import { readOptions } from '../../tools/lib/options.mjs';
import { phase } from '../../tools/lib/phases.mjs';
import { postgresPrograms, startPostgres } from '../../tools/lib/postgres.mjs';
import { ensureBenchmarksInstalled } from '../ensureBenchmarksInstalled.mjs';
import { compareEngines } from './compareEngines.mjs';
import { measureGrowth } from './measureGrowth.mjs';
import { measureReplay } from './measureReplay.mjs';

const options = {
  json: { type: 'boolean' },
  rounds: { type: 'string', default: '5' },
  growth: { type: 'boolean' },
  replay: { type: 'boolean' },
};

export async function benchEngine(usage) {
  const { json, rounds, growth, replay } = readOptions(options, usage);
  const programs = postgresPrograms();
  if (!programs) {
    throw new Failure('there is no Postgres: apt-get install postgresql');
  }
  await ensureBenchmarksInstalled();
  const postgres = await phase('Starting Postgres', () =>
    startPostgres(programs, { isDurable: true }),
  );
  try {
    const result = await measure({
      postgres,
      rounds: Number(rounds),
      growth,
      replay,
    });
    if (json) console.log(JSON.stringify(result));
  } finally {
    await postgres.stop();
  }
}

function measure({ postgres, rounds, growth, replay }) {
  if (growth) return measureGrowth(postgres, rounds);
  if (replay) return measureReplay(rounds);
  return compareEngines(postgres, rounds);
}
