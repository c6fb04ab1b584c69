/** What the contract of the live stream asks to be shown of several replicas on Postgres, by its numbers. */
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  OrchestratorApi,
  type OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import knexFactory, { type Knex } from 'knex';
import { hello, patient } from '../../__testUtils__/definitions';
import { openStream } from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { startReplica } from '../../__testUtils__/startReplica';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });
const onPostgres = databases.supports('POSTGRES_15') ? describe : describe.skip;

onPostgres('two replicas on Postgres', () => {
  const definitions = { 'hello.yaml': hello, 'patient.yaml': patient };
  let knex: Knex;
  let other: TestOrchestrator;

  const startOne = () =>
    startOrchestrator({
      knex: knexFactory(knex.client.config),
      definitions,
      config: { worker: { lease: '2s' } },
    });

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_15');
    other = await startOne();
  });

  afterEach(() => other.stop());

  async function start(workflowId: string, inputData: object) {
    const { body } = await other.client.post(
      `/v2/workflows/${workflowId}/execute`,
      { inputData },
    );
    return body.id as string;
  }

  it('11: when the one that serves, and runs the instance, is killed the client goes on with the other: nothing lost, nothing twice', async () => {
    const database: object = knex.client.config.connection;
    const serving = await startReplica({ database, definitions });
    let address = serving.url;
    const api = new OrchestratorApi({
      baseUrl: serving.url,
      token: mockCredentials.user.token(),
      fetch: (input, init) =>
        fetch(String(input).replace(serving.url, address), init),
    });
    const { id } = await api.executeWorkflow({
      workflowId: 'patient',
      parameters: { span: 'PT1H' },
    });
    const connections: string[] = [];
    const events: OrchestratorEvent[] = [];
    let from = 0;
    let killed: Promise<void> | undefined;
    for await (const item of api.watchInstance(id)) {
      if (item.type === 'connection') connections.push(item.status);
      if (item.type === 'connection' && connections.length === 3) {
        await other.client.delete(`/v2/workflows/instances/${id}/abort`);
      }
      if (item.type === 'event') events.push(item.event);
      if (item.type === 'snapshot') {
        from = item.state.seq;
        address = other.url;
        killed ??= serving.kill();
      }
      if (events.at(-1)?.type === 'instance.cancelled') break;
    }
    await killed;

    expect(connections).toEqual(['live', 'reconnecting', 'live']);
    expect(events.map(({ seq }) => seq)).toEqual(
      events.map((_, index) => from + 1 + index),
    );
  });

  it('12: of two transactions that commit out of order, whichever replica is asked, both are delivered', async () => {
    const serving = await startOne();
    const waiting = await start('patient', { span: 'PT1H' });
    await other.client.get(`/v2/instances/${waiting}/history?wait=1`);
    const streams = await Promise.all(
      [serving, other].map(({ url }) => openStream(`${url}/v2/events/stream`)),
    );
    for (const stream of streams) await stream.take(1);

    const late = await knex.transaction();
    const held = { type: 'task.held', time: Date.now(), data: {} };
    await late('steps').insert({
      instance_id: waiting,
      first_seq: 1_000,
      last_seq: 1_000,
      time: held.time,
      entries: JSON.stringify([held]),
    });
    const later = await start('hello', { name: 'Ada' });
    await other.api.waitForEnd({ instanceId: later });
    await late.commit();

    for (const stream of streams) {
      const events = await stream.takeUntil(
        ({ event, data }) =>
          event === 'instance.completed' && data.instanceId === later,
      );
      stream.close();
      const told = events.filter(({ event }) => event === 'task.held');
      expect(told.map(({ data }) => data.instanceId)).toEqual([waiting]);
    }
    await serving.stop();
  });
});
