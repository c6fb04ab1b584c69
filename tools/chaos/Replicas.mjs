import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from '../lib/children.mjs';
import { nodeBinary, nodeEnvironment } from '../lib/nodeBinary.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';

const transform = createRequire(fromRoot('package.json')).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** The replicas of one scenario: processes that run the engine on the same database. */
export class Replicas {
  #options;
  #members = [];
  #began = 0;

  /** When one was ended without warning, each time: `from` and `to` in milliseconds since the epoch. */
  kills = [];
  /** When one was held still past its lease, each time. */
  freezes = [];

  /**
   * @param {{database: string, stepsUrl: string, logFile: string, doesTrim: boolean, skewsMs?: readonly number[]}} options `database`: a
   *   URL of Postgres or a file of SQLite; `doesTrim`: whether logs are trimmed while they grow; `skewsMs`: how wrong the clock of each
   *   replica is, in turn. Replicas that disagree on the time keep no schedules and send nothing to webhooks
   */
  constructor(options) {
    this.#options = options;
  }

  /** Starts `count` of them and waits until they answer. */
  async start(count) {
    for (let i = 0; i < count; i += 1) await this.#startOne();
    await Promise.all(this.#members.map(member => this.#answers(member)));
  }

  /** Addresses of those that are not known to be dead. */
  get urls() {
    return this.#members.map(({ url }) => url);
  }

  get count() {
    return this.#members.length;
  }

  /** Ends one without warning and starts another in its place. */
  async kill(index) {
    const [member] = this.#members.splice(index, 1);
    const from = Date.now();
    process.kill(member.child.pid, 'SIGKILL');
    await member.child.exited;
    this.kills.push({ from, to: Date.now() });
    await this.#startOne();
  }

  /** Holds one still for a time, as a paused virtual machine is, and lets it go on. */
  async freeze(index, forMs) {
    const { child } = this.#members[index];
    const from = Date.now();
    process.kill(child.pid, 'SIGSTOP');
    await sleep(forMs);
    process.kill(child.pid, 'SIGCONT');
    this.freezes.push({ from, to: Date.now() });
  }

  /** Waits until all answer. */
  async ready() {
    await Promise.all(this.#members.map(member => this.#answers(member)));
  }

  async stop() {
    const members = this.#members.splice(0);
    await Promise.all(members.map(({ child }) => stopChild(child)));
  }

  async #startOne() {
    const { database, stepsUrl, logFile, doesTrim, skewsMs } = this.#options;
    const port = await freePort();
    const name = `replica-${this.#began}`;
    const skewMs = skewsMs?.[this.#began % skewsMs.length] ?? 0;
    this.#began += 1;
    const child = startChild(
      nodeBinary(),
      ['--require', transform, fromRoot('tools/chaos/replica.mjs')],
      {
        cwd: fromRoot('.'),
        logFile,
        stopSignal: 'SIGKILL',
        env: {
          ...nodeEnvironment(),
          CHAOS_DATABASE: database,
          CHAOS_REPLICA: name,
          CHAOS_STEPS: stepsUrl,
          CHAOS_PORT: `${port}`,
          CHAOS_SKEW_MS: `${skewMs}`,
          CHAOS_UPKEEP: skewsMs ? 'no' : 'yes',
          CHAOS_TRIM: doesTrim ? 'yes' : 'no',
        },
      },
    );
    this.#members.push({ child, url: `http://127.0.0.1:${port}` });
  }

  async #answers({ child, url }) {
    let hasEnded = false;
    child.exited.then(() => (hasEnded = true));
    while (!hasEnded) {
      try {
        if ((await fetch(url)).ok) return;
      } catch {
        // it does not listen yet
      }
      await sleep(50);
    }
  }
}
