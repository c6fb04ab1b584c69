// Measures throughput side by side with what else there is.
import { Failure } from '../tools/lib/Failure.mjs';
import { runMain } from '../tools/lib/runMain.mjs';

const subjects = {
  jq: {
    usage: 'yarn bench jq [--json] [--rounds n]',
    load: async () => (await import('./jq/benchJq.mjs')).benchJq,
  },
  engine: {
    usage: 'yarn bench engine [--growth | --replay] [--json] [--rounds n]',
    load: async () => (await import('./engine/benchEngine.mjs')).benchEngine,
  },
  api: {
    usage: 'yarn bench api [--short] [--json] [--rounds n]',
    load: async () => (await import('./api/benchApi.mjs')).benchApi,
  },
  validate: {
    usage: 'yarn bench validate [--json] [--rounds n]',
    load: async () =>
      (await import('./validate/benchValidate.mjs')).benchValidate,
  },
};

await runMain(async () => {
  const name = process.argv[2];
  if (!Object.hasOwn(subjects, name)) {
    const usages = Object.values(subjects).map(({ usage }) => usage);
    throw new Failure(`usage: ${usages.join('\n       ')}`);
  }
  const { usage, load } = subjects[name];
  process.argv.splice(2, 1);
  const bench = await load();
  await bench(usage);
});
