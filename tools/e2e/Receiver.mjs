import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { eventually } from '../lib/eventually.mjs';
import { Failure } from '../lib/Failure.mjs';

/** Somebody outside who is sent messages by webhooks, on this machine alone. */
export class Receiver {
  /** @type {{headers: import('node:http').IncomingHttpHeaders, body: string}[]} */
  messages = [];
  /** What it answers with. */
  status = 204;
  #server;

  static async open() {
    const receiver = new Receiver();
    receiver.#server = createServer((request, response) =>
      receiver.#take(request, response),
    );
    await new Promise(resolve => {
      receiver.#server.listen(0, '127.0.0.1', resolve);
    });
    receiver.#server.unref();
    return receiver;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}/hooks`;
  }

  /** Waits for a message about an event. @param {string} type of the CloudEvent, or how it ends */
  async message(type) {
    return eventually(`a message about ${type}`, 100, async () =>
      this.messages.find(({ body }) => JSON.parse(body).type.includes(type)),
    );
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #take(request, response) {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    this.messages.push({ headers: request.headers, body });
    response.writeHead(this.status).end();
  }
}

/** @throws {Failure} when a message is not signed with the secret, by the Standard Webhooks scheme */
export function requireSigned({ headers, body }, secret) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const signature = createHmac('sha256', key).update(signed).digest('base64');
  if (headers['webhook-signature'] === `v1,${signature}`) return;
  throw new Failure('the message is not signed with the secret of the page');
}
