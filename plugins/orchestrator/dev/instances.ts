import { InstanceLog } from '../src/__testUtils__/InstanceLog';

const communicationError = {
  type: 'https://serverlessworkflow.io/spec/1.0.0/errors/communication',
  status: 502,
  title: 'Bad Gateway',
  detail: 'GET http://localhost:7007/api/flaky answered 502: upstream timeout',
  instance: '/do/0/guard/try/0/fetch',
};

function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

function created(id: string, workflowId: string, secondsAgo: number) {
  return new InstanceLog(id, workflowId, ago(secondsAgo)).add(
    {
      type: 'instance.created',
      data: {
        input: { value: { name: 'Ada', scopes: ['read', 'write'] } },
        initiator: 'user:default/ada',
      },
      actor: { kind: 'user', ref: 'user:default/ada' },
    },
    { type: 'instance.started', data: {}, afterMs: 20 },
  );
}

/** A run that greets and is done. */
export function completedRun(id: string, secondsAgo: number): InstanceLog {
  return created(id, 'hello', secondsAgo).add(
    {
      type: 'task.started',
      task: '/do/0/greet',
      data: { kind: 'set', input: { value: { name: 'Ada' } } },
      afterMs: 30,
    },
    {
      type: 'task.completed',
      task: '/do/0/greet',
      data: { output: { value: { message: 'Hello Ada' } }, durationMs: 12 },
      afterMs: 12,
    },
    {
      type: 'instance.completed',
      data: {
        durationMs: 62,
        output: {
          value: {
            result: {
              message: 'Said **hello** to Ada. \n\n- once\n- and politely',
              outputs: [
                { key: 'Greeted', value: 1, format: 'number' },
                { key: 'Words', value: 'Hello Ada' },
                {
                  key: 'Catalog',
                  value: '/catalog',
                  format: 'link',
                },
                {
                  key: 'Not a link',
                  value: 'data:text/html,hello',
                  format: 'link',
                },
              ],
            },
          },
        },
      },
    },
  );
}

/** A run whose call failed three times. */
export function failedRun(id: string, secondsAgo: number): InstanceLog {
  const log = created(id, 'flaky-call', secondsAgo).add({
    type: 'task.started',
    task: '/do/0/guard',
    data: { kind: 'try', input: { value: {} } },
  });
  for (const attempt of [1, 2, 3]) {
    const task =
      attempt === 1
        ? '/do/0/guard/try/0/fetch'
        : `/do/0/guard/try/0/fetch[a${attempt}]`;
    log.add(
      {
        type: 'task.started',
        task,
        data: { kind: 'call', input: { value: { path: '/flaky' } } },
        afterMs: 2000,
      },
      {
        type: 'call.started',
        task,
        data: {
          callId: `c${attempt}`,
          kind: 'http',
          target: 'GET http://localhost:7007/api/flaky',
        },
      },
      {
        type: 'call.completed',
        task,
        data: { callId: `c${attempt}`, ok: false, status: 502, durationMs: 40 },
        afterMs: 40,
      },
      {
        type: 'task.failed',
        task,
        data: { error: communicationError, final: attempt === 3 },
      },
    );
    if (attempt < 3) {
      log.add({
        type: 'task.retry_scheduled',
        task: '/do/0/guard',
        data: {
          attempt: attempt + 1,
          of: 3,
          nextAt: ago(secondsAgo - attempt * 2),
          error: communicationError,
        },
      });
    }
  }
  return log.add(
    {
      type: 'task.failed',
      task: '/do/0/guard',
      data: { error: communicationError, final: true },
    },
    {
      type: 'instance.failed',
      data: { error: communicationError },
    },
  );
}

/** A run over many entities, three of which failed, that goes on. */
export function loopingRun(id: string, passes: number): InstanceLog {
  const log = created(id, 'catalog-audit', passes).add({
    type: 'task.started',
    task: '/do/0/eachEntity',
    data: { kind: 'for', input: { value: { entities: passes } } },
  });
  for (let pass = 0; pass < passes; pass++) addPass(log, pass);
  return log;
}

function addPass(log: InstanceLog, pass: number) {
  const fetch = `/do/0/eachEntity/do/0/fetch[${pass}]`;
  const check = `/do/0/eachEntity/do/1/check[${pass}]`;
  log.add(
    {
      type: 'task.started',
      task: fetch,
      data: { kind: 'call', input: { value: { pass } } },
      afterMs: 300,
    },
    {
      type: 'task.completed',
      task: fetch,
      data: { output: { value: { ok: true } }, durationMs: 200 },
      afterMs: 200,
    },
    {
      type: 'task.started',
      task: check,
      data: { kind: 'set', input: { value: { pass } } },
    },
    {
      type: 'task.completed',
      task: check,
      data: { output: { value: { findings: pass % 3 } }, durationMs: 8 },
      afterMs: 8,
    },
  );
}

/** A run that waits, and then goes on by itself after the given time. */
export function waitingRun(id: string, waitMs: number): InstanceLog {
  const until = new Date(Date.now() + waitMs).toISOString();
  const log = created(id, 'hello', 5).add(
    {
      type: 'task.started',
      task: '/do/0/pause',
      data: { kind: 'wait', input: { value: {} } },
    },
    {
      type: 'task.waiting',
      task: '/do/0/pause',
      data: { kind: 'timer', until },
    },
    {
      type: 'instance.status_changed',
      data: {
        from: 'running',
        to: 'waiting',
        because: `waiting until ${until}`,
      },
    },
  );
  setTimeout(() => finish(log, waitMs), waitMs);
  return log;
}

function finish(log: InstanceLog, waitMs: number) {
  log.add(
    {
      type: 'timer.fired',
      task: '/do/0/pause',
      data: { timerId: 't1', purpose: 'wait' },
      afterMs: waitMs,
    },
    {
      type: 'instance.status_changed',
      data: { from: 'waiting', to: 'running' },
    },
    {
      type: 'task.completed',
      task: '/do/0/pause',
      data: { output: { value: {} }, durationMs: waitMs },
    },
    {
      type: 'instance.completed',
      data: { output: { value: { slept: true } }, durationMs: waitMs },
    },
  );
}
