import { setTimeout as sleep } from 'node:timers/promises';
import { eventFor } from './workload.mjs';

const longestPauseMs = 400;
const retryEveryMs = 200;

/**
 * What people and other systems do to instances of a workflow once these are accepted.
 *
 * Each takes the instance's id and `{ask, random}`: `ask(path, body)` asks until it is answered, and tells whether the answer is
 * yes.
 */
export const stories = {
  /** One event comes before its listener as a rule, the other one comes twice. */
  async event(id, { ask }) {
    await ask('/events', eventFor(id, 'early'));
    await ask('/events', eventFor(id, 'go'));
    await ask('/events', eventFor(id, 'go'));
  },

  /** It is suspended and resumed, at once or after a while, as long as it runs. */
  async suspended(id, { ask, random }) {
    for (let turn = 0; turn < 3; turn += 1) {
      await sleep(random() * longestPauseMs);
      const key = `${id}-${turn}`;
      if (!(await ask('/suspend', { id, key: `${key}-suspend` }))) return;
      if (random() < 0.5) await sleep(random() * longestPauseMs);
      await ask('/resume', { id, key: `${key}-resume` });
    }
  },

  /** It is retried until that is accepted: once it has failed. */
  async broken(id, { ask }) {
    for (let turn = 0; ; turn += 1) {
      await sleep(retryEveryMs);
      if (await ask('/retry', { id, key: `${id}-${turn}` })) return;
    }
  },

  /** It is cancelled, be it before or after it has started its child. */
  async stopped(id, { ask, random }) {
    await sleep(random() * 2 * longestPauseMs);
    await ask('/cancel', { id, key: `${id}-cancel` });
  },
};
