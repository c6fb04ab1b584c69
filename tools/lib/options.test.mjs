import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readList, readPort } from './options.mjs';

for (const text of ['0', '65536', '-1', '80.5', 'http', '']) {
  test(`options: "${text}" is no port`, () => {
    assert.throws(() => readPort(text, '--port'), /--port must be a port/);
  });
}

test('options: a port is a number', () => {
  assert.equal(readPort('7007', '--port'), 7007);
});

test('options: a list is what stands between commas', () => {
  assert.deepEqual(readList('lint,types'), ['lint', 'types']);
  assert.deepEqual(readList(undefined), []);
});
