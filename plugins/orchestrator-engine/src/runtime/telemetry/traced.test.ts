import type { ActivityEffect, HttpEffect } from '../../interpreter/DurableHost';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { traced, traceOf } from './traced';

const effect: HttpEffect = {
  kind: 'http',
  id: 'e',
  taskKey: '/do/0/get',
  method: 'GET',
  uri: 'http://x',
  headers: {},
  query: {},
  output: 'content',
  redirect: false,
};

async function run(given: ActivityEffect, ok = true, traceparent?: string) {
  const clock = new ManualClock();
  const measured: unknown[] = [];
  let seen: string | undefined;
  const error = { type: 'x', status: 500 };
  const result = await traced(
    { instanceId: 'i-1', workflowId: 'hello', traceparent, effect: given },
    {
      clock,
      telemetry: {
        count() {},
        measure: (...one) => measured.push(one),
        gauge() {},
      },
    },
    async span => {
      seen = span;
      clock.advance(12);
      return {
        outcome: ok ? { ok, value: 1 } : { ok: false, error },
      };
    },
  );
  return { seen, measured, result };
}

it('tells what is called which trace it belongs to: that of the instance', async () => {
  const { seen } = await run(effect);
  const { traceId, spanId } = traceOf('i-1');
  expect(seen).toBe(`00-${traceId}-${spanId}-01`);
  expect(`${traceId}${spanId}`).toMatch(/^[0-9a-f]{48}$/);
  expect(traceOf('i-2').traceId).not.toBe(traceId);
});

it('goes on with the trace of the request that started the instance', async () => {
  const traceId = 'a'.repeat(32);
  const spanId = 'b'.repeat(16);
  const { seen } = await run(effect, true, `00-${traceId}-${spanId}-00`);
  expect(seen).toBe(`00-${traceId}-${spanId}-00`);
});

it.each(['', 'nonsense', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`])(
  'makes a trace of its own of %j',
  text => expect(traceOf('i-1', text)).toEqual(traceOf('i-1')),
);

it.each([true, false])(
  'measures how long an activity takes, ok: %s',
  async ok => {
    const { measured, result } = await run(effect, ok);
    expect(measured).toEqual([
      ['orchestrator.activity.duration', 12, { kind: 'http', ok }],
    ]);
    expect(result.outcome.ok).toBe(ok);
  },
);
