import { migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { TestBackend } from '../../__testUtils__/TestBackend';

const calling = workflowText(
  '- get: { call: http, with: { method: get, endpoint: http://x/1 } }',
);

const parent = workflowText(`
  - ask:
      run:
        workflow: { namespace: default, name: child, version: latest, input: {} }`);

const traceId = 'ab'.repeat(16);

/** The traces that calls of a parent and its child belong to, whoever carries them out. */
async function tracesOf(traceparent: string) {
  const knex = await migratedDatabase('SQLITE_3');
  const backend = new TestBackend(knex, new ManualClock(), uri => ({
    value: uri,
  }));
  const first = await backend.begin();
  await backend.publish(parent);
  await backend.publish(calling, 'child');
  const request = { workflowId: 'under-test', input: {}, traceparent };
  const id = await first.start(request);
  await backend.passUntilStatus(id, 'completed');
  await first.stop({ graceMs: 0 });
  await knex.destroy();
  return backend.calls.calls.map(call => call.traceparent?.split('-')[1]);
}

it('lets the calls of an instance, and of its children, belong to the trace of the request that started it', async () => {
  const traceparent = `00-${traceId}-${'cd'.repeat(8)}-01`;
  expect(await tracesOf(traceparent)).toEqual([traceId]);
});

it('passes over what is no span', async () => {
  const [trace] = await tracesOf('x'.repeat(1_000));
  expect(trace).toMatch(/^[0-9a-f]{32}$/);
});
