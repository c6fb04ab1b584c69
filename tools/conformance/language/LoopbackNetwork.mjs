import net from 'node:net';
import tls from 'node:tls';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Lets every connection that this process makes by host name end at a stand-in on loopback, and refuses all others: whoever is
 * called under a name of the world finds the stand-in, and nothing leaves this machine.
 *
 * Encrypted connections arrive unencrypted at the stand-in for encrypted ones; addresses, headers and redirects stay as they are.
 */
export class LoopbackNetwork {
  #portOf;
  #originals = { netConnect: net.connect, tlsConnect: tls.connect };
  /** `host:port` of connections that no stand-in was there for. */
  refused = [];

  /** @param {(to: {host: string, port: number, isEncrypted: boolean}) => number | undefined} portOf of the stand-in */
  constructor(portOf) {
    this.#portOf = portOf;
  }

  open() {
    net.connect = (...args) => this.#connect(args, false);
    tls.connect = (...args) => this.#connect(args, true);
  }

  close() {
    net.connect = this.#originals.netConnect;
    tls.connect = this.#originals.tlsConnect;
  }

  #connect(args, isEncrypted) {
    const { host, port, path, socket } = targetOf(args);
    if (path !== undefined || socket) return this.#direct(args, isEncrypted);
    const standIn = this.#portOf({ host, port: Number(port), isEncrypted });
    if (standIn === undefined && loopback.has(host)) {
      return this.#direct(args, isEncrypted);
    }
    return standIn === undefined
      ? this.#refuse(host, port)
      : this.#redirect(standIn, args, isEncrypted);
  }

  #direct(args, isEncrypted) {
    const { netConnect, tlsConnect } = this.#originals;
    return isEncrypted ? tlsConnect(...args) : netConnect(...args);
  }

  #redirect(port, args, isEncrypted) {
    const socket = this.#originals.netConnect({ host: '127.0.0.1', port });
    const listener = args.at(-1);
    const event = isEncrypted ? 'secureConnect' : 'connect';
    if (typeof listener === 'function') socket.once(event, listener);
    if (isEncrypted) socket.once('connect', () => pretendEncryption(socket));
    return socket;
  }

  #refuse(host, port) {
    this.refused.push(`${host}:${port}`);
    const socket = new net.Socket();
    const error = new Error(`connect ECONNREFUSED ${host}:${port}`);
    setImmediate(() =>
      socket.destroy(Object.assign(error, { code: 'ECONNREFUSED' })),
    );
    return socket;
  }
}

/** What callers look at once a connection is encrypted. */
function pretendEncryption(socket) {
  Object.assign(socket, {
    encrypted: true,
    authorized: true,
    alpnProtocol: false,
  });
  socket.emit('secureConnect');
}

/** The arguments of `connect`: options, a port and a host, or a path. */
function targetOf([first, second]) {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object') {
    const {
      host = options.hostname ?? 'localhost',
      port,
      path,
      socket,
    } = options;
    return { host, port, path: port === undefined ? path : undefined, socket };
  }
  if (typeof options === 'number') {
    return {
      host: typeof second === 'string' ? second : 'localhost',
      port: options,
    };
  }
  return { path: options };
}
