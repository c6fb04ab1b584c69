import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { FakeCheckpoints } from '../testing/FakeCheckpoints';
import { FakeOrchestrator } from '../testing/FakeOrchestrator';
import { createRunWorkflowAction } from './createRunWorkflowAction';

describe('orchestrator:workflow:run', () => {
  const anyContext = createMockActionContext();
  let orchestrator: FakeOrchestrator;

  beforeEach(async () => {
    orchestrator = await FakeOrchestrator.start();
    orchestrator.addWorkflow({
      workflowId: 'hello',
      inputSchema: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' } },
      },
    });
  });

  afterEach(async () => {
    await orchestrator.stop();
  });

  type Action = ReturnType<typeof createRunWorkflowAction>;
  type Context = Parameters<Action['handler']>[0];

  /** Runs the step of a template, and tells its outputs, also when it failed. */
  async function run(
    input: Partial<Context['input']> = {},
    context: Partial<Context> = {},
  ) {
    const action = createRunWorkflowAction({
      auth: mockServices.auth(),
      discovery: orchestrator.discovery,
    });
    const outputs: Record<string, unknown> = {};
    const failure = await action
      .handler({
        ...anyContext,
        input: {
          workflow_id: 'hello',
          parameters: { name: 'Ada' },
          ...input,
        },
        output: (name: string, value: unknown) => {
          outputs[name] = value;
        },
        task: { id: 't1' },
        step: { id: 's1', name: 'Run' },
        ...context,
      })
      .then(
        () => undefined,
        (error: Error) => error,
      );
    return { outputs, failure };
  }

  const template = {
    entityRef: 'template:default/greet',
    entity: { metadata: { name: 'greet' } },
  };

  it('runs the workflow and links to the instance', async () => {
    const { outputs } = await run({ target_entity: 'payments' });
    expect(outputs).toEqual({
      instanceId: 'i1',
      instanceUrl: '/orchestrator/instances/i1',
      orchestratorWorkflowsUrl: '/orchestrator/workflows',
      catalogEntityUrl: '/catalog/default/component/payments',
    });
    expect(orchestrator.executions).toMatchObject([
      {
        workflowId: 'hello',
        body: {
          inputData: { name: 'Ada' },
          targetEntity: 'component:default/payments',
        },
      },
    ]);
  });

  it('runs for the template when no entity is named', async () => {
    const { outputs } = await run({}, { templateInfo: template });
    expect(outputs.catalogEntityUrl).toBe('/catalog/default/template/greet');
    expect(orchestrator.executions[0].body).toMatchObject({
      targetEntity: 'template:default/greet',
    });
  });

  it('runs a workflow that takes nothing without parameters', async () => {
    await run({ parameters: undefined });
    expect(orchestrator.executions[0].body).toEqual({ inputData: {} });
  });

  it('runs as the one who started the template', async () => {
    await run();
    const token = orchestrator.executions[0].authorization?.split(' ')[1];
    expect(token).toBe(
      mockCredentials.service.token({
        onBehalfOf: mockCredentials.user(),
        targetPluginId: 'orchestrator',
      }),
    );
  });

  describe('when the step is tried again', () => {
    it('goes on with the instance that it had started', async () => {
      await run();
      const { outputs } = await run();
      expect(outputs.instanceId).toBe('i1');
      expect(orchestrator.executions).toHaveLength(1);
    });

    it('runs anew when that instance had failed, each time', async () => {
      const { checkpoint } = new FakeCheckpoints();
      orchestrator.runsWillEnd({ status: 'failed' });
      await run({ wait: true }, { checkpoint });
      await run({ wait: true }, { checkpoint });
      orchestrator.runsWillEnd({ status: 'completed' });
      const { outputs, failure } = await run({ wait: true }, { checkpoint });
      expect(failure).toBeUndefined();
      expect(outputs.instanceId).toBe('i3');
    });

    it('goes on with an instance that had failed and was retried meanwhile', async () => {
      const { checkpoint } = new FakeCheckpoints();
      orchestrator.runsWillEnd({ status: 'failed' });
      await run({ wait: true }, { checkpoint });
      orchestrator.instanceBecomes('i1', { status: 'completed' });
      const { outputs, failure } = await run({ wait: true }, { checkpoint });
      expect(failure).toBeUndefined();
      expect(outputs.instanceId).toBe('i1');
    });

    it('goes on with the instance also when its key is forgotten', async () => {
      const { checkpoint } = new FakeCheckpoints();
      await run({}, { checkpoint });
      orchestrator.forgetKeys();
      const { outputs } = await run({}, { checkpoint });
      expect(outputs.instanceId).toBe('i1');
    });

    it('runs nothing anew that it does not wait for', async () => {
      const { checkpoint } = new FakeCheckpoints();
      orchestrator.runsWillEnd({ status: 'failed' });
      await run({}, { checkpoint });
      const { outputs } = await run({}, { checkpoint });
      expect(outputs.instanceId).toBe('i1');
    });

    it('does not run anew what it had waited for too briefly', async () => {
      const { checkpoint } = new FakeCheckpoints();
      await run({ wait: true, timeout_seconds: 0.05 }, { checkpoint });
      const { outputs } = await run({}, { checkpoint });
      expect(outputs.instanceId).toBe('i1');
    });

    it('runs another instance for other parameters', async () => {
      await run({ parameters: { name: 'Ada' } });
      const { outputs } = await run({ parameters: { name: 'Grace' } });
      expect(outputs.instanceId).toBe('i2');
    });

    it.each<[string, Partial<Context>]>([
      ['another template task', { task: { id: 't2' } }],
      ['another step', { step: { id: 's2' } }],
      ['another iteration of the step', { each: { key: '1', value: 'b' } }],
    ])('runs another instance for %s', async (_, context) => {
      await run();
      const { outputs } = await run({}, context);
      expect(outputs.instanceId).toBe('i2');
    });
  });

  describe('when it waits', () => {
    it('tells the status and the output of the run', async () => {
      orchestrator.runsWillEnd({
        status: 'completed',
        output: { value: { message: 'Hello Ada' } },
      });
      const { outputs, failure } = await run({ wait: true });
      expect(failure).toBeUndefined();
      expect(outputs).toMatchObject({
        status: 'completed',
        result: { message: 'Hello Ada' },
      });
    });

    it('fetches an output that is large', async () => {
      orchestrator.addPayload('p1', { report: 'long' });
      orchestrator.runsWillEnd({
        status: 'completed',
        output: { ref: 'p1', bytes: 9000, sha256: '', preview: '' },
      });
      const { outputs } = await run({ wait: true });
      expect(outputs.result).toEqual({ report: 'long' });
    });

    it('fails with the error of a run that failed', async () => {
      orchestrator.runsWillEnd({
        status: 'failed',
        error: {
          type: 'https://serverlessworkflow.io/spec/1.0.0/errors/communication',
          status: 502,
          title: 'Bad Gateway',
          instance: '/do/0/fetch',
        },
      });
      const { outputs, failure } = await run({ wait: true });
      expect(failure?.message).toBe(
        'The run of the workflow "hello" failed at /do/0/fetch: Bad Gateway; see /orchestrator/instances/i1',
      );
      expect(outputs).toMatchObject({ instanceId: 'i1', status: 'failed' });
    });

    it('fails with the reason of a run that was cancelled', async () => {
      orchestrator.runsWillEnd({ status: 'cancelled', because: 'wrong input' });
      const { failure } = await run({ wait: true });
      expect(failure?.message).toBe(
        'The run of the workflow "hello" was cancelled: wrong input; see /orchestrator/instances/i1',
      );
    });

    it('gives up after the time it was given, and says that the run goes on', async () => {
      const { outputs, failure } = await run({
        wait: true,
        timeout_seconds: 0.05,
      });
      expect(failure).toMatchObject({
        name: 'WorkflowRunTimeoutError',
        message:
          'The run of the workflow "hello" did not end within 0.05 seconds and goes on; see /orchestrator/instances/i1',
      });
      expect(outputs.instanceUrl).toBe('/orchestrator/instances/i1');
    });

    it('stops waiting when the template task is cancelled, and says that the run goes on', async () => {
      const controller = new AbortController();
      const { failure } = await run(
        { wait: true },
        {
          signal: controller.signal,
          logger: { ...anyContext.logger, info: () => controller.abort() },
        },
      );
      expect(failure).toMatchObject({
        name: 'WorkflowRunAbandonedError',
        message:
          'The template was cancelled; the run of the workflow "hello" goes on; see /orchestrator/instances/i1',
      });
    });
  });

  it('fails with what the orchestrator says of the input, naming each field', async () => {
    const { failure } = await run({ parameters: { refuse: true } });
    expect(failure).toMatchObject({
      message:
        'The input does not fit\n  /name is required\n  the input is odd',
      statusCode: 422,
    });
  });

  it('fails for a workflow that does not exist', async () => {
    const { failure } = await run({ workflow_id: 'helo' });
    expect(failure?.message).toBe('There is no workflow "helo"');
  });

  it('fails for an entity reference that is none', async () => {
    const { failure } = await run({ target_entity: 'component:' });
    expect(failure?.message).toMatch('"component:" was not on the form');
    expect(orchestrator.executions).toEqual([]);
  });

  describe('in a dry run', () => {
    const dry = { isDryRun: true };

    it('runs nothing', async () => {
      const { outputs, failure } = await run({}, dry);
      expect(failure).toBeUndefined();
      expect(outputs).toEqual({
        orchestratorWorkflowsUrl: '/orchestrator/workflows',
      });
      expect(orchestrator.executions).toEqual([]);
    });

    it('fails for a workflow that does not exist', async () => {
      const { failure } = await run({ workflow_id: 'helo' }, dry);
      expect(failure?.message).toBe('There is no workflow "helo"');
    });

    it('names each parameter that does not fit', async () => {
      const { failure } = await run({ parameters: { name: 7 } }, dry);
      expect(failure?.message).toBe(
        'The workflow "hello" does not take these parameters:\n  /name must be string',
      );
    });

    it('fails for a definition with an error, saying where', async () => {
      orchestrator.addWorkflow({
        workflowId: 'broken',
        valid: false,
        problems: [
          {
            code: 'UNSUPPORTED',
            severity: 'error',
            message: 'listen is not supported yet',
            pointer: '/do/0/hear',
            line: 7,
            column: 5,
          },
        ],
      });
      const { failure } = await run({ workflow_id: 'broken' }, dry);
      expect(failure?.message).toBe(
        'The workflow "broken" cannot run:\n  line 7, column 5: listen is not supported yet',
      );
    });
  });
});
