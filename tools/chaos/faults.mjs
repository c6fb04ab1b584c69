import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than a replica's lease of three seconds. */
const frozenForMs = 5_000;

/**
 * What goes wrong, again and again until the time is up. Each takes the scenario's `{replicas, postgres, proxy, random}` and is
 * done when things are whole again.
 */
export const faults = {
  async none() {
    await sleep(500);
  },

  /** One replica ends without warning and is replaced. */
  async kill({ replicas, random }) {
    await sleep(500 + random() * 2_500);
    await replicas.kill(Math.floor(random() * replicas.count));
  },

  /** One replica stands still until others have taken over what it had, and then goes on as if nothing had been. */
  async freeze({ replicas, random }) {
    await sleep(random() * 1_000);
    await replicas.freeze(
      Math.floor(random() * replicas.count),
      frozenForMs + random() * 1_000,
    );
  },

  /** The database ends without warning; every second time it does so again while it recovers. */
  async crashDatabase({ postgres, random }) {
    await sleep(1_500 + random() * 2_500);
    await postgres.crash();
    await postgres.start();
    if (random() < 0.5) {
      await sleep(random() * 300);
      await postgres.crash();
      await postgres.start();
    }
  },

  /** Connections break, also between a commit and its answer; they fall silent; answers are late. */
  async breakConnections({ proxy, random }) {
    await sleep(100 + random() * 700);
    await oneOf(connectionFaults, random)(proxy, random);
  },
};

/** Far shorter than a connection may be silent. */
const lateByMs = 1_000;

const connectionFaults = [
  async (proxy, random) => proxy.cut(0.6, random),
  async (proxy, random) => {
    proxy.swallowAnswers(true);
    await sleep(random() * 60);
    proxy.cut(0.6, random);
    proxy.swallowAnswers(false);
  },
  async (proxy, random) => proxy.silence(0.2, random),
  async (proxy, random) => {
    proxy.holdAnswers(true);
    await sleep(random() * lateByMs);
    proxy.holdAnswers(false);
  },
];

function oneOf(list, random) {
  return list[Math.floor(random() * list.length)];
}
