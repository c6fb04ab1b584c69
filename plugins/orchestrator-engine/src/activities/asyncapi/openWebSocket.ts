import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'undici';
import { untilAborted } from '../untilAborted';
import { reasonOf } from '../carryOut';
import type { GuardedHttp } from '../egress/GuardedHttp';
import type { AsyncApiEndpoint, Connection } from './AsyncApiEndpoint';
import { decodePayload, encodePayload } from './messages';

/** How long the server may take to say goodbye; what was sent has left by then. */
const GOODBYE_WITHIN_MS = 1_000;

/** A WebSocket at the channel's path, through the same gate as HTTP. */
export async function openWebSocket(
  http: GuardedHttp,
  { url, address }: AsyncApiEndpoint,
  headers: { readonly [name: string]: string },
  signal: AbortSignal,
): Promise<Connection> {
  const target = channelUrl(url, address);
  http.egress.requireAllowed(asHttp(target));
  const { dispatcher } = http;
  const socket = new WebSocket(target, { dispatcher, headers });
  socket.binaryType = 'arraybuffer';
  await opened(socket, signal);
  return {
    async send({ payload }) {
      socket.send(encodePayload(payload));
    },
    async receive(onMessage, onEnd) {
      socket.addEventListener('message', ({ data }) =>
        onMessage({ payload: decodePayload(textOf(data)) }),
      );
      socket.addEventListener('close', ({ code, reason }) =>
        onEnd(`the server closed it with ${code} ${reason}`.trim()),
      );
    },
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = new Promise(resolve => {
        socket.addEventListener('close', resolve);
      });
      socket.close();
      await Promise.race([closed, pause(GOODBYE_WITHIN_MS)]);
    },
  };
}

/** The address of a channel below that of its server. */
export function channelUrl(server: URL, address: string): URL {
  const url = new URL(server);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${address.replace(
    /^\//,
    '',
  )}`;
  return url;
}

function asHttp(url: URL): URL {
  return new URL(url.href.replace(/^ws/, 'http'));
}

async function opened(socket: WebSocket, signal: AbortSignal): Promise<void> {
  const open = new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', ({ error }) =>
      reject(
        reasonOf(error)
          ? error
          : new Error(`no WebSocket at ${socket.url}`, { cause: error }),
      ),
    );
  });
  try {
    await untilAborted(open, signal);
  } catch (error) {
    socket.close();
    throw error;
  }
}

function textOf(data: string | ArrayBuffer | Blob): string {
  if (typeof data === 'string') return data;
  return data instanceof Blob ? '' : Buffer.from(data).toString('utf8');
}
