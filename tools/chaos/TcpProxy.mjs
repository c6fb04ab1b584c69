import { connect, createServer } from 'node:net';

/** Stands between the replicas and their database, and can break what goes through it. */
export class TcpProxy {
  #target;
  #server = createServer(client => this.#join(client));
  #pairs = new Set();
  #isBlackHole = false;

  /** How many connections were cut. */
  cuts = 0;

  /** @param {number} target port of the database */
  constructor(target) {
    this.#target = target;
  }

  async start() {
    await new Promise(resolve =>
      this.#server.listen(0, '127.0.0.1', () => resolve()),
    );
    this.port = this.#server.address().port;
  }

  stop() {
    this.#server.close();
    this.cut(1);
  }

  /** Resets this part of all connections, whatever they are in the middle of. */
  cut(part, random = () => 0) {
    for (const { client, server } of [...this.#pairs]) {
      if (random() >= part) continue;
      this.cuts += 1;
      client.resetAndDestroy();
      server.destroy();
    }
  }

  /** Passes requests on and swallows the answers: what is committed then is not known to have been. */
  swallowAnswers(isOn) {
    this.#isBlackHole = isOn;
  }

  #join(client) {
    const server = connect(this.#target, '127.0.0.1');
    const pair = { client, server };
    this.#pairs.add(pair);
    client.pipe(server);
    server.on('data', data => {
      if (!this.#isBlackHole) client.write(data);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
  }
}
