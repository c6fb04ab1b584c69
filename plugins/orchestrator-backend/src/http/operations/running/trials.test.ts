import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calling, hello, patient } from '../../../__testUtils__/definitions';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

describe('trials', () => {
  let orchestrator: TestOrchestrator;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions: {
        'hello.yaml': hello,
        'patient.yaml': patient,
        'calling.yaml': calling,
      },
    });
  });

  afterAll(() => orchestrator.stop());

  const dryRun = (workflowId: string, body: object) =>
    orchestrator.client.post(`/v2/workflows/${workflowId}/dryRun`, body);
  const executeTask = (workflowId: string, body: object) =>
    orchestrator.client.post(`/v2/workflows/${workflowId}/tasks/execute`, body);
  const counted = async () =>
    (await orchestrator.client.get('/v2/instances?total=true')).body.total;

  it('run a workflow without effects, and create no instance', async () => {
    const { status, body } = await dryRun('calling', {
      inputData: { url: 'http://127.0.0.1:1/nobody' },
      mocks: { '/do/0/ask': { output: { total: 3 } } },
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'completed',
      output: { answer: { total: 3 } },
      calls: [
        {
          task: '/do/0/ask',
          kind: 'http',
          target: 'GET http://127.0.0.1:1/nobody',
          mocked: true,
        },
      ],
    });
    expect(await counted()).toBe(0);
  });

  it('pass time at once', async () => {
    const { body } = await dryRun('patient', { inputData: { span: 'P30D' } });
    expect(body).toMatchObject({
      status: 'completed',
      virtualMs: 30 * 24 * 60 * 60 * 1000,
    });
  });

  it('check the input as a run does', async () => {
    const { status, body } = await dryRun('hello', {});
    expect([status, body.error.code]).toEqual([422, 'INPUT_INVALID']);
  });

  it('run one task alone and for real, which counts as no instance', async () => {
    const server = createServer((_req, res) => {
      res.setHeader('Content-Type', 'application/json');
      res.end('{"from":"the service"}');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;

    const real = await executeTask('calling', {
      taskRef: '/do/0/ask',
      input: { url: `http://127.0.0.1:${port}/` },
    });
    const mocked = await executeTask('calling', {
      taskRef: '/do/0/ask',
      input: { url: 'http://127.0.0.1:1/' },
      mocks: { '/do/0/ask': { output: 'mocked' } },
      sessionId: real.body.sessionId,
    });
    server.closeAllConnections();
    server.close();

    expect(real.body).toMatchObject({
      status: 'completed',
      output: { from: 'the service' },
      calls: [{ mocked: false }],
    });
    expect(mocked.body).toMatchObject({
      sessionId: real.body.sessionId,
      output: 'mocked',
    });
    expect(await counted()).toBe(0);
  });

  it('tell how a task fails', async () => {
    const { status, body } = await executeTask('calling', {
      taskRef: '/do/0/ask',
      input: { url: 'http://127.0.0.1:1/' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'failed', error: { status: 500 } });
  });

  it('know the tasks that there are', async () => {
    const { status, body } = await executeTask('calling', {
      taskRef: '/do/7/none',
    });
    expect([status, body.error.code]).toEqual([404, 'TASK_NOT_FOUND']);
  });
});
