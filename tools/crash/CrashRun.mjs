import { eventually } from '../lib/eventually.mjs';
import { Failure } from '../lib/Failure.mjs';
import { Portal } from '../lib/Portal.mjs';
import { PortalClient } from '../lib/PortalClient.mjs';
import { examine } from './proof.mjs';

const workflowId = 'nightly-maintenance';
const input = { stepSeconds: 0.5, bookingMs: 300 };
/** One to open, two for each of five jobs, one to close. */
const callsPerInstance = 12;

/** A portal under which workflows run while its backend is killed and started again. */
export class CrashRun {
  #options;
  #portal;
  #client;
  #ids = [];
  #kills = 0;

  /** @param {ConstructorParameters<typeof Portal>[0]} options of the portal, the same at every start */
  constructor(options) {
    this.#options = options;
  }

  async start() {
    this.#portal = new Portal(this.#options);
    await this.#portal.ready();
    this.#client = await PortalClient.signIn(this.#portal.url);
  }

  async stop() {
    await this.#portal.stop();
  }

  /** Runs that many instances, all under way when this is done. */
  async runInstances(count) {
    while (this.#ids.length < count) {
      this.#ids.push(await this.#client.execute(workflowId, input));
    }
    return `${count} times ${workflowId}`;
  }

  /**
   * Kills the backend once this part of all calls was answered, at a moment when some call is being answered.
   *
   * @param {number} part from 0 to 1
   */
  async killInFlight(part) {
    const wanted = Math.round(part * this.#ids.length * callsPerInstance);
    const { answered, inFlight } = await eventually(
      `a call in flight after ${wanted} answered ones`,
      20,
      async () => {
        const progress = progressOf(await this.#client.flakyRequests());
        const isDue = progress.answered >= wanted && progress.inFlight > 0;
        return isDue ? progress : undefined;
      },
    );
    await this.#portal.kill();
    this.#kills += 1;
    return `after ${answered} answered calls, ${inFlight} in flight`;
  }

  /** Waits until all instances have ended. @throws {Failure} when one did not complete */
  async requireCompleted() {
    const ends = await eventually('the end of all instances', 500, async () => {
      const found = await Promise.all(
        this.#ids.map(id => this.#client.getInstance(id)),
      );
      return found.every(({ endedAt }) => endedAt) ? found : undefined;
    });
    const bad = ends.filter(({ status }) => status !== 'completed');
    if (bad.length === 0) return `${ends.length} instances`;
    throw new Failure(`${bad.length} of ${ends.length} did not complete`, {
      details: bad.map(({ id, status }) => `${id}: ${status}`).join('\n'),
    });
  }

  /** What the called service and the event logs say. */
  async examine() {
    const histories = await Promise.all(
      this.#ids.map(id => this.#client.history(id)),
    );
    const requests = await this.#client.flakyRequests();
    return {
      instances: this.#ids.length,
      kills: this.#kills,
      completed: histories.filter(isCompleted).length,
      expectedCalls: this.#ids.length * callsPerInstance,
      ...examine(histories.flat(), requests),
    };
  }
}

function progressOf(requests) {
  const waiting = requests.filter(({ status }) => status === null);
  // Older ones lost their backend: they will never be answered.
  const inFlight = waiting.filter(
    ({ time }) => Date.now() - Date.parse(time) < input.bookingMs,
  );
  return {
    answered: requests.length - waiting.length,
    inFlight: inFlight.length,
  };
}

function isCompleted(events) {
  return events.some(({ type }) => type === 'instance.completed');
}
