import { authorizationOf } from '../../tools/contract/people.mjs';
import { Failure } from '../../tools/lib/Failure.mjs';

const toldWithinMs = 10_000;
const headers = { Authorization: authorizationOf('admin') };

/**
 * Follows a workflow on the live stream and starts instances of it, one after the other.
 *
 * @returns {Promise<number[]>} milliseconds from each request until the stream tells that a task of the instance has started
 */
export async function measureFirstTask({ url }, starts) {
  const abort = new AbortController();
  const { body } = await fetch(`${url}/v2/events/stream?workflowId=patient`, {
    headers,
    signal: abort.signal,
  });
  const told = new Told(body);
  try {
    await told.begins();
    const times = [];
    for (let i = 0; i < starts; i += 1) times.push(await firstTask(url, told));
    return times;
  } finally {
    abort.abort();
  }
}

async function firstTask(url, told) {
  const began = performance.now();
  const response = await fetch(`${url}/v2/workflows/patient/execute`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { id } = await response.json();
  const at = await told.startOfTask(id);
  return at - began;
}

/** When a stream has told of the first task of each instance. */
class Told {
  #times = new Map();
  #waiting = new Map();
  #last = 'nothing';
  #begins;
  #begin;

  constructor(body) {
    this.#begins = new Promise(resolve => {
      this.#begin = resolve;
    });
    this.#read(body).catch(error => {
      if (error.name !== 'AbortError') throw error;
    });
  }

  /** Resolves with the snapshot: of what happens before it the stream does not tell. */
  begins() {
    return this.#begins;
  }

  async startOfTask(id) {
    const isTold = new Promise((resolve, reject) => {
      if (this.#times.has(id)) resolve();
      else this.#waiting.set(id, resolve);
      const late = () =>
        reject(
          new Failure(
            `the stream tells nothing of ${id}; its last words: ${this.#last}`,
          ),
        );
      setTimeout(late, toldWithinMs).unref();
    });
    await isTold;
    return this.#times.get(id);
  }

  async #read(body) {
    let rest = '';
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const messages = (rest + text).split('\n\n');
      rest = messages.pop();
      messages.forEach(message => this.#note(message));
    }
  }

  #note(message) {
    this.#last = message.slice(0, 200);
    if (/^event: ?snapshot$/m.test(message)) this.#begin();
    if (!/^event: ?task\.started$/m.test(message)) return;
    const [, id] = /"instanceId":"([^"]+)"/.exec(message);
    if (this.#times.has(id)) return;
    this.#times.set(id, performance.now());
    this.#waiting.get(id)?.();
  }
}
