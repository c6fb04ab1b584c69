import { connect, createServer } from 'node:net';

/** Stands between the replicas and their database, and can break what goes through it. */
export class TcpProxy {
  #target;
  #server = createServer(client => this.#join(client));
  #pairs = new Set();
  #isBlackHole = false;

  /** How many connections were cut, or fell silent for good. */
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
    for (const { client, server } of this.#pairs) {
      client.destroy();
      server.destroy();
    }
  }

  /** Resets this part of all connections, whatever they are in the middle of. */
  cut(part, random = () => 0) {
    for (const { client, server, isSilent } of [...this.#pairs]) {
      if (isSilent || random() >= part) continue;
      this.cuts += 1;
      client.resetAndDestroy();
      server.destroy();
    }
  }

  /**
   * Lets this part of all connections fall silent for good, whatever they are in the middle of: neither side hears of the other any
   * more, not even that it has closed.
   */
  silence(part, random) {
    for (const pair of this.#pairs) {
      if (pair.isSilent || random() >= part) continue;
      this.cuts += 1;
      pair.isSilent = true;
    }
  }

  /** Holds all answers back, or lets them go. */
  holdAnswers(isOn) {
    for (const { server } of this.#pairs) {
      if (isOn) server.pause();
      else server.resume();
    }
  }

  /** Passes requests on and swallows the answers: what is committed then is not known to have been. */
  swallowAnswers(isOn) {
    this.#isBlackHole = isOn;
  }

  #join(client) {
    const server = connect(this.#target, '127.0.0.1');
    const pair = { client, server, isSilent: false };
    this.#pairs.add(pair);
    client.on('data', data => {
      if (!pair.isSilent) server.write(data);
    });
    server.on('data', data => {
      if (!pair.isSilent && !this.#isBlackHole) client.write(data);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        if (pair.isSilent) return;
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
  }
}
