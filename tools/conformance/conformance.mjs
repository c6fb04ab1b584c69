// Compares own implementations with the reference of what they implement: our jq with jq, the engine with the language.
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { runMain } from '../lib/runMain.mjs';

const usages = {
  language: 'yarn conformance [--only text] [--json]',
  jq: 'yarn conformance jq [--json] [--pairs n] [--seed n]',
};

const commands = {
  async language() {
    const { checkLanguage } = await import('./language/checkLanguage.mjs');
    await checkLanguage(usages.language);
  },
  async jq() {
    process.argv.splice(2, 1);
    const { compareWithJq } = await import('./jq/compareWithJq.mjs');
    await compareWithJq(usages.jq);
  },
};

await runMain(async () => {
  const given = process.argv[2] ?? '';
  const name = given === '' || given.startsWith('-') ? 'language' : given;
  if (!Object.hasOwn(commands, name)) {
    throw new Failure(
      `there is no conformance ${name}\nusage: ${Object.values(usages).join(
        '\n       ',
      )}`,
    );
  }
  await ensureInstalled();
  await commands[name]();
});
