import { runInMemory, workflowText } from '../__testUtils__/runInMemory';

describe('the log of an instance', () => {
  const retried = workflowText(`
    - guard:
        try:
          - get: { call: http, with: { method: get, endpoint: http://x/1 } }
        catch:
          retry: { delay: PT5S, limit: { attempt: { count: 3 } } }
    - rest: { wait: PT1M }`);

  it('tells the whole story, in order', async () => {
    const { history, log } = await runInMemory({
      definition: retried,
      answer: (_uri, _nth) => ({ value: 'ok' }),
    });
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(history).toEqual([
      'instance.created',
      'instance.started',
      'instance.status_changed',
      'task.started /do/0/guard',
      'task.started /do/0/guard/try/0/get',
      'call.started /do/0/guard/try/0/get',
      'call.completed /do/0/guard/try/0/get',
      'task.completed /do/0/guard/try/0/get',
      'task.completed /do/0/guard',
      'task.started /do/1/rest',
      'task.waiting /do/1/rest',
      'instance.status_changed',
      'timer.fired /do/1/rest',
      'task.completed /do/1/rest',
      'instance.status_changed',
      'instance.completed',
    ]);
  });

  it('says what an instance waits for, and until when', async () => {
    const { log } = await runInMemory({
      definition: retried,
      answer: (_uri, nth) => (nth === 1 ? { status: 503 } : { value: 1 }),
    });
    const changes = log
      .filter(({ type }) => type === 'instance.status_changed')
      .map(({ data }) => [data.to, data.because]);
    expect(changes).toEqual([
      ['running', undefined],
      [
        'retrying',
        'guard: attempt 2 of 4 at 2026-01-01T00:00:05.000Z, after: status 503',
      ],
      ['running', undefined],
      ['waiting', 'rest: until 2026-01-01T00:01:05.000Z'],
      ['completed', undefined],
    ]);
  });

  it('gives each attempt and each iteration a key of its own', async () => {
    const { history } = await runInMemory({
      definition: workflowText(`
        - each:
            for: { each: id, in: '[1, 2]' }
            do:
              - guard:
                  try:
                    - get: { call: http, with: { method: get, endpoint: 'http://x/\${ $id }' } }
                  catch:
                    retry: { delay: PT1S, limit: { attempt: { count: 3 } } }`),
      answer: (uri, nth) =>
        uri.endsWith('2') && nth === 1 ? { status: 503 } : { value: 1 },
    });
    const completed = history.filter(entry =>
      entry.startsWith('call.completed'),
    );
    expect(completed).toEqual([
      'call.completed /do/0/each/do/0/guard/try/0/get[0]',
      'call.completed /do/0/each/do/0/guard/try/0/get[1]',
      'call.completed /do/0/each/do/0/guard/try/0/get[1.a2]',
    ]);
  });

  it('tells apart attempts and rounds that are nested', async () => {
    const { history, calls } = await runInMemory({
      definition: workflowText(`
        - outer:
            try:
              - inner:
                  try:
                    - get: { call: http, with: { method: get, endpoint: http://x/1 } }
                  catch:
                    retry: { delay: PT1S, limit: { attempt: { count: 1 } } }
            catch:
              retry: { delay: PT1S, limit: { attempt: { count: 1 } } }`),
      answer: () => ({ status: 503 }),
    });
    const pointer = '/do/0/outer/try/0/inner/try/0/get';
    expect(calls.calls.map(({ key }) => key)).toEqual([
      pointer,
      `${pointer}[a2]`,
      `${pointer}[a2.a1]`,
      `${pointer}[a2.a2]`,
    ]);
    expect(history.at(-1)).toBe('instance.failed');
  });

  it('hears a cancellation in a loop that waits for nothing', async () => {
    const { status } = await runInMemory({
      definition: workflowText(`
        - a: { set: { n: 1 } }
        - again: { set: { n: 2 }, then: a }`),
      cancelAfterMs: 0,
    });
    expect(status).toBe('cancelled');
  });

  it('commits once per step, whatever the number of tasks that compute', async () => {
    const { commits } = await runInMemory({
      definition: workflowText(`
        - a: { set: { n: 1 } }
        - b: { set: { n: 2 } }
        - get: { call: http, with: { method: get, endpoint: http://x/1 } }
        - c: { set: { n: 3 } }
        - d: { set: { n: 4 } }`),
    });
    expect(commits).toBe(2);
  });

  it('is the same, values and times included, however often it was replayed', async () => {
    const run = {
      definition: retried,
      answer: (_uri: string, nth: number) =>
        nth === 1
          ? ({ status: 503 } as const)
          : { value: { big: 'x'.repeat(5000) } },
    };
    const resident = await runInMemory({ ...run, residency: 'resident' });
    const replaying = await runInMemory({ ...run, residency: 'replaying' });
    expect(replaying.log).toEqual(resident.log);
  });

  it('keeps a large value apart from its entries, once', async () => {
    const { log, output } = await runInMemory({
      definition: workflowText(`
        - get: { call: http, with: { method: get, endpoint: http://x/1 } }
        - same: { set: '\${ . }' }`),
      answer: () => ({ value: 'x'.repeat(10_000) }),
    });
    const refs = log.flatMap(({ data }) =>
      [data.output, data.response, data.input].filter(
        value => typeof value === 'object' && value !== null && 'ref' in value,
      ),
    );
    expect(refs.length).toBeGreaterThan(3);
    expect(new Set(refs.map(ref => JSON.stringify(ref))).size).toBe(1);
    expect(output).toBe('x'.repeat(10_000));
  });
});

describe('cancelling', () => {
  it.each(['resident', 'replaying'] as const)(
    '%s: stops a running call and says who asked for it',
    async residency => {
      const { status, history, log, calls } = await runInMemory({
        definition: workflowText(`
          - outer:
              do:
                - get: { call: http, with: { method: get, endpoint: http://x/slow } }
                - never: { set: { n: 1 } }`),
        answer: () => 'never',
        cancelAfterMs: 5_000,
        residency,
      });
      expect(status).toBe('cancelled');
      expect(calls.targets).toEqual(['GET http://x/slow']);
      expect(history.slice(-6)).toEqual([
        'instance.cancel_requested',
        'call.completed /do/0/outer/do/0/get',
        'task.cancelled /do/0/outer/do/0/get',
        'task.cancelled /do/0/outer',
        'instance.status_changed',
        'instance.cancelled',
      ]);
      expect(log.at(-1)?.actor?.ref).toBe('user:default/someone');
    },
  );

  it('is not caught by a `try`', async () => {
    const { status } = await runInMemory({
      definition: workflowText(`
        - guard:
            try:
              - slow: { wait: PT1H }
            catch:
              do:
                - note: { set: { caught: true } }`),
      cancelAfterMs: 1_000,
    });
    expect(status).toBe('cancelled');
  });
});
