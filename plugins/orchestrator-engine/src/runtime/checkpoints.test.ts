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
      definition: workflowText(
        `
        - each:
            for: { each: item, in: '[range(100)]' }
            do:
              - count: { set: { n: 1 } }`,
        `use:
  extensions:
    - noting: { extend: for, before: [ { note: { set: { noted: true } } } ] }
`,
      ),
      entriesPerCheckpoint: 10,
      limits: { tasks: 50 },
    });
    expect(status).toBe('failed');
    expect(error).toMatchObject({
      detail: expect.stringMatching(
        /^More than 50 tasks since the last checkpoint: let the loop wait for something, take it out of extended tasks/,
      ),
    });
  });

  const counting = (times: number) => `
    - count: { set: '\${ { n: ((.n? // 0) + 1) } }' }
    - pause: { wait: PT1S }
    - again:
        switch:
          - more: { when: .n < ${times}, then: count }
          - enough: { then: exit }`;

  const indented = (text: string, by: number) =>
    text.replaceAll('\n', `\n${' '.repeat(by)}`);

  /** A definition with a loop in it that jumps back by `then`, and the rest of the document. */
  const loops: {
    readonly [where: string]: readonly [tasks: string, rest?: string];
  } = {
    'catch.do': [
      `
- guard:
    try: [ { bad: { raise: { error: { type: http://x/e, status: 400, title: bad } } } } ]
    catch:
      as: problem
      do:${indented(counting(40), 4)}
        - tell: { set: '\${ { n, status: $problem.status } }' }`,
    ],
    'a `fork` whose other branch listens': [
      `
- side:
    fork:
      branches:
        - stopped: { listen: { to: { one: { with: { type: stop } } } } }
        - polls:
            do:${indented(counting(40), 8)}`,
    ],
    'a competing `fork`': [
      `
- side:
    fork:
      compete: true
      branches:
        - stopped: { listen: { to: { one: { with: { type: never } } } } }
        - polls:
            do:${indented(counting(40), 8)}`,
    ],
    'a function': [
      `
- counted: { call: counter, with: { n: 0 } }`,
      `use:
  functions:
    counter:
      do:${indented(counting(40), 2)}
`,
    ],
  };

  it.each(Object.keys(loops))(
    'goes on inside of %s, further than the limit of tasks for one replay',
    async where => {
      const definition = workflowText(...loops[where]);
      const events = [{ type: 'stop', data: { n: 1 }, afterMs: 25_000 }];
      const without = await runInMemory({ definition, events });
      const run = await runInMemory({
        definition,
        events,
        entriesPerCheckpoint: 10,
        limits: { tasks: 30 },
        residency: 'replaying',
      });
      expect(run.error).toBeUndefined();
      expect(run.output).toEqual(without.output);
      expect(run.elapsedMs).toBe(40_000);
      expect(checkpointsIn(run)).toBeGreaterThan(10);
      expect(Math.max(...run.replayed)).toBeLessThan(30);
    },
  );

  it('goes on between the events that a `listen` takes, and within what it does for each', async () => {
    const events = Array.from({ length: 60 }, (_, n) => ({
      type: 'a',
      data: { n },
      afterMs: n * 10_000,
    }));
    const definition = workflowText(`
      - heard:
          listen: { to: { any: [ { with: { type: a } } ], until: length == 60 } }
          foreach:
            item: event
            at: index
            do:
              - first: { set: '\${ { n: $event.n, index: $index } }' }
              - pause: { wait: PT1S }
              - second: { set: '\${ .n + .index }' }
            output: { as: '. + 1' }`);
    const run = await runInMemory({
      definition,
      events,
      entriesPerCheckpoint: 20,
      limits: { tasks: 30 },
      residency: 'replaying',
    });
    expect(run.output).toEqual(events.map(({ data: { n } }) => 2 * n + 1));
    expect(checkpointsIn(run)).toBeGreaterThan(10);
    expect(Math.max(...run.replayed)).toBeLessThan(50);
  });

  it('repeats nothing of what the other branches of a `fork` wait for, and gives them what they were asked with', async () => {
    const definition = workflowText(`
      - asked: { set: { n: 1 }, export: { as: '{ who: "ada" }' } }
      - side:
          fork:
            branches:
              - child: { run: { workflow: { namespace: default, name: other, version: latest, input: '\${ $context }' } } }
              - call: { call: http, with: { method: post, endpoint: http://x/slow, body: '\${ $context.who }' } }
              - flaky:
                  try: [ { bad: { call: http, with: { method: get, endpoint: http://x/bad } } } ]
                  catch: { retry: { delay: PT30S, limit: { attempt: { count: 1 } } } }
              - paused: { wait: PT45S }
              - loop:
                  do:${indented(counting(40), 14)}
                  export: { as: '{ who: "bob" }' }
              - other:
                  do:
                    - first: { set: { n: 1 } }
                    - rename: { set: { n: 1 }, export: { as: '{ who: "eve" }' } }
    `);
    let asked = 0;
    const run = await runInMemory({
      definition,
      answer: (uri, nth) => {
        if (uri.endsWith('bad') && nth === 1) return { status: 503 };
        return uri.endsWith('slow') && nth < 30 ? 'never' : { value: uri };
      },
      child: ({ input }) => {
        asked += 1;
        return asked < 30 ? 'never' : { output: input };
      },
      entriesPerCheckpoint: 5,
      limits: { tasks: 40 },
      residency: 'replaying',
    });
    expect(run.error).toBeUndefined();
    expect(run.output).toEqual([
      { who: 'ada' },
      'http://x/slow',
      'http://x/bad',
      { n: 1 },
      { n: 40 },
      { n: 1 },
    ]);
    expect(run.children.map(({ input }) => input)).toEqual([{ who: 'ada' }]);
    expect(checkpointsIn(run)).toBeGreaterThan(5);
    const slow = run.calls.calls.flatMap(({ effect }) =>
      effect.kind === 'http' && effect.uri === 'http://x/slow' ? effect : [],
    );
    expect(slow).toHaveLength(30);
    expect(new Set(slow.map(({ body }) => body))).toEqual(new Set(['ada']));
  });

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
