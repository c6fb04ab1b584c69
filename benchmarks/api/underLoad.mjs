import { authorizationOf } from '../../tools/contract/people.mjs';
import { send } from '../../tools/contract/send.mjs';
import { Failure } from '../../tools/lib/Failure.mjs';

/**
 * Sends requests, as many at once as there are clients. Each client has its connection before its first request is timed: a
 * server accepts one connection in a turn of its event loop, so what 50 that come at once would wait for is that, and how long
 * depends on how many had been kept since the load before.
 *
 * @param {import('./FilledServer.mjs').FilledServer} server
 * @param {(any: number) => {method: string, path: string, body?: string}} requestOf
 * @returns {Promise<number[]>} milliseconds of each answer
 * @throws {Failure} one was refused
 */
export async function underLoad(server, requestOf, { requests, clients }) {
  await openConnections(server, clients);
  let left = requests;
  const times = [];
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const any = 1 + Math.floor(Math.random() * server.stored);
      times.push(await timed(server.url, requestOf(any)));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

async function openConnections({ url }, clients) {
  const headers = { Authorization: authorizationOf('admin') };
  const request = { method: 'GET', path: '/v2/info', headers };
  await Promise.all(Array.from({ length: clients }, () => send(url, request)));
}

async function timed(url, request) {
  const began = performance.now();
  const { status, text } = await send(url, {
    ...request,
    headers: {
      Authorization: authorizationOf('admin'),
      ...(request.body && { 'Content-Type': 'application/json' }),
    },
  });
  if (status === 200) return performance.now() - began;
  throw new Failure(`${request.method} ${request.path} answered ${status}`, {
    details: text,
  });
}
