import { setTimeout as sleep } from 'node:timers/promises';
import { eventFor, itemsInOrder, voters } from './workload.mjs';

const longestPauseMs = 400;
const retryEveryMs = 200;

/**
 * What people and other systems do to instances of a workflow once these are accepted.
 *
 * Each takes the instance's id and `{ask, answerTo, deliver, random, noteVote}`: `ask(path, body)` asks until it is answered, and
 * tells whether the answer is yes; `answerTo(path, body)` gives the answer; `deliver` does so with an event; `noteVote` keeps a vote that
 * was acknowledged.
 */
export const stories = {
  /** One event comes before its listener as a rule, the other one comes twice. */
  async event(id, { deliver }) {
    await deliver(eventFor(id, 'early'));
    await deliver(eventFor(id, 'go'));
    await deliver(eventFor(id, 'go'));
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

  /** Events come in order, some before their listeners and some twice. */
  async ordered(id, { deliver, random }) {
    for (let number = 0; number < itemsInOrder; number += 1) {
      const item = eventFor(id, 'item', number);
      await deliver(item);
      if (random() < 0.3) await deliver(item);
      if (random() < 0.5) await sleep(random() * longestPauseMs);
    }
  },

  /** All who are asked vote at once, each twice under one key; what one of them says comes too late. */
  async asked(id, { ask, answerTo, noteVote }) {
    let approval;
    while (!approval) {
      await sleep(retryEveryMs);
      ({ approval } = (await answerTo('/approval', { id })) ?? {});
    }
    const vote = async by => {
      const ballot = { approvalId: approval.id, by, key: `${id}-${by}` };
      const isCounted = await ask('/vote', ballot);
      if (isCounted) noteVote({ instanceId: id, by });
      await ask('/vote', ballot);
    };
    await Promise.all(voters.map(vote));
  },
};
