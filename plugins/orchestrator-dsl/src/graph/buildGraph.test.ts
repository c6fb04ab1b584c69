import type { GraphNode } from './WorkflowGraph';
import { graphOf } from './testing/graphOf';

const CALL = 'call: http, with: { method: get, endpoint: https://x.test/pets }';

interface Case {
  readonly what: string;
  readonly tasks: string;
  readonly edges: readonly string[];
}

/** Each edge as `from -kind-> to (label)`. */
const cases: readonly Case[] = [
  {
    what: 'tasks in order',
    tasks: `
  - a: { set: { n: 1 } }
  - b: { set: { n: 2 } }`,
    edges: [
      '/do/start -next-> /do/0/a',
      '/do/0/a -next-> /do/1/b',
      '/do/1/b -next-> /do/end',
    ],
  },
  {
    what: 'jumps by `then`, forward and back, and the end of the workflow',
    tasks: `
  - a: { set: { n: 1 }, then: c }
  - b: { set: { n: 2 }, then: end }
  - c: { set: { n: 3 }, then: b }`,
    edges: [
      '/do/start -next-> /do/0/a',
      '/do/0/a -jump-> /do/2/c',
      '/do/1/b -jump-> /do/end',
      '/do/2/c -jump-> /do/1/b',
    ],
  },
  {
    what: 'the way out of a list and out of the workflow as two places',
    tasks: `
  - outer:
      do:
        - a: { if: .n, set: { n: 1 }, then: exit }
        - b: { set: { n: 2 }, then: end }`,
    edges: [
      '/do/start -next-> /do/0/outer',
      '/do/0/outer -next-> /do/end',
      '/do/0/outer/do/start -next-> /do/0/outer/do/0/a',
      '/do/0/outer/do/0/a -jump-> /do/0/outer/do/end',
      '/do/0/outer/do/1/b -jump-> /do/0/outer/do/stop',
    ],
  },
  {
    what: 'a case of a switch as an edge with its condition',
    tasks: `
  - choose:
      switch:
        - red: { when: .color == "red", then: paint }
        - other: { then: exit }
  - paint: { set: { n: 1 } }`,
    edges: [
      '/do/start -next-> /do/0/choose',
      '/do/0/choose -case-> /do/1/paint (red: .color == "red")',
      '/do/0/choose -case-> /do/end (other)',
      '/do/1/paint -next-> /do/end',
    ],
  },
  {
    what: 'where a switch leads to when no case holds',
    tasks: `
  - choose:
      switch:
        - red: { when: .red, then: paint }
      then: end
  - paint: { set: { n: 1 } }`,
    edges: [
      '/do/start -next-> /do/0/choose',
      '/do/0/choose -case-> /do/1/paint (red: .red)',
      '/do/0/choose -case-> /do/end (otherwise)',
      '/do/1/paint -next-> /do/end',
    ],
  },
  {
    what: 'where a switch leads to when it is skipped',
    tasks: `
  - choose:
      if: .colored
      switch:
        - all: { then: paint }
      then: end
  - paint: { set: { n: 1 } }`,
    edges: [
      '/do/start -next-> /do/0/choose',
      '/do/0/choose -case-> /do/1/paint (all)',
      '/do/0/choose -jump-> /do/end (when skipped)',
      '/do/1/paint -next-> /do/end',
    ],
  },
  {
    what: 'each round of a loop',
    tasks: `
  - loop:
      for: { each: pet, in: .pets }
      do:
        - feed: { set: { n: 1 } }`,
    edges: [
      '/do/start -next-> /do/0/loop',
      '/do/0/loop -next-> /do/end',
      '/do/0/loop/do/start -next-> /do/0/loop/do/0/feed',
      '/do/0/loop/do/0/feed -next-> /do/0/loop/do/end',
      '/do/0/loop/do/end -loop-> /do/0/loop/do/start (next pet)',
    ],
  },
  {
    what: 'branches side by side',
    tasks: `
  - both:
      fork:
        branches:
          - a: { set: { n: 1 } }
          - b: { set: { n: 2 }, then: end }`,
    edges: [
      '/do/start -next-> /do/0/both',
      '/do/0/both -next-> /do/end',
      '/do/0/both/fork/branches/start -next-> /do/0/both/fork/branches/0/a',
      '/do/0/both/fork/branches/start -next-> /do/0/both/fork/branches/1/b',
      '/do/0/both/fork/branches/0/a -next-> /do/0/both/fork/branches/end',
      '/do/0/both/fork/branches/1/b -jump-> /do/0/both/fork/branches/stop',
    ],
  },
  {
    what: 'what is caught, and where the flow goes then',
    tasks: `
  - guard:
      try:
        - get: { ${CALL} }
      catch:
        errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication, status: 503 } }
        when: $error.status > 1
        do:
          - note: { set: { n: 1 } }
        then: end
  - go: { set: { n: 2 } }`,
    edges: [
      '/do/start -next-> /do/0/guard',
      '/do/0/guard -next-> /do/1/go',
      '/do/0/guard -catch-> /do/end (when caught)',
      '/do/0/guard/try -catch-> /do/0/guard/catch/do (communication 503, when $error.status > 1)',
      '/do/1/go -next-> /do/end',
      '/do/0/guard/try/start -next-> /do/0/guard/try/0/get',
      '/do/0/guard/try/0/get -next-> /do/0/guard/try/end',
      '/do/0/guard/catch/do/start -next-> /do/0/guard/catch/do/0/note',
      '/do/0/guard/catch/do/0/note -next-> /do/0/guard/catch/do/end',
    ],
  },
  {
    what: 'a catch without tasks as an empty lane',
    tasks: `
  - guard:
      try:
        - get: { ${CALL} }
      catch: {}`,
    edges: [
      '/do/start -next-> /do/0/guard',
      '/do/0/guard -next-> /do/end',
      '/do/0/guard/try -catch-> /do/0/guard/catch/do (any error)',
      '/do/0/guard/try/start -next-> /do/0/guard/try/0/get',
      '/do/0/guard/try/0/get -next-> /do/0/guard/try/end',
      '/do/0/guard/catch/do/start -next-> /do/0/guard/catch/do/end',
    ],
  },
  {
    what: 'nothing after an error is raised, unless that is skipped',
    tasks: `
  - a: { if: .bad, raise: { error: { type: https://x.test/bad, status: 400 } } }
  - b: { raise: { error: { type: https://x.test/bad, status: 400 } } }`,
    edges: [
      '/do/start -next-> /do/0/a',
      '/do/0/a -next-> /do/1/b (when skipped)',
    ],
  },
  {
    what: 'what is done for each event that is listened to',
    tasks: `
  - hear:
      listen: { to: { any: [], until: '\${ false }' } }
      foreach:
        item: event
        do:
          - note: { set: { n: 1 } }`,
    edges: [
      '/do/start -next-> /do/0/hear',
      '/do/0/hear -next-> /do/end',
      '/do/0/hear/foreach/do/start -next-> /do/0/hear/foreach/do/0/note',
      '/do/0/hear/foreach/do/0/note -next-> /do/0/hear/foreach/do/end',
      '/do/0/hear/foreach/do/end -loop-> /do/0/hear/foreach/do/start (next event)',
    ],
  },
  {
    what: 'what is done for each message of a subscription',
    tasks: `
  - get:
      call: asyncapi
      with:
        document: { endpoint: https://x.test/asyncapi.json }
        operation: hear
        subscription:
          consume: { amount: 2 }
          foreach:
            item: message
            do:
              - note: { set: { n: 1 } }`,
    edges: [
      '/do/start -next-> /do/0/get',
      '/do/0/get -next-> /do/end',
      ...[
        '/start -next-> #/0/note',
        '/0/note -next-> #/end',
        '/end -loop-> #/start (next message)',
      ].map(edge =>
        `#${edge}`.replace(/#/g, '/do/0/get/with/subscription/foreach/do'),
      ),
    ],
  },
];

it.each(cases)('shows $what', ({ tasks, edges }) => {
  const drawn = graphOf(`do:${tasks}\n`).edges.map(
    ({ from, kind, to, label }) =>
      `${from} -${kind}-> ${to}${label === undefined ? '' : ` (${label})`}`,
  );
  expect([...drawn].sort()).toEqual([...edges].sort());
});

/** The node of the only task that `task` (YAML of what is below its name) makes. */
function nodeOf(task: string, rest = ''): GraphNode {
  const graph = graphOf(`${rest}do:\n  - it: ${task}\n`);
  return graph.nodes.find(({ id }) => id === '/do/0/it')!;
}

const ASYNCAPI = 'document: { endpoint: https://x.test/a.json }';

it.each([
  ['{ set: { a: 1, b: 2 } }', 'set a, b'],
  ["{ set: '${ .a }' }", 'set ${ .a }'],
  ['{ wait: PT1H30M }', 'wait 1 hour 30 minutes'],
  ['{ wait: { minutes: 5 } }', 'wait 5 minutes'],
  ["{ wait: '${ .pause }' }", 'wait ${ .pause }'],
  ['{ wait: PT0S }', 'wait no time'],
  [`{ ${CALL} }`, 'GET https://x.test/pets'],
  [
    '{ call: openapi, with: { document: { endpoint: https://x.test/o.json }, operationId: findPets } }',
    'findPets of https://x.test/o.json',
  ],
  [
    '{ call: grpc, with: { proto: { endpoint: https://x.test/p.proto }, service: { name: Greeter, host: x.test, port: 50 }, method: Hi } }',
    'Greeter/Hi at x.test:50',
  ],
  [
    `{ call: asyncapi, with: { ${ASYNCAPI}, operation: tell, message: { payload: { n: 1 } } } }`,
    'send to tell of https://x.test/a.json',
  ],
  [
    `{ call: asyncapi, with: { ${ASYNCAPI}, channel: /news, subscription: { consume: { amount: 1 } } } }`,
    'receive from /news of https://x.test/a.json',
  ],
  [
    '{ call: mcp, with: { method: tools/call, parameters: { name: add }, transport: { http: { endpoint: https://x.test } } } }',
    'tools/call add at https://x.test',
  ],
  [
    '{ call: a2a, with: { method: message/send, server: https://x.test } }',
    'message/send at https://x.test',
  ],
  [
    '{ emit: { event: { with: { type: order.paid, data: 1 } } } }',
    'emit order.paid',
  ],
  [
    '{ listen: { to: { one: { with: { type: order.paid } } } } }',
    'until order.paid',
  ],
  [
    '{ listen: { to: { all: [{ with: { type: a } }, { with: { type: b } }] } } }',
    'until a and b',
  ],
  [
    '{ listen: { to: { any: [{ with: { type: a } }, { with: { source: b } }], until: { one: { with: { type: c } } } } } }',
    'until a or source b until c',
  ],
  ['{ listen: { to: { any: [] } } }', 'until any event'],
  [
    '{ raise: { error: { type: https://x.test/bad, status: 400, title: Bad } } }',
    'raise Bad',
  ],
  ['{ run: { script: { language: js, code: print } } }', 'run a js script'],
  ['{ run: { shell: { command: echo } } }', 'run echo'],
  ['{ run: { container: { image: alpine } } }', 'run alpine'],
  [
    "{ run: { workflow: { namespace: ops, name: clean, version: '1.0.0' } } }",
    'run ops.clean',
  ],
  ['{ do: [{ a: { set: { n: 1 } } }] }', '1 task'],
  [
    '{ for: { each: n, in: .list }, while: .more, do: [{ a: { set: { n: 1 } } }] }',
    'each n in .list, while .more',
  ],
  [
    '{ fork: { compete: true, branches: [{ a: { set: { n: 1 } } }] } }',
    '1 branch, the first to end wins',
  ],
])('says of %s in a few words: %s', (task, summary) => {
  expect(nodeOf(task).summary).toBe(summary);
});

it('takes the title of a task from its metadata, else its name', () => {
  expect(nodeOf('{ set: { n: 1 } }').title).toBe('it');
  expect(nodeOf('{ set: { n: 1 }, metadata: { title: Begin } }').title).toBe(
    'Begin',
  );
});

it('marks on a task what can keep it from running, how long it may take, and what runs around it', () => {
  const around = `use:
  extensions:
    - log: { extend: all, before: [{ a: { set: { n: 1 } } }] }
    - mock: { extend: call, after: [{ a: { set: { n: 1 } } }] }
    - other: { extend: composite, after: [{ a: { set: { n: 1 } } }] }
`;
  const task = `{ if: .wanted, timeout: { after: PT5S }, ${CALL} }`;
  expect(nodeOf(task, around)).toMatchObject({
    condition: '.wanted',
    timeout: 'within 5 seconds',
    extensions: ['log', 'mock'],
  });
  expect(nodeOf('{ do: [{ a: { set: { n: 1 } } }] }', around)).toMatchObject({
    extensions: ['log', 'other'],
  });
});

it('marks on a try how its body is tried again', () => {
  const retry =
    'retry: { delay: PT3S, backoff: { exponential: {} }, limit: { attempt: { count: 5 }, duration: PT1M } }';
  const task = `{ try: [{ a: { ${CALL} } }], catch: { ${retry} } }`;
  expect(nodeOf(task).retry).toBe(
    'retry up to 5 times, after 3 seconds (exponential), for at most 1 minute',
  );
});

it('says at the start what starts the workflow by itself', () => {
  const graph = graphOf(
    'schedule: { every: PT5M }\ndo:\n  - a: { set: { n: 1 } }\n',
  );
  expect(graph.nodes[0]).toMatchObject({
    id: '/do/start',
    summary: 'every 5 minutes',
  });
});

it('cuts what is too long for a picture', () => {
  const { summary } = nodeOf(`{ set: '\${ "${'long '.repeat(50)}" }' }`);
  expect(summary).toHaveLength(100);
  expect(summary).toMatch(/ l…$/);
});

it('puts the tasks of a try and of its catch into two containers of the same owner', () => {
  const graph = graphOf(`do:
  - guard:
      try:
        - a: { set: { n: 1 } }
      catch:
        as: failure
        do:
          - b: { set: { n: 2 } }
`);
  expect(graph.containers).toEqual([
    {
      id: '/do',
      role: 'workflow',
      nodes: ['/do/start', '/do/0/guard', '/do/end'],
    },
    {
      id: '/do/0/guard/try',
      role: 'try',
      owner: '/do/0/guard',
      label: 'try',
      nodes: [
        '/do/0/guard/try/start',
        '/do/0/guard/try/0/a',
        '/do/0/guard/try/end',
      ],
    },
    {
      id: '/do/0/guard/catch/do',
      role: 'catch',
      owner: '/do/0/guard',
      label: 'catch as failure',
      nodes: [
        '/do/0/guard/catch/do/start',
        '/do/0/guard/catch/do/0/b',
        '/do/0/guard/catch/do/end',
      ],
    },
  ]);
});
