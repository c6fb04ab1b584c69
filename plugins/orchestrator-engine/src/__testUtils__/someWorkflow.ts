import fc from 'fast-check';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

type Body = { readonly [property: string]: Json };

/** A task list whose tasks are named by their place. */
function listOf(bodies: readonly Body[]): Json {
  return bodies.map((body, index) => ({ [`t${index}`]: body }));
}

const count = fc.constantFrom(
  '${ { n: ((.n? // 0) + 1) } }',
  '${ { n: ((.n? // 0) * 2 + 1), was: type } }',
);

const condition = fc.constantFrom(
  '((.n? // 0) % 2) == 0',
  '((.n? // 0) > 2)',
  'true',
  'false',
);

const set = count.map((template): Body => ({ set: template }));

const call = fc.integer({ min: 1, max: 9 }).map(
  (id): Body => ({
    call: 'http',
    with: { method: 'post', endpoint: `http://x/${id}`, body: '${ . }' },
  }),
);

const wait = fc
  .integer({ min: 1, max: 90 })
  .map((seconds): Body => ({ wait: { seconds } }));

const raise = fc
  .constantFrom(400, 503)
  .map(
    (status): Body => ({ raise: { error: { type: 'http://x/e', status } } }),
  );

const emit = fc.constantFrom('said', 'done').map(
  (type): Body => ({
    emit: { event: { with: { type, data: { n: '${ .n? // 0 }' } } } },
  }),
);

const listen = fc
  .constantFrom<Json>(
    { one: { with: { type: 'a' } } },
    { all: [{ with: { type: 'a' } }, { with: { type: 'b' } }] },
    { any: [{ with: { type: 'a' } }], until: 'length >= 2' },
  )
  .map((to): Body => ({ listen: { to } }));

const child = fc.boolean().map(
  (isAwaited): Body => ({
    run: {
      workflow: {
        namespace: 'default',
        name: 'other',
        version: 'latest',
        input: { n: '${ .n? // 0 }' },
      },
      await: isAwaited,
    },
  }),
);

const greeting = fc.constant<Body>({
  call: 'greet',
  with: { n: '${ .n? // 0 }' },
});

const exported = fc.constant<Body>({
  set: '${ { n: (.n? // 0) } }',
  export: { as: '{ seen: (($context.seen // 0) + .n) }' },
});

/** Rounds by `then`, until `n` has been counted up. */
const rounds = fc
  .tuple(
    fc.oneof(
      wait,
      call.map(body => ({ ...body, output: { as: '$input' } })),
    ),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(
    ([body, n]): Body => ({
      do: listOf([
        { set: '${ { n: ((.n? // 0) + 1) } }' },
        body,
        {
          switch: [
            { again: { when: `.n < ${n}`, then: 't0' } },
            { enough: { then: 'continue' } },
          ],
        },
      ]),
    }),
  );

/** Tasks of every kind, in each other. What runs side by side shares nothing, and handles its own errors. */
const { tasks } = fc.letrec<{ task: Body; tasks: Json }>(tie => {
  const inner = fc
    .array(tie('task'), { minLength: 2, maxLength: 3 })
    .map(listOf);
  const jump = fc
    .tuple(condition, fc.constantFrom('exit', 'end', 'continue'))
    .map(
      ([when, then]): Body => ({
        switch: [{ yes: { when, then } }, { no: { then: 'continue' } }],
      }),
    );
  const composites = [
    inner.map((list): Body => ({ do: list })),
    fc.tuple(inner, fc.integer({ min: 0, max: 3 })).map(
      ([list, times]): Body => ({
        for: { in: `[range(${times})]` },
        do: list,
      }),
    ),
    fc.tuple(inner, fc.integer({ min: 0, max: 2 }), inner).map(
      ([list, retries, handler]): Body => ({
        try: list,
        catch: {
          retry: { delay: 'PT1S', limit: { attempt: { count: retries } } },
          do: handler,
        },
      }),
    ),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map(
      (branches): Body => ({
        fork: {
          branches: listOf(
            branches.map(list => ({ try: list, catch: { as: 'ignored' } })),
          ),
        },
      }),
    ),
  ];
  return {
    task: fc
      .tuple(
        fc.oneof(
          { depthSize: 'medium', withCrossShrink: true },
          ...[set, call, wait, raise, emit, listen, child, greeting, exported],
          ...[jump, rounds],
          ...composites,
        ),
        fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, condition),
      )
      .map(([body, when]) => (when === null ? body : { ...body, if: when })),
    tasks: fc
      .array(tie('task'), { minLength: 4, maxLength: 8, size: 'max' })
      .map(listOf),
  };
});

const extensions: Json = [
  {
    noting: {
      extend: 'call',
      when: '.n? == 1',
      before: [{ note: { set: { noted: true } } }],
    },
  },
];

/** Text of a random workflow that can be run: nested tasks of all kinds. */
export const someWorkflow: fc.Arbitrary<string> = fc
  .tuple(tasks, fc.boolean())
  .map(([list, isExtended]) =>
    JSON.stringify({
      document: {
        dsl: '1.0.3',
        namespace: 'default',
        name: 'random',
        version: '1.0.0',
      },
      use: {
        functions: {
          greet: {
            do: [
              {
                ask: {
                  call: 'http',
                  with: { method: 'get', endpoint: 'http://x/greet' },
                },
              },
              { answer: { set: '${ { n: ((.n? // 0) + 10) } }' } },
            ],
          },
        },
        ...(isExtended && { extensions }),
      },
      do: list,
    }),
  );
