// Compares own implementations with the reference implementations of what they implement.
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { runMain } from '../lib/runMain.mjs';

const usage = 'yarn conformance jq [--json] [--pairs n] [--seed n]';

await runMain(async () => {
  if (process.argv[2] !== 'jq') throw new Failure('', usage);
  process.argv.splice(2, 1);
  await ensureInstalled();
  const { compareWithJq } = await import('./jq/compareWithJq.mjs');
  await compareWithJq(usage);
});
