/** What every {@link WorkflowRuntime} does, whatever it is built on. What is the embedded engine's own is tested beside its parts. */
import type { FakeAnswer } from '../__testUtils__/FakeActivities';
import { workflowText } from '../__testUtils__/runInMemory';
import {
  runtimeBackends,
  type RuntimeBackend,
} from '../__testUtils__/runtimeBackends';
import { CallGate } from '../__testUtils__/TestBackend';
import type { StartRequest } from './WorkflowRuntime';

const ada = {
  kind: 'user',
  ref: 'user:default/ada',
  reason: 'maintenance',
} as const;

const act = { actor: ada };

const get = (name: string) =>
  `- ${name}: { call: http, with: { method: get, endpoint: http://x/${name} } }`;

const twoCalls = workflowText(`
  ${get('first')}
  ${get('second')}`);

const waiting = workflowText(`
  ${get('first')}
  - pause: { wait: PT1H }
  ${get('second')}`);

const listening = workflowText(`
  - hear:
      listen: { to: { one: { with: { type: order.paid, data: '\${ .order == "o-1" }' } } } }
  ${get('second')}`);

const asking = workflowText(`
  - ask: { call: approval, with: { title: Drop it?, approvers: [user:ada] } }
  - next: { set: { decision: '\${ .decision }' } }`);

const event = (id: string, order: string) => ({
  specversion: '1.0' as const,
  id,
  source: 'shop',
  type: 'order.paid',
  data: { order },
});

jest.setTimeout(180_000);

