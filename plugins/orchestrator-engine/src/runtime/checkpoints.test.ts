import {
  runInMemory,
  workflowText,
  type Crash,
  type RunReport,
} from '../__testUtils__/runInMemory';

const everyTenthCommit: readonly Crash[] = Array.from(
  { length: 5_000 },
  (_, index) => {
    if (index % 10 === 0) return 'after';
    return index % 10 === 5 ? 'before' : 'none';
  },
);

const checkpointsIn = ({ log }: RunReport) =>
  log.filter(({ type }) => type === 'instance.checkpointed').length;

const typesOf = ({ log }: RunReport) => log.map(({ type }) => type);

describe('a run that makes checkpoints', () => {
  it('goes over many items, and a replay reads no more than since the last checkpoint', async () => {
    const run = await runInMemory({
      definition: workflowText(`
        - each:
            for: { each: item, at: i, in: '[range(3000)]' }
            do:
              - count: { set: '\${ { sum: ((.sum // 0) + $item) } }' }`),
      entriesPerCheckpoint: 100,
      limits: { tasks: 600 },
      crashes: everyTenthCommit,
    });
    expect(run.output).toEqual({ sum: (3000 * 2999) / 2 });
    expect(run.replayed.length).toBeGreaterThan(2);
    // A turn of 500 tasks is one step, and a step is committed whole.
    expect(Math.max(...run.replayed)).toBeLessThan(200);
    expect(checkpointsIn(run)).toBeGreaterThan(50);
  });

  it('jumps back many times by `then`, further than the limit of tasks for one replay', async () => {
    const run = await runInMemory({
      definition: workflowText(`
        - count: { set: '\${ { n: ((.n // 0) + 1) } }' }
        - again:
            switch:
              - more: { when: .n < 2000, then: count }
              - enough: { then: exit }`),
      entriesPerCheckpoint: 50,
      limits: { tasks: 100 },
      crashes: everyTenthCommit,
    });
    expect(run.output).toEqual({ n: 2000 });
    expect(run.history).toContain('task.completed /do/0/count[r1999]');
  });

  it('says what to do where there are too many tasks and no checkpoint can be made', async () => {
    const { status, error } = await runInMemory({
      definition: workflowText(`
        - side:
            fork:
              branches:
                - each:
                    for: { each: item, in: '[range(100)]' }
                    do:
                      - count: { set: { n: 1 } }`),
      entriesPerCheckpoint: 10,
      limits: { tasks: 50 },
    });
    expect(status).toBe('failed');
    expect(error).toMatchObject({
      detail: expect.stringMatching(
        /^More than 50 tasks since the last checkpoint: take the loop out of `fork`/,
      ),
    });
  });

  it.each(['do', 'try'])(
    'goes on inside of `%s`, with what tasks have exported and been given',
    async kind => {
      const tasks = [
        {
          add: {
            set: '${ { n: ((.n // 0) + $item) } }',
            export: { as: '{ seen: (($context.seen // []) + [$item]) }' },
          },
        },
        { pause: { wait: 'PT1S' } },
      ];
      const part = { [kind]: tasks, ...(kind === 'try' && { catch: {} }) };
      const definition = workflowText(`
        - each:
            for: { each: item, in: .items }
            input: { from: '{ items: .given }' }
            output: { as: '{ n, input: $input, seen: $context.seen, began: $task.startedAt.iso8601 }' }
            do:
              - part: ${JSON.stringify(part)}
        - rest: { set: '\${ . }' }`);
      const input = { given: [1, 2, 3, 4, 5] };
      const without = await runInMemory({ definition, input });
      const run = await runInMemory({
        definition,
        input,
        entriesPerCheckpoint: 1,
        residency: 'replaying',
      });
      expect(run.output).toEqual({
        n: 15,
        input: { items: [1, 2, 3, 4, 5] },
        seen: [1, 2, 3, 4, 5],
        began: '2026-01-01T00:00:00.000Z',
      });
      expect(run.output).toEqual(without.output);
      expect(checkpointsIn(run)).toBeGreaterThan(10);
    },
  );

  it('keeps the timeouts around it as they were', async () => {
    const run = await runInMemory({
      definition: workflowText(
        `
        - each:
            timeout: { after: PT50S }
            for: { each: item, in: '[range(100)]' }
            do:
              - pause: { wait: PT10S }`,
        'timeout: { after: PT1H }\n',
      ),
      entriesPerCheckpoint: 1,
      residency: 'replaying',
    });
    expect(run.status).toBe('failed');
    expect(run.error).toMatchObject({
      detail: 'Not finished within 50000 ms',
      instance: '/do/0/each',
    });
    expect(run.elapsedMs).toBe(50_000);
    const started = typesOf(run).filter(type => type === 'timer.started');
    expect(started).toHaveLength(2);
  });

  it('goes on with the attempt of a `try` that it was in', async () => {
    const run = await runInMemory({
      definition: workflowText(`
        - guard:
            try:
              - one: { set: '\${ { at: 1 } }' }
              - two: { call: http, with: { method: get, endpoint: http://x/two } }
              - three: { set: '\${ { two: . } }' }
            catch:
              retry: { delay: PT5S, limit: { attempt: { count: 3 } } }`),
      answer: (_uri, nth) => (nth < 3 ? { status: 503 } : { value: 'ok' }),
      entriesPerCheckpoint: 1,
      residency: 'replaying',
    });
    expect(run.output).toEqual({ two: 'ok' });
    expect(run.history).toContain('task.completed /do/0/guard/try/2/three[a3]');
    expect(run.elapsedMs).toBe(10_000);
  });

  it('takes no event twice', async () => {
    const events = [1, 2, 3, 4, 5].map(n => ({ type: 'a', data: { n } }));
    const run = await runInMemory({
      definition: workflowText(`
        - each:
            for: { each: item, in: '[range(5)]' }
            do:
              - next:
                  listen: { to: { one: { with: { type: a } } } }
                  export: { as: '{ got: (($context.got // []) + [.[0].n]) }' }
        - rest: { set: '\${ $context.got }' }`),
      events,
      entriesPerCheckpoint: 1,
      residency: 'replaying',
    });
    expect(run.output).toEqual([1, 2, 3, 4, 5]);
    expect(checkpointsIn(run)).toBeGreaterThan(4);
  });

  it('makes none while what it would note holds a secret', async () => {
    const definition = workflowText(
      `
        - open: { set: { key: '\${ $secrets.key }' } }
        - pause: { wait: PT1S }
        - close: { set: { key: none } }
        - after: { set: { done: true } }`,
      'use: { secrets: [key] }\n',
    );
    const run = await runInMemory({
      definition,
      secrets: { key: 'open-sesame' },
      entriesPerCheckpoint: 1,
      residency: 'replaying',
    });
    expect(run.output).toEqual({ done: true });
    const places = run.log.flatMap(({ type }, index) =>
      type === 'instance.checkpointed' ? run.history[index + 1] : [],
    );
    expect(places).toEqual([
      'task.started /do/0/open',
      'task.started /do/3/after',
    ]);
  });

  it('writes a large value once, however many checkpoints hold it', async () => {
    const run = await runInMemory({
      definition: workflowText(`
        - each:
            for: { each: item, in: '[range(20) | tostring * 500]' }
            do:
              - count: { set: { n: 1 } }`),
      entriesPerCheckpoint: 1,
      residency: 'replaying',
    });
    expect(run.status).toBe('completed');
    const large = run.payloads.filter(({ length }) => length > 10_000);
    expect(large).toHaveLength(1);
  });
});
