import { migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../../__testUtils__/TestBackend';
import type { Telemetry } from './Telemetry';

jest.setTimeout(180_000);

const workflow = workflowText(`
  - get: { call: http, with: { method: get, endpoint: http://x/1 } }
  - hear: { listen: { to: { one: { with: { type: a } } } } }
  - pause: { wait: PT10S }
  - again: { call: http, with: { method: get, endpoint: http://x/2 } }`);

/** What was measured: values by name, and what each of them was about. */
class Measured implements Telemetry {
  readonly all: { name: string; value: number; about: object }[] = [];

  count: Telemetry['count'] = (name, value, about) =>
    void this.all.push({ name, value, about });

  measure: Telemetry['measure'] = (name, value, about) =>
    void this.all.push({ name, value, about });

  gauge: Telemetry['gauge'] = (name, value, about) =>
    void this.all.push({ name, value, about });

  of(name: string) {
    return this.all.filter(one => one.name === `orchestrator.${name}`);
  }
}

it('measures what an instance costs, from its acceptance to its end, in whichever process', async () => {
  const knex = await migratedDatabase('SQLITE_3');
  const clock = new ManualClock();
  const telemetry = new Measured();
  const begin = async () => {
    const process = new MortalStore();
    const answer = (uri: string) => ({ value: uri });
    const backend = new TestBackend(knex, clock, answer, process.wrap);
    const runtime = await backend.begin({ parkAfterMs: 60_000 }, { telemetry });
    return { backend, process, runtime };
  };
  const first = await begin();
  await first.backend.publish(workflow);
  const id = await first.runtime.start({ workflowId: 'under-test', input: {} });
  await first.backend.untilStatus(id, 'waiting');
  const event = {
    specversion: '1.0',
    id: 'e',
    source: '/s',
    type: 'a',
  } as const;
  await first.runtime.deliver(event);
  await first.backend.until('it pauses', async () => {
    const { because } = (await first.backend.reader.get(id))!;
    return because?.startsWith('pause') === true;
  });
  first.process.kill();
  void first.runtime.stop({ graceMs: 0 });
  await knex('workers').update({ lease_until: 0 });
  const { backend, runtime } = await begin();
  await backend.passUntilStatus(id, 'completed');
  await runtime.stop({ graceMs: 0 });

  expect(telemetry.of('instances.started')).toEqual([
    expect.objectContaining({ value: 1, about: { workflow: 'under-test' } }),
  ]);
  expect(telemetry.of('instances.ended')).toEqual([
    expect.objectContaining({
      value: 1,
      about: { workflow: 'under-test', status: 'completed' },
    }),
  ]);
  expect(telemetry.of('instances.taken_over')).toMatchObject([{ value: 1 }]);
  expect(telemetry.of('events.received')).toMatchObject([
    { value: 1, about: { isDuplicate: false } },
  ]);
  expect(telemetry.of('activity.duration')).toMatchObject([
    { about: { kind: 'http', ok: true } },
    { about: { kind: 'http', ok: true } },
  ]);
  const [{ value: lagMs, about }] = telemetry.of('timer.lag');
  expect(about).toEqual({ purpose: 'wait' });
  expect(lagMs).toBeGreaterThanOrEqual(0);
  expect(telemetry.of('queue.depth')[0].value).toBe(0);
  for (const name of ['step.commit_lag', 'commit.size', 'commit.duration']) {
    expect(telemetry.of(name).length).toBeGreaterThan(2);
  }
  expect(Math.min(...telemetry.of('commit.size').map(m => m.value))).toBe(1);
  expect(JSON.stringify(telemetry.all)).not.toContain('http://x');
  await knex.destroy();
});