describe.each(runtimeBackends)('a workflow runtime (%s)', (_name, open) => {
  let backend: RuntimeBackend;
  /** URIs that are answered with 503. */
  let broken: Set<string>;
  /** URIs that are not answered until the gate is opened. */
  let gate: CallGate;
  let gated: Set<string>;

  beforeEach(async () => {
    broken = new Set();
    gated = new Set();
    gate = new CallGate();
    backend = await open(answer);
  });

  afterEach(() => backend.close());

  async function answer(uri: string): Promise<FakeAnswer> {
    if (gated.has(uri)) await gate.answer(uri);
    return broken.has(uri) ? { status: 503 } : { value: { from: uri } };
  }

  const request = {
    workflowId: 'under-test',
    input: { n: 1 },
    initiator: ada.ref,
  };

  async function start(text: string, more?: Partial<StartRequest>) {
    await backend.publish(text);
    return backend.runtime.start({ ...request, ...more });
  }

  async function started(text: string, status: string) {
    const id = await start(text);
    await untilStatus(id, status);
    return id;
  }

  const untilStatus = (id: string, status: string) =>
    backend.until(
      `${id} is ${status}`,
      async () => (await backend.instance(id))?.status === status,
    );

  const untilCalled = (count: number) =>
    backend.until(
      `${count} calls were made`,
      async () => backend.calls.length === count,
    );

  async function outputOf(id: string) {
    const output = (await backend.instance(id))?.output;
    return output && 'value' in output ? output.value : output;
  }

  const [FIRST, SECOND] = ['http://x/first', 'http://x/second'];

  describe('starting', () => {
    it('runs an instance to its end, and keeps what it has given', async () => {
      const id = await started(twoCalls, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND]);
      expect(await outputOf(id)).toEqual({ from: SECOND });
      expect(await backend.instance(id)).toMatchObject({
        workflowId: 'under-test',
        initiator: ada.ref,
        input: { value: { n: 1 } },
      });
    });

    it('counts an idempotency key once, and refuses it for another request', async () => {
      const keyed = { idempotencyKey: 'k' };
      const id = await start(twoCalls, keyed);
      const { runtime } = backend;
      expect(await runtime.start({ ...request, ...keyed })).toBe(id);
      await expect(
        runtime.start({ ...request, ...keyed, input: {} }),
      ).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
      const byAnother = { ...keyed, initiator: 'user:default/bob' };
      expect(await runtime.start({ ...request, ...byAnother })).not.toBe(id);
    });

    it('refuses what there is not, what is disabled, and an input that does not fit', async () => {
      const { runtime } = backend;
      const refusal = () =>
        runtime.start(request).then(
          () => 'accepted',
          ({ code }) => code,
        );
      expect(await refusal()).toBe('WORKFLOW_NOT_FOUND');
      const strict = 'input: { schema: { document: { required: [name] } } }\n';
      await backend.publish(workflowText(get('first'), strict));
      expect(await refusal()).toBe('INPUT_INVALID');
      await backend.publish(twoCalls);
      await backend.disable();
      expect(await refusal()).toBe('WORKFLOW_DISABLED');
      expect(backend.calls).toEqual([]);
    });

    it('goes on with the definition that the instance was started with', async () => {
      gated.add(FIRST);
      const id = await start(twoCalls);
      await untilCalled(1);
      await backend.publish(workflowText(get('other')));
      gate.open(FIRST);
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND]);
    });
  });

  describe('outliving its process', () => {
    it('goes on where the process died, and repeats no completed call', async () => {
      gated.add(SECOND);
      const id = await start(twoCalls);
      await untilCalled(2);
      await backend.crash();
      gate.open(SECOND);
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND, SECOND]);
    });

    it('lets a running call end when it stops, and leaves the rest to the next process', async () => {
      gated.add(FIRST);
      const id = await start(twoCalls);
      await untilCalled(1);
      const stopped = backend.restart(10_000);
      gate.open(FIRST);
      await stopped;
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND]);
    });

    it('wakes an instance when its time has come, though the process began it in the meantime', async () => {
      const id = await started(waiting, 'waiting');
      await backend.crash();
      await backend.pass(3_500_000);
      expect(backend.calls).toEqual([FIRST]);
      await backend.pass(200_000);
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND]);
    });
  });

  describe('events', () => {
    it('gives an event once to who waits for it, and says when it had come before', async () => {
      const id = await started(listening, 'waiting');
      const { runtime } = backend;
      expect(await runtime.deliver(event('e-1', 'o-2'))).toEqual({
        isDuplicate: false,
      });
      await runtime.deliver(event('e-2', 'o-1'));
      await untilStatus(id, 'completed');
      expect(await runtime.deliver(event('e-2', 'o-1'))).toEqual({
        isDuplicate: true,
      });
      expect(backend.calls).toEqual([SECOND]);
    });

    it('keeps an event over a crash', async () => {
      const id = await started(listening, 'waiting');
      await backend.runtime.deliver(event('e-1', 'o-1'));
      await backend.crash();
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([SECOND]);
    });

    it('gives an event that is for one instance to no other', async () => {
      const id = await started(listening, 'waiting');
      const other = await started(listening, 'waiting');
      await backend.runtime.deliver(event('e-1', 'o-1'), other);
      await untilStatus(other, 'completed');
      expect(await backend.instance(id)).toMatchObject({ status: 'waiting' });
    });
  });

  describe('acts', () => {
    it('are refused with their reason where they make no sense', async () => {
      const { runtime } = backend;
      const id = await started(twoCalls, 'completed');
      const conflict = { code: 'STATE_CONFLICT' };
      await expect(runtime.cancel(id, act)).rejects.toMatchObject(conflict);
      await expect(runtime.suspend(id, act)).rejects.toMatchObject(conflict);
      await expect(runtime.resume(id, act)).rejects.toMatchObject(conflict);
      await expect(runtime.retry(id, {}, act)).rejects.toMatchObject(conflict);
      await expect(runtime.cancel('none', act)).rejects.toMatchObject({
        code: 'INSTANCE_NOT_FOUND',
      });
    });

    it('cancel an instance, and say in its log who did that and why', async () => {
      const id = await started(waiting, 'waiting');
      await backend.runtime.cancel(id, act);
      await untilStatus(id, 'cancelled');
      await backend.pass(4_000_000);
      expect(backend.calls).toEqual([FIRST]);
      const actors = (await backend.log(id)).flatMap(({ actor }) =>
        actor ? actor : [],
      );
      expect(actors).toContainEqual(ada);
    });

    it('suspend an instance, so that it begins nothing more until it is resumed, also by another process', async () => {
      gated.add(FIRST);
      const id = await start(twoCalls);
      await untilCalled(1);
      await backend.runtime.suspend(id, act);
      await untilStatus(id, 'suspended');
      gate.open(FIRST);
      await backend.crash();
      await backend.pass(60_000);
      expect(backend.calls).not.toContain(SECOND);
      await backend.runtime.resume(id, act);
      await untilStatus(id, 'completed');
      expect(backend.calls.filter(uri => uri === SECOND)).toHaveLength(1);
    });

    it('retry a failed instance where it failed, with another input', async () => {
      broken.add(SECOND);
      const id = await started(twoCalls, 'failed');
      broken.clear();
      await backend.runtime.retry(id, { input: { mended: true } }, act);
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND, SECOND]);
      const inputs = (await backend.log(id)).map(({ data }) => data.input);
      expect(inputs).toContainEqual({ value: { mended: true } });
    });

    it('retry a failed instance from an earlier task', async () => {
      broken.add(SECOND);
      const id = await started(twoCalls, 'failed');
      broken.clear();
      await backend.runtime.retry(id, { from: '/do/0/first' }, act);
      await untilStatus(id, 'completed');
      expect(backend.calls).toEqual([FIRST, SECOND, FIRST, SECOND]);
    });

    it('count once under an idempotency key', async () => {
      broken.add(SECOND);
      const id = await started(twoCalls, 'failed');
      const keyed = { ...act, idempotencyKey: 'k' };
      await backend.runtime.retry(id, {}, keyed);
      await untilCalled(3);
      await untilStatus(id, 'failed');
      await backend.runtime.retry(id, {}, keyed);
      await backend.pass(60_000);
      expect(backend.calls).toHaveLength(3);
    });

    it('run an instance again as a new one, with its input', async () => {
      const id = await started(twoCalls, 'completed');
      const again = await backend.runtime.rerun(id, {}, act);
      await untilStatus(again, 'completed');
      expect(again).not.toBe(id);
      expect(await backend.instance(again)).toMatchObject({
        rerunOf: id,
        input: { value: { n: 1 } },
      });
      expect(backend.calls).toHaveLength(4);
    });

    it('skip a task that has failed, or give its output', async () => {
      const decided = async (
        action: Parameters<typeof backend.runtime.actOnTask>[2],
      ) => {
        broken.add(FIRST);
        const id = await started(twoCalls, 'failed');
        await backend.runtime.actOnTask(id, '/do/0/first', action, act);
        await untilStatus(id, 'completed');
        const [task] = (await backend.log(id)).filter(
          ({ type, taskKey }) =>
            taskKey === '/do/0/first' &&
            (type === 'task.skipped' || type === 'task.completed'),
        );
        return task;
      };
      expect(await decided({ kind: 'skip' })).toMatchObject({
        type: 'task.skipped',
      });
      expect(
        await decided({ kind: 'complete', output: { by: 'hand' } }),
      ).toMatchObject({
        type: 'task.completed',
        data: { output: { value: { by: 'hand' } } },
      });
      const id = await started(twoCalls, 'failed');
      await expect(
        backend.runtime.actOnTask(id, '/do/9/none', { kind: 'skip' }, act),
      ).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' });
    });

    it('decide what people are asked, also after a crash', async () => {
      const id = await started(asking, 'waiting');
      const [approval] = await backend.pendingApprovals(id);
      await backend.crash();
      const decided = await backend.runtime.decide(
        { approvalId: approval.id, decision: 'approve' },
        act,
      );
      expect(decided).toMatchObject({ status: 'decided' });
      await untilStatus(id, 'completed');
      expect(await outputOf(id)).toEqual({ decision: 'approve' });
    });
  });
});
