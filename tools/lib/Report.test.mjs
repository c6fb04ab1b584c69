import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from './Failure.mjs';
import { Report } from './Report.mjs';

/** Runs `work` on a report and gives what it printed and the exit code it set. */
async function reported(work, options) {
  const lines = [];
  const { log } = console;
  const { exitCode } = process;
  console.log = text => lines.push(text);
  try {
    const report = new Report('try', options);
    await work(report);
    report.finish();
    return {
      text: lines.join('\n'),
      last: lines.at(-1),
      code: process.exitCode,
    };
  } finally {
    console.log = log;
    process.exitCode = exitCode;
  }
}

test('report: is green when everything passed', async () => {
  const { text, code } = await reported(async report => {
    assert.equal(await report.check('one', async () => 'fine'), true);
  });

  assert.equal(code, 0);
  assert.match(text, /✓ one \(.* s\): fine/);
  assert.match(text, /try: 1 passed, 0 failed/);
});

test('report: goes on after a failure, shows its details, and ends red', async () => {
  const { text, code } = await reported(async report => {
    const hasPassed = await report.check('one', async () => {
      throw new Failure('no good', { details: 'line 3 is wrong' });
    });
    assert.equal(hasPassed, false);
    await report.check('two', async () => {});
  });

  assert.equal(code, 1);
  assert.match(text, /✗ one .*: no good/);
  assert.match(text, /line 3 is wrong/);
  assert.match(text, /try: 1 passed, 1 failed/);
});

test('report: is red when nothing was checked', async () => {
  const { code } = await reported(async report => report.skip('one', 'why'));

  assert.equal(code, 1);
});

test('report: with json the last line is one object with facts and checks', async () => {
  const { last } = await reported(
    async report => {
      await report.check('one', async () => {});
      report.skip('two', 'not here');
      report.state({ kills: 3 });
    },
    { json: true },
  );

  const { checks, ...summary } = JSON.parse(last);
  assert.deepEqual(summary, {
    command: 'try',
    ok: true,
    passed: 1,
    failed: 0,
    skipped: 1,
    kills: 3,
  });
  assert.deepEqual(
    checks.map(({ name, result }) => [name, result]),
    [
      ['one', 'passed'],
      ['two', 'skipped'],
    ],
  );
});
