import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runChild, startChild, stopChild } from './children.mjs';

const node = (script, options) =>
  startChild(process.execPath, ['-e', script], options);

test('children: run gives the exit code', async () => {
  assert.equal(await runChild('sh', ['-c', 'exit 7']), 7);
});

test('children: a program that does not exist ends with 127', async () => {
  assert.equal(await runChild('/no/such/program', []), 127);
});

test('children: output goes to the log file', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'children-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const logFile = `${folder}/deep/log`;

  await runChild('sh', ['-c', 'echo out; echo err >&2'], { logFile });

  assert.equal(readFileSync(logFile, 'utf8'), 'out\nerr\n');
});

test('children: stopping asks by the signal of choice and waits for the end', async t => {
  const ready = join(mkdtempSync(join(tmpdir(), 'children-')), 'ready');
  t.after(() => rmSync(dirname(ready), { recursive: true }));
  const child = node(
    `process.on('SIGINT', () => process.exit(5));
    setInterval(() => {}, 1000);
    require('node:fs').writeFileSync(${JSON.stringify(ready)}, '');`,
    { stopSignal: 'SIGINT' },
  );
  while (!existsSync(ready)) await sleep(20);

  await stopChild(child);

  assert.deepEqual(await child.exited, { code: 5, signal: null });
});

test('children: stopping one that has ended does nothing', async () => {
  const child = node('');
  await child.exited;

  await stopChild(child);
});
