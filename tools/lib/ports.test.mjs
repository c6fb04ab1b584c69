import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Failure } from './Failure.mjs';
import { freePort, requireFreePort } from './ports.mjs';

test('ports: a free port may be used', async () => {
  await requireFreePort(await freePort());
});

test('ports: a port in use is refused with another to choose', async t => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  t.after(() => server.close());

  await assert.rejects(requireFreePort(port), error => {
    assert.ok(error instanceof Failure);
    assert.match(
      error.message,
      new RegExp(`^port ${port} is in use.*--port ${port + 1}$`),
    );
    return true;
  });
});
