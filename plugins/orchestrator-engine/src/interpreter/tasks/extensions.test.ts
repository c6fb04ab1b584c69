import { runCases } from '../../__testUtils__/runCases';

const log = (text: string) => `
          - log:
              call: http
              with: { method: post, endpoint: 'http://log/${text}', body: '\${ $task }' }`;

runCases({
  extensions: [
    {
      does: 'run before and after the task, which goes on with its own input and output',
      input: { n: 1 },
      rest: `use:
  extensions:
    - logging:
        extend: set
        before:${log('{n}')}
        after:${log('after-{n}')}
`,
      tasks: `- inc: { set: { n: '\${ .n + 1 }' } }`,
      output: { n: 2 },
      effects: [
        {
          uri: 'http://log/1',
          body: {
            reference: '/do/0/inc',
            set: { n: '${ .n + 1 }' },
            input: { n: 1 },
          },
        },
        {
          uri: 'http://log/after-2',
          body: { reference: '/do/0/inc', output: { n: 2 } },
        },
      ],
      history: [
        'task.completed /use/extensions/0/logging/before/0/log[c/do/0/inc]',
        'task.completed /use/extensions/0/logging/after/0/log[c/do/0/inc]',
      ],
    },
    {
      does: 'skip the task by `then: exit`, and give its raw output in its place',
      rest: `use:
  extensions:
    - mock:
        extend: call
        when: $task.call == "http" and ($task.with.endpoint | startswith("http://mocked"))
        before:
          - answer: { set: { content: { mocked: true } }, then: exit }
        after:
          - never: { raise: { error: { type: 'http://x', status: 400 } } }
`,
      tasks: `
        - get:
            call: http
            with: { method: get, endpoint: http://mocked/x }
            output: { as: .content }`,
      calls: [],
      output: { mocked: true },
    },
    {
      does: 'apply only when their condition holds',
      rest: `use:
  extensions:
    - mock:
        extend: call
        when: $task.with.endpoint == "http://other"
        before:
          - answer: { set: { mocked: true }, then: exit }
`,
      tasks: `- get: { call: http, with: { method: get, endpoint: http://real } }`,
      output: 'http://real',
    },
    {
      does: 'nest, the first one outermost, and never extend themselves',
      rest: `use:
  extensions:
    - outer:
        extend: all
        before: [ { a: { set: { x: 1 }, export: { as: '($context.seen // "") as $s | { seen: ($s + "a") }' } } } ]
        after: [ { z: { set: { x: 1 }, export: { as: '{ seen: ($context.seen + "z") }' } } } ]
    - inner:
        extend: all
        before: [ { b: { set: { x: 1 }, export: { as: '{ seen: ($context.seen + "b") }' } } } ]
        after: [ { y: { set: { x: 1 }, export: { as: '{ seen: ($context.seen + "y") }' } } } ]
output: { as: $context.seen }
`,
      tasks: `
        - one: { set: '\${ 1 }' }
        - two: { do: [ { in: { set: '\${ 2 }' } } ] }`,
      output: 'abyzababyzyz',
    },
    {
      does: 'extend composites: `do` and `fork`, not what is in them',
      rest: `use:
  extensions:
    - count:
        extend: composite
        before: [ { a: { set: { x: 1 }, export: { as: '{ n: (($context.n // 0) + 1) }' } } } ]
`,
      tasks: `
        - one: { do: [ { in: { set: { x: 1 } } } ] }
        - two: { fork: { branches: [ { in: { set: { x: 1 } } } ] } }
        - sum: { set: '\${ $context.n }' }`,
      output: 2,
    },
    {
      does: 'extend each iteration under a key of its own',
      rest: `use:
  extensions:
    - logging:
        extend: wait
        before:${log('{x}')}
`,
      input: { x: 'y' },
      tasks: `
        - loop:
            for: { in: '[1, 2]' }
            do: [ { pause: { wait: PT1S } } ]`,
      calls: ['POST http://log/y', 'POST http://log/y'],
      history: [0, 1].map(
        index =>
          `task.completed /use/extensions/0/logging/before/0/log[${index}.c/do/0/loop/do/0/pause]`,
      ),
    },
    {
      does: 'can end the workflow',
      rest: `use:
  extensions:
    - guard:
        extend: call
        before:
          - stop: { set: { stopped: true }, then: end }
`,
      tasks: `
        - get: { call: http, with: { method: get, endpoint: http://x } }
        - never: { set: { never: true } }`,
      calls: [],
      output: { stopped: true },
    },
    {
      does: 'do not run for a task that is skipped',
      rest: `use:
  extensions:
    - guard:
        extend: all
        before:
          - fail: { raise: { error: { type: 'http://x', status: 400 } } }
`,
      input: { kept: 1 },
      tasks: `- no: { if: 'false', set: { n: 1 } }`,
      output: { kept: 1 },
    },
    {
      does: 'fail the task when they fail, which a `try` around it can catch',
      rest: `use:
  extensions:
    - guard:
        extend: set
        before:
          - fail: { raise: { error: { type: 'http://x', status: 418 } } }
`,
      tasks: `
        - guarded:
            try: [ { a: { set: { n: 1 } } } ]
            catch: { errors: { with: { status: 418 } } }`,
      output: {},
    },
  ],
});
