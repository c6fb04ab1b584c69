import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import tls from 'node:tls';
import { LoopbackNetwork } from './LoopbackNetwork.mjs';

/** A server that says its name to whoever connects. */
async function serverSaying(name) {
  const server = net
    .createServer(socket => socket.end(name))
    .listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return server;
}

async function read(socket) {
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('network: leads names of the world to the stand-in, encrypted or not', async () => {
  const server = await serverSaying('stand-in');
  const { port } = server.address();
  const network = new LoopbackNetwork(({ host }) =>
    host === 'known.test' ? port : undefined,
  );
  network.open();
  try {
    assert.equal(
      await read(net.connect({ host: 'known.test', port: 80 })),
      'stand-in',
    );
    const secure = tls.connect({ host: 'known.test', port: 443 });
    await new Promise(resolve => secure.once('secureConnect', resolve));
    assert.equal(await read(secure), 'stand-in');
    assert.equal(await read(net.connect(port, '127.0.0.1')), 'stand-in');
  } finally {
    network.close();
    server.close();
  }
});

test('network: refuses whatever no stand-in is there for', async () => {
  const network = new LoopbackNetwork(() => undefined);
  network.open();
  try {
    const socket = net.connect({ host: 'elsewhere.test', port: 443 });
    await assert.rejects(read(socket), { code: 'ECONNREFUSED' });
    assert.deepEqual(network.refused, ['elsewhere.test:443']);
  } finally {
    network.close();
  }
});
