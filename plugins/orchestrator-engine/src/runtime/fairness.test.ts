import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { CallGate, TestBackend } from '../__testUtils__/TestBackend';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import type { WorkerSettings } from './WorkerSettings';

jest.setTimeout(180_000);

const workflows = ['flood', 'few', 'urgent'] as const;

type WorkflowId = (typeof workflows)[number];

describe.each(databaseIds)('many instances on %s', databaseId => {
  let backend: TestBackend;
  let gate: CallGate;
  let runtime: EmbeddedRuntime;

  /** One call each, which is answered once the gate is open. */
  async function begin(settings: Partial<WorkerSettings>) {
    const knex = await migratedDatabase(databaseId);
    gate = new CallGate();
    backend = new TestBackend(knex, new ManualClock(), gate.answer);
    for (const id of workflows) {
      const call = `call: http, with: { method: get, endpoint: http://x/${id} }`;
      await backend.publish(workflowText(`- only: { ${call} }`), id);
    }
    runtime = await backend.begin(settings);
  }

  afterEach(() => runtime.stop({ graceMs: 0 }));

  const statusOf = async (id: string) => (await backend.reader.get(id))?.status;

  const start = (workflowId: WorkflowId, priority?: number) =>
    runtime.start({ workflowId, input: {}, priority });

  const untilCalled = (count: number) =>
    backend.until(`${count} calls are made`, () => {
      backend.clock.advance(50);
      return backend.calls.calls.length >= count;
    });

  it('do not keep another workflow waiting for its turn', async () => {
    await begin({ maxResidentInstances: 5 });
    for (let n = 0; n < 40; n += 1) await start('flood');
    await untilCalled(5);
    const id = await start('few');
    gate.open('http://x/flood', 'http://x/few');
    await untilCalled(41);
    await backend.untilStatus(id, 'completed');
    const place = backend.calls.targets.indexOf('GET http://x/few');
    expect(place).toBeLessThan(12);
  });

  it('leave their places to others while they wait for less than it takes to park otherwise', async () => {
    await begin({ maxResidentInstances: 5 });
    await backend.publish(
      workflowText(`
        - only:
            try:
              - wait-for-it: { wait: PT30S }
              - broken: { raise: { error: { type: away, status: 503 } } }
            catch: { retry: { delay: PT30S, limit: { attempt: { count: 3 } } } }`),
      'flood',
    );
    const flood: string[] = [];
    for (let n = 0; n < 40; n += 1) flood.push(await start('flood'));
    gate.open('http://x/few');
    await backend.slowlyUntil('others have been taken up', async () => {
      const statuses = await Promise.all(flood.map(statusOf));
      return statuses.every(status => status === 'waiting');
    });
    const id = await start('few');
    await backend.slowlyUntilStatus(id, 'completed');
    expect(await Promise.all(flood.map(statusOf))).not.toContain('failed');
    await backend.until('all have tried in vain', async () => {
      backend.clock.advance(2_000);
      const statuses = await Promise.all(flood.map(statusOf));
      return statuses.every(status => status === 'failed');
    });
  });

  it('wait behind one of a higher priority', async () => {
    await begin({ maxResidentInstances: 2 });
    for (let n = 0; n < 10; n += 1) await start('flood');
    await untilCalled(2);
    await start('urgent', 7);
    gate.open('http://x/flood', 'http://x/urgent');
    await untilCalled(11);
    const place = backend.calls.targets.indexOf('GET http://x/urgent');
    expect(place).toBeLessThan(6);
  });

  it('are refused when too many of their workflow wait, and others are not', async () => {
    await begin({ maxResidentInstances: 1, maxQueuedInstancesPerWorkflow: 2 });
    for (let n = 0; n < 3; n += 1) await start('flood');
    await expect(start('flood')).rejects.toMatchObject({ code: 'OVERLOADED' });
    const id = await start('few');
    gate.open('http://x/flood', 'http://x/few');
    await untilCalled(4);
    await backend.untilStatus(id, 'completed');
    await backend.until('there is room again', async () => {
      backend.clock.advance(500);
      return start('flood').then(
        () => true,
        () => false,
      );
    });
  });

  it('are not refused to an instance that waits for their end', async () => {
    await begin({ maxResidentInstances: 2, maxQueuedInstancesPerWorkflow: 1 });
    const flood = '{ namespace: default, name: flood, version: latest }';
    await backend.publish(
      workflowText(`
        - first: { call: http, with: { method: get, endpoint: http://x/few } }
        - then: { run: { workflow: ${flood} } }`),
      'few',
    );
    const id = await start('few');
    await untilCalled(1);
    for (let n = 0; n < 2; n += 1) await start('flood');
    await expect(start('flood')).rejects.toMatchObject({ code: 'OVERLOADED' });
    gate.open('http://x/flood', 'http://x/few');
    await untilCalled(4);
    await backend.passUntilStatus(id, 'completed');
  });

  it('are kept to as many of their workflow as it may have', async () => {
    await begin({ maxResidentInstancesPerWorkflow: 2 });
    for (let n = 0; n < 6; n += 1) await start('flood');
    await start('few');
    await untilCalled(3);
    await backend.pass(2_000);
    expect([...backend.calls.targets].sort()).toEqual([
      'GET http://x/few',
      'GET http://x/flood',
      'GET http://x/flood',
    ]);
    gate.open('http://x/flood', 'http://x/few');
    await untilCalled(7);
  });
});
