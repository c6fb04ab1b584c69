import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const slowestMs = 25;

/** Fail on each first attempt. */
const failing = ['/flaky', '/mended'];

/** Fails on each. */
const refusing = '/pay';

/**
 * What the workflows' steps do: each call is an execution, noted with who made it and when. This is the record that proves
 * what was done how often; it is never killed.
 */
export class StepsService {
  #server = createServer((request, response) => {
    void this.#handle(request, response);
  });
  #random;

  /** One for each call that came, in order. */
  executions = [];

  /** @param {() => number} random */
  constructor(random) {
    this.#random = random;
  }

  async start() {
    await new Promise(resolve =>
      this.#server.listen(0, '127.0.0.1', () => resolve()),
    );
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Executions begin anew. */
  forget() {
    this.executions = [];
  }

  async #handle(request, response) {
    const execution = {
      number: this.executions.length + 1,
      key: decodeURIComponent(request.headers['idempotency-key'] ?? ''),
      step: request.url.slice(1),
      replica: request.headers['x-replica'],
      began: Date.now(),
      ended: undefined,
    };
    this.executions.push(execution);
    request.resume();
    await sleep(this.#random() * slowestMs);
    execution.ended = Date.now();
    response.writeHead(statusOf(request.url, execution.key), {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify({ number: execution.number }));
  }
}

function statusOf(url, key) {
  if (url === refusing) return 402;
  const isFirst = !/[[.]a\d/.test(key);
  return isFirst && failing.includes(url) ? 503 : 200;
}
