/**
 * A door to Postgres that breaks one connection at a chosen statement.
 *
 * Understands as much of the protocol as it takes to tell where a statement ends.
 */
import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/**
 * How a connection breaks at a statement.
 *
 * - `before`: the statement does not reach the database; the connection is reset
 * - `after`: the database has carried it out, and the connection is reset before the answer
 * - `silent`: it is carried out, and neither side hears of the other ever again, not even that it has closed
 */
export const breakages = ['before', 'after', 'silent'] as const;

export type Breakage = (typeof breakages)[number];

/** Ends of statements: a simple query, and the `Sync` of an extended one. */
const STATEMENT_ENDS = new Set(['Q', 'S'].map(type => type.charCodeAt(0)));

/** See the module header. */
export class PostgresDoor {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #left = Infinity;
  #how: Breakage = 'before';

  constructor(private readonly database: URL) {
    this.#server = createServer(client => this.#join(client));
  }

  /** @returns the address of the database through this door */
  async open(): Promise<string> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const url = new URL(this.database);
    url.hostname = '127.0.0.1';
    url.port = `${(this.#server.address() as AddressInfo).port}`;
    return url.href;
  }

  close() {
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
  }

  /** Breaks the connection that carries the `nth` statement from now on. */
  breakAt(nth: number, how: Breakage) {
    this.#left = nth;
    this.#how = how;
  }

  /** Whether that statement has come. Breaks nothing any more. */
  hasBroken(): boolean {
    const hasBroken = this.#left <= 0;
    this.#left = Infinity;
    return hasBroken;
  }

  #join(client: Socket) {
    const { hostname, port } = this.database;
    const server = connect(Number(port), hostname);
    let broken: Breakage | undefined;
    client.on(
      'data',
      statementsOf(part => {
        if (broken) return;
        broken = part.isEnd ? this.#breakageOfNext() : undefined;
        if (broken === 'before') client.resetAndDestroy();
        else server.write(part.bytes);
      }),
    );
    server.on('data', bytes => {
      if (!broken) client.write(bytes);
      if (broken === 'after') client.resetAndDestroy();
    });
    const endTogether = (one: Socket, other: Socket) => {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        this.#sockets.delete(one);
        if (broken !== 'silent') other.destroy();
      });
    };
    endTogether(client, server);
    endTogether(server, client);
  }

  #breakageOfNext(): Breakage | undefined {
    this.#left -= 1;
    return this.#left === 0 ? this.#how : undefined;
  }
}

interface Part {
  readonly bytes: Buffer;
  /** Whether a statement ends with it. */
  readonly isEnd: boolean;
}

/** Takes bytes of a client and passes them on message by message; the first has no type. */
function statementsOf(pass: (part: Part) => void): (bytes: Buffer) => void {
  let left = Buffer.alloc(0);
  let typeBytes = 0;
  return bytes => {
    left = Buffer.concat([left, bytes]);
    while (left.length >= typeBytes + 4) {
      const length = typeBytes + left.readInt32BE(typeBytes);
      if (left.length < length) return;
      const isEnd = typeBytes > 0 && STATEMENT_ENDS.has(left[0]);
      const message = left.subarray(0, length);
      left = left.subarray(length);
      typeBytes = 1;
      pass({ bytes: message, isEnd });
    }
  };
}
