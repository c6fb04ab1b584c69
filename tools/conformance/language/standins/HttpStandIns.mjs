import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * What an address answers. `never`: not at all; `afterMs`: once this much virtual time has passed; `needs`: headers without which
 * it refuses; `rpc`: results of JSON-RPC by method.
 *
 * @typedef {{status?: number, headers?: Record<string, string>, body?: unknown, text?: string, never?: boolean, afterMs?: number, needs?: Record<string, string>, rpc?: Record<string, unknown>}} Answer
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

  /** @param {(server: import('node:http').Server) => void} [attach] what else a server is to do */
  async open(attach = () => {}) {
    for (const kind of Object.keys(this.#servers)) {
      const scheme = kind === 'plain' ? 'http' : 'https';
      const server = createServer((request, response) =>
        this.#handle(scheme, request, response),
      );
      attach(server);
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

  /** Each call once, however often it was repeated in the same words under the same idempotency key. */
  get calls() {
    const seen = new Set();
    return this.#calls.filter(call => {
      const name = nameOf(call);
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
    const answer = this.#nthAnswer(this.#answers.get(key), call);
    if (typeof answer === 'function') return answer(call);
    if (!fits(call.headers, answer.needs ?? {})) return REFUSED;
    return answer.rpc ? rpcAnswer(answer.rpc, call.body) : answer;
  }

  #nthAnswer(answers, call) {
    if (!Array.isArray(answers)) return answers;
    const nth = this.calls.filter(other => isSame(other, call)).length;
    return answers[Math.min(nth, answers.length) - 1];
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

const REFUSED = { status: 401, body: { message: 'who are you?' } };

function fits(headers, needed) {
  return Object.entries(needed).every(
    ([name, value]) => headers[name] === value,
  );
}

/** A notice is accepted without a result. */
function rpcAnswer(results, { id, method }) {
  if (id === undefined) return { status: 202 };
  const result = results[method] ?? {};
  return { body: { jsonrpc: '2.0', id, result } };
}

/** `undefined` for a call without a key: each counts. */
function nameOf({ method, url, headers, body }) {
  const { authorization, 'idempotency-key': key } = headers;
  return key && JSON.stringify([key, method, url, authorization, body]);
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
