// One contender in a process of its own: opened, measured round by round, and closed by messages of the parent.
import { measureLoad } from './measureLoad.mjs';

let contender;

const answers = {
  async open({ module, options }) {
    const { open } = await import(`./contenders/${module}.mjs`);
    contender = await open(options);
  },
  measure: load => measureLoad(contender.runOne, load),
  close: () => contender?.close(),
};

process.on('message', async ({ request, argument }) => {
  try {
    const result = await answers[request](argument);
    process.send({ isAnswer: true, result });
  } catch (error) {
    process.send({ isAnswer: true, error: error.stack ?? String(error) });
  }
  if (request === 'close') process.disconnect();
});
process.on('disconnect', () => process.exit());
