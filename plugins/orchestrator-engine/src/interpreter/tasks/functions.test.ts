import { runCases } from '../../__testUtils__/runCases';

const greet = `use:
  functions:
    greet:
      input:
        schema: { document: { type: object, required: [ name ] } }
      do:
        - say: { set: { text: '\${ "Hello " + .name }' } }
      output: { as: .text }
`;

runCases({
  'call of a function of the definition': [
    {
      does: 'runs its task with `with` as the input, under a key of its own',
      input: { who: 'Ada' },
      rest: greet,
      tasks: `- hi: { call: greet, with: { name: '\${ .who }' } }`,
      output: 'Hello Ada',
      history: [
        'task.started /do/0/hi',
        'task.started /use/functions/greet[c/do/0/hi]',
        'task.started /use/functions/greet/do/0/say[c/do/0/hi]',
        'task.completed /do/0/hi',
      ],
    },
    {
      does: 'keeps the keys of its calls apart, side by side and one after the other',
      rest: greet,
      tasks: `
        - loop:
            for: { each: name, in: '["Ada", "Bob"]' }
            do:
              - both:
                  fork:
                    branches:
                      - left: { call: greet, with: { name: '\${ $name }' } }
                      - right: { call: greet, with: { name: '\${ "dear " + $name }' } }`,
      output: ['Hello Bob', 'Hello dear Bob'],
      history: [0, 1].flatMap(index =>
        ['0/left', '1/right'].map(
          branch =>
            `task.completed /use/functions/greet[${index}.c/do/0/loop/do/0/both/fork/branches/${branch}]`,
        ),
      ),
    },
    {
      does: 'fails with an error that names the task of the function',
      rest: greet,
      tasks: `- hi: { call: greet, with: { name: '\${ 1 }' } }`,
      error: { status: 400, instance: '/use/functions/greet/do/0/say' },
    },
    {
      does: 'refuses functions that call each other without end',
      rest: `use:
  functions:
    ping: { do: [ { go: { call: pong, with: {} } } ] }
    pong: { do: [ { go: { call: ping, with: {} } } ] }
`,
      limits: { callDepth: 5 },
      tasks: `- start: { call: ping, with: {} }`,
      error: {
        status: 400,
        type: expect.stringMatching(/configuration$/),
        detail: expect.stringContaining('More than 5 functions'),
      },
    },
    {
      does: 'does not show it what its caller has in hand',
      rest: `use:
  functions:
    peek: { set: { names: '\${ $task.name }', seen: '\${ . }' } }
`,
      tasks: `
        - loop:
            for: { each: secretItem, in: '[1]' }
            do:
              - look: { call: peek, with: { given: '\${ $secretItem }' } }`,
      output: { names: 'peek', seen: { given: 1 } },
    },
  ],
  'call of a function elsewhere': [
    {
      does: 'fetches it once in an instance, and runs it in the place of the call',
      answer: (_uri, _nth, effect) =>
        effect.kind === 'document'
          ? { value: { do: [{ add: { set: '${ .n + 1 }' } }] } }
          : { status: 500 },
      tasks: `
        - first: { call: 'http://x/inc.yaml', with: { n: 1 } }
        - second: { call: 'http://x/inc.yaml', with: { n: '\${ . }' } }`,
      output: 3,
      effects: [{ kind: 'document', resource: { uri: 'http://x/inc.yaml' } }],
      history: [
        'task.completed /do/0/first/call/do/0/add',
        'task.completed /do/1/second/call/do/0/add',
      ],
    },
    {
      does: 'says what is wrong with what it finds',
      answer: () => ({ value: { sett: {} } }),
      tasks: `- first: { call: 'http://x/inc.yaml', with: { n: 1 } }`,
      error: {
        type: expect.stringMatching(/configuration$/),
        instance: '/do/0/first',
        detail: expect.stringMatching(/http:\/\/x\/inc\.yaml.*sett/),
      },
    },
    {
      does: 'can be caught when it cannot be fetched',
      answer: () => ({ status: 404 }),
      tasks: `
        - guard:
            try:
              - first: { call: 'http://x/inc.yaml' }
            catch:
              errors: { with: { status: 404 } }
              do:
                - none: { set: { found: false } }`,
      output: { found: false },
    },
  ],
  'call of a function that the deployment offers': [
    {
      does: 'asks for it',
      answer: () => ({ value: { logged: true } }),
      tasks: `- log: { call: log, with: { message: '\${ "hi" }' } }`,
      effects: [{ kind: 'function', name: 'log', input: { message: 'hi' } }],
      output: { logged: true },
    },
  ],
});
