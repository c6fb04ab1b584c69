import { createServer } from 'node:http';

/** How many of the messages are refused when they first come. */
const refusedPart = 0.02;

/** An address outside that lifecycle events are sent to; it refuses some of them once. It is never killed. */
export class HookReceiver {
  #random;
  #known = new Set();
  #server = createServer((request, response) => {
    void this.#take(request, response);
  });

  /** What was taken, in order: `{id, type, instanceId}` */
  received = [];

  /** @param {() => number} random */
  constructor(random) {
    this.#random = random;
  }

  async start() {
    await new Promise(resolve =>
      this.#server.listen(0, '127.0.0.1', () => resolve()),
    );
    this.url = `http://127.0.0.1:${this.#server.address().port}/hook`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #take(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const id = request.headers['webhook-id'];
    const isFirst = !this.#known.has(id);
    this.#known.add(id);
    if (isFirst && this.#random() < refusedPart) {
      response.writeHead(503).end();
      return;
    }
    const { type, source } = JSON.parse(Buffer.concat(chunks));
    const instanceId = source.slice(source.lastIndexOf('/') + 1);
    this.received.push({ id, type, instanceId });
    response.writeHead(204).end();
  }
}
