import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * What an address answers. `never`: not at all; `afterMs`: once this much virtual time has passed.
 *
 * @typedef {{status?: number, headers?: Record<string, string>, body?: unknown, text?: string, never?: boolean, afterMs?: number}} Answer
 * @typedef {{method: string, url: URL, headers: import('node:http').IncomingHttpHeaders, body: unknown, nth: number}} Call
 */

/** Stand-ins for all HTTP services of the world, by address; remembers what it is asked. */
export class HttpStandIns {
  #servers = { plain: undefined, encrypted: undefined };
  #answers = new Map();
  #clock;
  /** @type {Call[]} */
  #calls = [];
  #held = 0;

  async open() {
    for (const kind of Object.keys(this.#servers)) {
      const scheme = kind === 'plain' ? 'http' : 'https';
      const server = createServer((request, response) =>
        this.#handle(scheme, request, response),
      );
      server.listen(0, '127.0.0.1');
      await new Promise(resolve => server.once('listening', resolve));
      this.#servers[kind] = server;
    }
  }

  /** Everything is as it was at first, and each address answers what is given here. */
  reset(answers, clock) {
    this.#answers = new Map(Object.entries(answers));
    this.#clock = clock;
    this.#calls = [];
    this.dropConnections();
  }

  dropConnections() {
    for (const server of Object.values(this.#servers))
      server.closeAllConnections();
  }

  close() {
    this.dropConnections();
    for (const server of Object.values(this.#servers)) server.close();
  }

  portOf({ host, isEncrypted }) {
    if (host.endsWith('.down')) return undefined;
    const server = isEncrypted ? this.#servers.encrypted : this.#servers.plain;
    return server.address().port;
  }

  /** How many requests are still to be answered, if ever. */
  get held() {
    return this.#held;
  }

  /** Each call once, however often it was repeated under the same idempotency key. */
  get calls() {
    const seen = new Set();
    return this.#calls.filter(({ headers, method, url }) => {
      const key = headers['idempotency-key'];
      const name = key && `${key} ${method} ${url}`;
      if (!name || !seen.has(name)) return seen.add(name);
      return false;
    });
  }

  async #handle(scheme, request, response) {
    const url = new URL(request.url, `${scheme}://${request.headers.host}`);
    const call = {
      method: request.method,
      url,
      headers: request.headers,
      body: bodyOf(await buffer(request), request.headers),
    };
    this.#calls.push(call);
    const answer = this.#answerTo(call);
    if (answer.never || answer.afterMs) await this.#hold(answer, response);
    if (!response.destroyed && !answer.never) send(answer, response);
  }

  #answerTo(call) {
    const { method, url } = call;
    const bare = `${url.origin}${url.pathname}`;
    const key = [`${method} ${url.href}`, `${method} ${bare}`].find(name =>
      this.#answers.has(name),
    );
    if (key === undefined)
      return { status: 404, body: { message: 'nothing here' } };
    const answer = this.#answers.get(key);
    if (typeof answer === 'function') return answer(call);
    if (!Array.isArray(answer)) return answer;
    const nth = this.calls.filter(other => isSame(other, call)).length;
    return answer[Math.min(nth, answer.length) - 1];
  }

  async #hold({ afterMs }, response) {
    this.#held += 1;
    await new Promise(resolve => {
      response.once('close', resolve);
      if (afterMs) this.#clock.schedule(resolve, afterMs);
    });
    this.#held -= 1;
  }
}

function isSame(one, other) {
  return one.method === other.method && one.url.href === other.url.href;
}

function bodyOf(bytes, headers) {
  const text = bytes.toString('utf8');
  if (text === '') return undefined;
  const isJson = /[/+]json\b/.test(headers['content-type'] ?? '');
  return isJson ? JSON.parse(text) : text;
}

function send({ status = 200, headers = {}, body, text }, response) {
  const content = text ?? (body === undefined ? '' : JSON.stringify(body));
  const type = text === undefined ? 'application/json' : 'text/plain';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(content);
}
