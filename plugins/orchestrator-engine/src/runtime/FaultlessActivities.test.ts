import type { HttpEffect } from '../interpreter/DurableHost';
import { FaultlessActivities } from './FaultlessActivities';

const effect: HttpEffect = {
  kind: 'http',
  id: 'c',
  taskKey: '/do/0/get',
  method: 'GET',
  uri: 'http://x',
  headers: {},
  query: {},
  output: 'content',
  redirect: false,
};

const context = {
  signal: new AbortController().signal,
  idempotencyKey: 'i1/do/0/get',
  requireLease: () => {},
};

it('makes a runtime error of a rejection, and says only in the log what it was', async () => {
  const errors: unknown[] = [];
  const activities = new FaultlessActivities(
    { execute: () => Promise.reject(new Error('secret detail')) },
    { info() {}, warn() {}, error: (...said) => errors.push(said) },
  );

  const { outcome } = await activities.execute(effect, context);

  expect(outcome).toMatchObject({ ok: false, error: { status: 500 } });
  expect(JSON.stringify(outcome)).not.toContain('secret detail');
  const place = { instanceId: 'i1', taskRef: '/do/0/get', attempt: 1 };
  expect(errors).toEqual([
    [expect.stringContaining('secret detail'), { kind: 'http', ...place }],
  ]);
});

it('hands on what an activity gives', async () => {
  const result = { outcome: { ok: true, value: 1 } } as const;
  const activities = new FaultlessActivities(
    { execute: async () => result },
    { info() {}, warn() {}, error() {} },
  );
  await expect(activities.execute(effect, context)).resolves.toBe(result);
});
