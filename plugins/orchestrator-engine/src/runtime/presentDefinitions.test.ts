/** A process starts instances of the definition that it knows; whether that is still the present one, it learns as they are accepted. */
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { KnexWorkflowEditor } from '../store/knex/KnexWorkflowEditor';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import type { StartRequest } from './WorkflowRuntime';

const workflowId = 'under-test';

const calling = (name: string) =>
  workflowText(`
    - ${name}: { call: http, with: { method: get, endpoint: http://x/${name} } }`);

const somewhere = {
  code: 'invalid',
  pointer: '/do/0',
  line: 7,
  column: 5,
} as const;

const requiring = (name: string) =>
  workflowText(
    `
    - first: { set: { done: true } }`,
    `input: { schema: { document: { type: object, required: [${name}] } } }\n`,
  );

jest.setTimeout(180_000);

describe.each(databaseIds)('present definitions on %s', databaseId => {
  let knex: Knex;
  let backend: TestBackend;
  let runtime: EmbeddedRuntime;
  /** How often this process has asked for the present definition. */
  let questions: number;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    backend = new TestBackend(knex, new ManualClock(), uri => ({ value: uri }));
    questions = 0;
    const { definitions } = backend;
    const getCurrentVersion = definitions.getCurrentVersion.bind(definitions);
    definitions.getCurrentVersion = async id => {
      questions += 1;
      return getCurrentVersion(id);
    };
  });

  afterEach(async () => {
    await runtime.stop({ graceMs: 0 });
  });

  /** Runs one instance to its end: now the process knows the definition. */
  async function beginKnowing(text: string, request?: Partial<StartRequest>) {
    await backend.publish(text);
    runtime = await backend.begin();
    await run(request);
  }

  async function run(request?: Partial<StartRequest>) {
    const id = await runtime.start({ workflowId, input: {}, ...request });
    await backend.untilStatus(id, 'completed');
    return backend.reader.get(id);
  }

  const count = () => backend.reader.count(undefined);

  it('are asked for once, however many instances are started', async () => {
    await beginKnowing(calling('first'));
    await run();
    await run();
    expect(questions).toBe(1);
    expect(await count()).toBe(3);
  });

  it('are what a new instance has, although the process knew another one', async () => {
    await beginKnowing(calling('first'));
    await backend.publish(calling('second'));
    const instance = await run();
    const current = await backend.definitions.getCurrent(workflowId);
    expect(instance?.definitionHash).toBe(current?.hash);
    // Nothing was done for the one that was not accepted.
    expect(backend.calls.targets).toEqual([
      'GET http://x/first',
      'GET http://x/second',
    ]);
    expect(await count()).toBe(2);
    await run();
    expect(questions).toBe(2);
  });

  it('are not run once their workflow is disabled or gone, and are again once it is back', async () => {
    await beginKnowing(calling('first'));
    const editor = new KnexWorkflowEditor(knex);
    const start = () => runtime.start({ workflowId, input: {} });

    await editor.configure(workflowId, { isEnabled: false });
    await expect(start()).rejects.toMatchObject({ code: 'WORKFLOW_DISABLED' });
    await editor.configure(workflowId, { isEnabled: true });
    await run();

    await backend.definitions.retireAllBut('test', []);
    await expect(start()).rejects.toMatchObject({ code: 'WORKFLOW_NOT_FOUND' });
    await backend.publish(calling('first'));
    await run();
    expect(await count()).toBe(3);
  });

  it('are not run once another process has found errors in them', async () => {
    await beginKnowing(calling('first'));
    const known = await backend.definitions.getCurrent(workflowId);
    const message = 'There is no such function here';
    await backend.definitions.publish(
      {
        ...known!,
        isValid: false,
        problems: [{ ...somewhere, severity: 'error', message }],
      },
      'test',
    );
    await expect(
      runtime.start({ workflowId, input: {} }),
    ).rejects.toMatchObject({
      code: 'DEFINITION_INVALID',
      message: expect.stringContaining(message),
    });
    expect(await count()).toBe(1);
  });

  it('judge the input, not those that the process knew', async () => {
    await beginKnowing(requiring('a'), { input: { a: 1 } });
    await backend.publish(requiring('b'));
    await expect(
      runtime.start({ workflowId, input: { a: 1 } }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await backend.publish(requiring('c'));
    await run({ input: { c: 1 } });
  });

  it('do not make an idempotency key forget its instance', async () => {
    await beginKnowing(calling('first'));
    const keyed = { workflowId, input: {}, idempotencyKey: 'k' };
    const id = await runtime.start(keyed);
    expect(await runtime.start(keyed)).toBe(id);
    await backend.publish(calling('second'));
    expect(await runtime.start(keyed)).toBe(id);
    await expect(
      runtime.start({ ...keyed, input: { other: true } }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await count()).toBe(2);
  });
});
