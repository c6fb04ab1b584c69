// Measures throughput side by side with what else there is.
import { Failure } from '../tools/lib/Failure.mjs';
import { runMain } from '../tools/lib/runMain.mjs';

const usage = 'yarn bench jq [--json] [--rounds n]';

await runMain(async () => {
  if (process.argv[2] !== 'jq') throw new Failure(`usage: ${usage}`);
  process.argv.splice(2, 1);
  const { benchJq } = await import('./jq/benchJq.mjs');
  await benchJq(usage);
});
