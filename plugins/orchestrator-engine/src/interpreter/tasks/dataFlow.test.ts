import { runCases } from '../../__testUtils__/runCases';

const person = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' } },
};

runCases({
  'schemas elsewhere': [
    {
      does: 'are fetched once in an instance',
      input: { name: 'Ada' },
      answer: () => ({ value: person }),
      tasks: `
        - a:
            input: { schema: { resource: { endpoint: http://x/person.json } } }
            set: { name: Bob }
            output: { schema: { resource: { endpoint: http://x/person.json } } }
        - b:
            input: { schema: { resource: { endpoint: http://x/person.json } } }
            set: { ok: true }`,
      calls: ['GET http://x/person.json'],
      output: { ok: true },
    },
    {
      does: 'refuse what does not fit',
      answer: () => ({ value: person }),
      tasks: `
        - a:
            set: { nam: Bob }
            output: { schema: { resource: { endpoint: http://x/person.json } } }`,
      error: {
        status: 400,
        type: expect.stringMatching(/validation$/),
        detail: 'Invalid output: /name: is required',
        instance: '/do/0/a',
      },
    },
    {
      does: 'hold for the whole workflow, too',
      input: {},
      answer: () => ({ value: person }),
      rest: `input: { schema: { resource: { endpoint: http://x/person.json } } }\n`,
      tasks: `- a: { set: { never: true } }`,
      error: { detail: 'Invalid input: /name: is required' },
    },
    {
      does: 'that are none are said to be none',
      answer: () => ({ value: { type: 'objekt' } }),
      tasks: `
        - a:
            input: { schema: { resource: { endpoint: http://x/person.json } } }
            set: { x: 1 }`,
      error: {
        type: expect.stringMatching(/configuration$/),
        detail: expect.stringContaining('http://x/person.json'),
      },
    },
    {
      does: 'that cannot be fetched fail the task as the fetching failed',
      answer: () => ({ status: 404 }),
      tasks: `
        - a:
            input: { schema: { resource: { endpoint: http://x/person.json } } }
            set: { x: 1 }`,
      error: { status: 404, instance: '/do/0/a' },
    },
  ],
  'loose evaluation': [
    {
      does: 'takes text that is jq for jq, and leaves other text alone',
      input: { n: 1 },
      rest: `evaluate: { mode: loose }\n`,
      tasks: `- a: { set: { bare: .n + 1, marked: '\${ .n }', text: 'Hello, world' } }`,
      output: { bare: 2, marked: 1, text: 'Hello, world' },
    },
    {
      does: 'is not what happens by default',
      input: { n: 1 },
      tasks: `- a: { set: { bare: .n + 1 } }`,
      output: { bare: '.n + 1' },
    },
  ],
  limits: [
    {
      does: 'refuses a `for` over too many items',
      limits: { iterations: 3 },
      tasks: `
        - loop:
            for: { in: '[range(4)]' }
            do: [ { a: { set: { x: 1 } } } ]`,
      error: {
        type: expect.stringMatching(/runtime$/),
        detail: expect.stringContaining('More than 3 iterations'),
        instance: '/do/0/loop',
      },
    },
    {
      does: 'refuses to consume too many events',
      limits: { iterations: 2 },
      events: [{ data: 1 }, { data: 2 }, { data: 3 }],
      tasks: `- hear: { listen: { to: { any: [], until: '\${ false }' } } }`,
      error: { detail: expect.stringContaining('More than 2 iterations') },
    },
    {
      does: 'refuses a loop by `then` that never ends',
      limits: { tasks: 1500 },
      input: { n: 0 },
      tasks: `
        - count: { set: { n: '\${ .n + 1 }' } }
        - again: { switch: [ { always: { then: count } } ] }`,
      error: {
        type: expect.stringMatching(/runtime$/),
        detail: expect.stringContaining('More than 1500 tasks'),
        instance: '/do/0/count',
      },
    },
    {
      does: 'refuses a value that is too large, and says how large',
      limits: { valueBytes: 10_000 },
      tasks: `- a: { set: { text: '\${ "x" * 20000 }' } }`,
      error: {
        type: expect.stringMatching(/runtime$/),
        detail: expect.stringMatching(
          /output is too large: about 20 KiB, at most 10 KiB/,
        ),
        instance: '/do/0/a',
      },
    },
    {
      does: 'refuses a context that is too large',
      limits: { valueBytes: 10_000 },
      tasks: `- a: { set: { x: 1 }, export: { as: '{ text: ("x" * 20000) }' } }`,
      error: { detail: expect.stringContaining('context is too large') },
    },
    {
      does: 'takes a value that doubles in every iteration no further than it may go',
      limits: { valueBytes: 100_000 },
      input: ['x'],
      tasks: `
        - loop:
            for: { in: '[range(60)]' }
            do:
              - double: { set: '\${ [., .] }' }`,
      error: { detail: expect.stringContaining('too large') },
    },
  ],
});
