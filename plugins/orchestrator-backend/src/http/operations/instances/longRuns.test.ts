import { mockCredentials } from '@backstage/backend-test-utils';
import { openStream } from '../../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';
import { MAX_TASKS } from '../../../service/instances/shownTasks';

jest.setTimeout(300_000);

const ITERATIONS = 600;

const encoded = encodeURIComponent;

/** Does the same task over and over, by jumping back. */
const rounds = `
document: { dsl: 1.0.3, namespace: default, name: rounds, version: 1.0.0 }
do:
  - count: { set: { count: '\${ .count - 1 }' } }
  - again:
      switch:
        - more: { when: .count > 0, then: count }
        - done: { then: end }
`;

/** Makes a value of 3 900 bytes in each iteration, another in each. */
const loop = `
document: { dsl: 1.0.3, namespace: default, name: loop, version: 1.0.0 }
do:
  - each:
      for: { in: '\${ [range(0; .count)] }', each: n }
      do:
        - work: { set: { text: '\${ ($n | tostring) + ":" + ("x" * 3880) }' } }
`;

describe('a run with many iterations', () => {
  let orchestrator: TestOrchestrator;
  let path: string;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions: { 'loop.yaml': loop, 'rounds.yaml': rounds },
    });
    const { body } = await orchestrator.client.post(
      '/v2/workflows/loop/execute',
      { inputData: { count: ITERATIONS } },
    );
    await orchestrator.api.waitForEnd({ instanceId: body.id });
    path = `/v2/instances/${body.id}`;
  });

  afterAll(() => orchestrator.stop());

  it('is told in short, with the number of what is left out and a way to it', async () => {
    const { body, text } = await orchestrator.client.get(path).expect(200);
    const runs = await orchestrator.client
      .get(`${path}/tasks?limit=1`)
      .expect(200);

    expect(text.length).toBeLessThan(1_000_000);
    expect(body.tasks.length + body.tasksLeftOut).toBe(runs.body.total);
    expect(runs.body.total).toBe(ITERATIONS + 1);
  });

  it('is told in short by the compatible operation, too', async () => {
    const { body } = await orchestrator.client
      .get(path.replace('/v2/', '/v2/workflows/'))
      .expect(200);

    expect(body.nodes).toHaveLength(MAX_TASKS);
    expect(body.nodesLeftOut).toBe(ITERATIONS + 1 - MAX_TASKS);
    expect(body.nodes.at(-1).id).toContain(`[${ITERATIONS - 1}]`);
  });

  it('tells the last attempts of a task that has run again and again', async () => {
    const started = await orchestrator.client.post(
      '/v2/workflows/rounds/execute?wait=60',
      { inputData: { count: 120 } },
    );
    const { body } = await orchestrator.client
      .get(`/v2/instances/${started.body.id}/tasks/${encoded('/do/0/count')}`)
      .expect(200);

    expect(body.attempts).toHaveLength(100);
    expect(body.attemptsLeftOut).toBe(20);
    expect(body.attempts.at(-1)).toEqual(body.run);
    expect(body.run.output).toEqual({ value: { count: 0 } });
  });

  it('begins its stream in short too', async () => {
    const stream = await openStream(
      `${orchestrator.url}${path}/events/stream`,
      { Authorization: mockCredentials.user.header() },
    );
    const [first] = await stream.take(1);
    stream.close();
    const { body } = await orchestrator.client.get(path).expect(200);

    expect(first.event).toBe('snapshot');
    expect(first.text.length).toBeLessThan(1_000_000);
    expect(first.data.data?.state).toEqual(body);
  });

  it('gives each value that it only refers to', async () => {
    const { body } = await orchestrator.client.get(path).expect(200);
    const { key, output } = body.tasks.find(
      (task: { name: string; output?: { ref?: string } }) =>
        task.name === 'work' && task.output?.ref,
    );
    const index = /\[(\d+)\]$/.exec(key)?.[1];

    const value = await orchestrator.client
      .get(`${path}/payloads/${output.ref}`)
      .set('Accept-Encoding', 'identity')
      .expect(200);

    expect(value.body.text).toMatch(new RegExp(`^${index}:x{3880}$`));
    expect(value.headers['content-length']).toBe(String(output.bytes));
    const none = `${path}/payloads/${'0'.repeat(64)}`;
    await orchestrator.client.get(none).expect(404);
  });
});
