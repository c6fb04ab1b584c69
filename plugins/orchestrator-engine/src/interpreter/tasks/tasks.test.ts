import { runCases, type CaseTable } from '../../__testUtils__/runCases';

const cases: CaseTable = {
  do: [
    {
      does: 'gives each task the output of the one before',
      tasks: `
        - a: { set: { n: 1 } }
        - b: { set: { n: '\${ .n + 1 }' } }
        - c: { set: { n: '\${ .n * 10 }' } }`,
      output: { n: 20 },
    },
    {
      does: 'takes the output of its last task',
      tasks: `
        - outer:
            do:
              - a: { set: { n: 1 } }
              - b: { set: { n: '\${ .n + 1 }' } }`,
      output: { n: 2 },
    },
  ],
  set: [
    {
      does: 'replaces, it does not merge',
      input: { old: true },
      tasks: `- a: { set: { new: true } }`,
      output: { new: true },
    },
    {
      does: 'never evaluates what the data holds',
      input: { text: '${ 1 + 1 }' },
      tasks: `
        - a: { set: { copy: '\${ .text }' } }
        - b: { set: { again: '\${ .copy }' } }`,
      output: { again: '${ 1 + 1 }' },
    },
    {
      does: 'writes embedded expressions into the text',
      input: { name: 'Ada' },
      tasks: `- a: { set: { hello: 'Hello \${ .name }, \${ 1 + 1 }' } }`,
      output: { hello: 'Hello Ada, 2' },
    },
    {
      does: 'fails with an expression error that names the task',
      input: { n: 'x' },
      tasks: `- a: { set: { n: '\${ .n - 1 }' } }`,
      error: {
        status: 400,
        instance: '/do/0/a',
        type: expect.stringMatching(/expression$/),
      },
    },
  ],
  if: [
    {
      does: 'skips the task and hands its input on',
      input: { n: 1 },
      tasks: `- a: { if: .n > 1, set: { n: 2 } }`,
      output: { n: 1 },
    },
    {
      does: 'follows the `then` of a skipped task',
      input: { n: 1 },
      tasks: `
        - a: { if: .n > 1, set: { n: 2 }, then: end }
        - b: { set: { n: 3 } }`,
      output: { n: 1 },
    },
  ],
  'data flow': [
    {
      does: 'filters input and output of a task',
      input: { user: { name: 'Ada' } },
      tasks: `
        - a:
            input: { from: .user }
            set: { hi: '\${ .name }' }
            output: { as: '{ greeting: .hi, from: $input.name }' }`,
      output: { greeting: 'Ada', from: 'Ada' },
    },
    {
      does: 'exports to the context, which later tasks see',
      tasks: `
        - a:
            set: { n: 5 }
            export: { as: '$context + { seen: .n }' }
        - b: { set: { n: 6 } }
        - c: { set: '\${ $context }' }`,
      output: { seen: 5 },
    },
    {
      does: 'sees inside a composite what its tasks have exported',
      tasks: `
        - outer:
            do:
              - a: { set: { n: 5 }, export: { as: '{ n: .n }' } }
            output: { as: $context.n }`,
      output: 5,
    },
    {
      does: 'refuses a task input that its schema does not allow',
      input: { n: 'one' },
      tasks: `
        - a:
            input:
              schema:
                document: { type: object, properties: { n: { type: number } } }
            set: { ok: true }`,
      error: {
        status: 400,
        type: expect.stringMatching(/validation$/),
        detail: expect.stringContaining('/n: must be a number'),
      },
    },
    {
      does: 'knows the task, the workflow and the runtime',
      input: { a: 1 },
      tasks: `
        - here:
            set:
              task: '\${ $task.name + $task.reference }'
              workflow: '\${ $workflow.id + $workflow.definition.document.name }'
              input: '\${ $workflow.input.a }'
              runtime: '\${ $runtime.name }'`,
      output: {
        task: 'here/do/0/here',
        workflow: 'instance-1under-test',
        input: 1,
        runtime: 'orchestrator',
      },
    },
    {
      does: 'gives expressions the time of the run',
      tasks: `
        - w: { wait: PT5S }
        - a: { set: { at: '\${ now | todate }' } }`,
      output: { at: '2026-01-01T00:00:05Z' },
    },
    {
      does: 'filters the input and the output of the workflow',
      input: { wrapped: { n: 2 } },
      rest: `input:\n  from: .wrapped\noutput:\n  as: '{ result: .n }'\n`,
      tasks: `- a: { set: { n: '\${ .n + $input.n }' } }`,
      output: { result: 4 },
    },
  ],
  then: [
    {
      does: 'jumps forward',
      tasks: `
        - a: { set: { n: 1 }, then: c }
        - b: { set: { n: 2 } }
        - c: { set: { n: '\${ .n + 10 }' } }`,
      output: { n: 11 },
    },
    {
      does: 'jumps back, each round under another key',
      input: { n: 0 },
      tasks: `
        - count: { set: { n: '\${ .n + 1 }' } }
        - again:
            switch:
              - more: { when: .n < 3, then: count }
              - done: { then: exit }`,
      output: { n: 3 },
    },
    {
      does: 'leaves the list at `exit` and goes on after it',
      tasks: `
        - inner:
            do:
              - a: { set: { n: 1 }, then: exit }
              - b: { set: { n: 2 } }
        - after: { set: { n: '\${ .n + 10 }' } }`,
      output: { n: 11 },
    },
    {
      does: 'ends the workflow at `end`, however deep',
      tasks: `
        - outer:
            do:
              - loop:
                  for: { in: '[1, 2, 3]' }
                  do:
                    - a: { set: { n: '\${ $item }' }, then: end }
        - after: { set: { n: 99 } }`,
      output: { n: 1 },
    },
  ],
  switch: [
    {
      does: 'takes the first case that holds',
      input: { kind: 'b' },
      tasks: `
        - choose:
            switch:
              - a: { when: .kind == "a", then: isA }
              - b: { when: .kind == "b", then: isB }
              - other: { then: end }
        - isA: { set: { got: a }, then: end }
        - isB: { set: { got: b }, then: end }`,
      output: { got: 'b' },
    },
    {
      does: 'takes the default wherever it stands when nothing holds',
      input: { kind: 'z' },
      tasks: `
        - choose:
            switch:
              - other: { then: isOther }
              - a: { when: .kind == "a", then: end }
        - skipped: { set: { got: skipped } }
        - isOther: { set: { got: other } }`,
      output: { got: 'other' },
    },
  ],
  for: [
    {
      does: 'hands the output of an iteration to the next',
      input: { sum: 0 },
      tasks: `
        - loop:
            for: { each: n, in: '[1, 2, 3]', at: i }
            do:
              - add: { set: { sum: '\${ .sum + $n * ($i + 1) }' } }`,
      output: { sum: 14 },
    },
    {
      does: 'stops when `while` no longer holds',
      input: { sum: 0 },
      tasks: `
        - loop:
            for: { each: n, in: '[1, 2, 3, 4]' }
            while: .sum < 3
            do:
              - add: { set: { sum: '\${ .sum + $n }' } }`,
      output: { sum: 3 },
    },
    {
      does: 'does nothing for an empty list',
      input: { kept: true },
      tasks: `
        - loop:
            for: { in: '[]' }
            do:
              - never: { set: { kept: false } }`,
      output: { kept: true },
    },
    {
      does: 'fails clearly when there is no list',
      input: {},
      tasks: `
        - loop:
            for: { in: .missing }
            do:
              - never: { set: { kept: false } }`,
      error: { detail: expect.stringContaining('got null') },
    },
    {
      does: 'calls once per item',
      tasks: `
        - loop:
            for: { each: id, in: '["a", "b"]' }
            do:
              - get: { call: http, with: { method: get, endpoint: 'http://x/\${ $id }' } }`,
      calls: ['GET http://x/a', 'GET http://x/b'],
      output: 'http://x/b',
    },
  ],
  turns: [
    {
      does: 'commits a long row of tasks that wait for nothing on the way',
      input: { sum: 0 },
      tasks: `
        - loop:
            for: { each: n, in: '[range(1200)]' }
            do:
              - add: { set: { sum: 7 } }`,
      output: { sum: 7 },
      elapsedMs: 0,
    },
  ],
  fork: [
    {
      does: 'lists the outputs of its branches in order',
      tasks: `
        - both:
            fork:
              branches:
                - slow: { do: [ { w: { wait: PT2S } }, { s: { set: { from: slow } } } ] }
                - fast: { set: { from: fast } }`,
      output: [{ from: 'slow' }, { from: 'fast' }],
      elapsedMs: 2000,
    },
    {
      does: 'takes the winner when branches compete, and stops the others',
      answer: () => 'never',
      tasks: `
        - race:
            fork:
              compete: true
              branches:
                - hangs: { call: http, with: { method: get, endpoint: http://x/slow } }
                - quick: { do: [ { w: { wait: PT1S } }, { s: { set: { from: quick } } } ] }`,
      output: { from: 'quick' },
      calls: ['GET http://x/slow'],
      elapsedMs: 1000,
    },
    {
      does: 'lets the other branches go on to their end before it fails',
      answer: uri => (uri.endsWith('bad') ? { status: 503 } : { value: uri }),
      tasks: `
        - both:
            fork:
              branches:
                - slow:
                    do:
                      - pause: { wait: { seconds: 5 } }
                      - get: { call: http, with: { method: get, endpoint: http://x/late } }
                - fails: { call: http, with: { method: get, endpoint: http://x/bad } }`,
      error: { status: 503, instance: '/do/0/both/fork/branches/1/fails' },
      elapsedMs: 5_000,
    },
    {
      does: 'fails with the first branch that does, once the others have stopped, where a try may handle that',
      answer: uri => (uri.endsWith('bad') ? { status: 503 } : 'never'),
      tasks: `
        - guard:
            try:
              - both:
                  fork:
                    branches:
                      - hangs: { call: http, with: { method: get, endpoint: http://x/slow } }
                      - fails: { call: http, with: { method: get, endpoint: http://x/bad } }
            catch:
              errors: { with: { status: 400 } }`,
      error: {
        status: 503,
        instance: '/do/0/guard/try/0/both/fork/branches/1/fails',
      },
    },
  ],
  wait: [
    {
      does: 'waits as long as it says',
      input: { kept: 1 },
      tasks: `- w: { wait: { minutes: 2, seconds: 5 } }`,
      output: { kept: 1 },
      elapsedMs: 125_000,
    },
    {
      does: 'waits as long as an expression says',
      input: { seconds: 7 },
      tasks: `- w: { wait: '\${ "PT\\(.seconds)S" }' }`,
      output: { seconds: 7 },
      elapsedMs: 7_000,
    },
  ],
  'too long a wait': [
    {
      does: 'is an error of the workflow',
      tasks: `- w: { wait: { days: 99999999 } }`,
      error: { status: 400, instance: '/do/0/w' },
    },
  ],
  raise: [
    {
      does: 'fails the workflow with its error',
      input: { who: 'Ada' },
      tasks: `
        - stop:
            raise:
              error:
                type: https://example.com/errors/no
                status: 418
                title: No
                detail: '\${ "not for " + .who }'`,
      error: {
        type: 'https://example.com/errors/no',
        status: 418,
        title: 'No',
        detail: 'not for Ada',
        instance: '/do/0/stop',
      },
    },
    {
      does: 'raises an error defined under `use`',
      rest: `use:\n  errors:\n    gone:\n      type: https://example.com/errors/gone\n      status: 410\n`,
      tasks: `- stop: { raise: { error: gone } }`,
      error: { status: 410 },
    },
  ],
  try: [
    {
      does: 'gives the output of its body when nothing fails',
      tasks: `
        - guard:
            try:
              - a: { set: { n: 1 } }
            catch: {}`,
      output: { n: 1 },
    },
    {
      does: 'hands a caught error to `catch.do`',
      answer: () => ({ status: 404 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              errors: { with: { status: 404 } }
              as: problem
              do:
                - note: { set: { status: '\${ $problem.status }', at: '\${ $problem.instance }' } }`,
      output: { status: 404, at: '/do/0/guard/try/0/get' },
    },
    {
      does: 'matches every way in which a standard type is written',
      answer: () => ({ status: 404 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              errors: { with: { type: https://serverlessworkflow.io/dsl/errors/types/communication } }
              do:
                - note: { set: { caught: true } }`,
      output: { caught: true },
    },
    {
      does: 'lets through what its filter does not take',
      answer: () => ({ status: 500 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              errors: { with: { status: 404 } }
              do:
                - note: { set: { caught: true } }`,
      error: { status: 500 },
    },
    {
      does: 'lets through what `exceptWhen` excepts',
      answer: () => ({ status: 500 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              exceptWhen: $error.status == 500
              do:
                - note: { set: { caught: true } }`,
      error: { status: 500 },
    },
    {
      does: 'tries again with exponential back-off until it succeeds',
      answer: (() => {
        let n = 0;
        return () => {
          n += 1;
          return n % 3 === 0 ? { value: 'ok' } : { status: 503 };
        };
      })(),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              retry:
                delay: { seconds: 3 }
                backoff: { exponential: {} }
                limit: { attempt: { count: 5 } }`,
      output: 'ok',
      calls: ['GET http://x/1', 'GET http://x/1', 'GET http://x/1'],
      elapsedMs: 9_000,
    },
    {
      does: 'lets the error through when the retries are used up',
      answer: () => ({ status: 503 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              retry: { delay: PT1S, backoff: { linear: {} }, limit: { attempt: { count: 2 } } }`,
      error: { status: 503, instance: '/do/0/guard/try/0/get' },
      calls: ['GET http://x/1', 'GET http://x/1', 'GET http://x/1'],
      elapsedMs: 3_000,
    },
    {
      does: 'handles the error when the retries are used up and there is a `do`',
      answer: () => ({ status: 503 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              retry: { delay: PT1S, limit: { attempt: { count: 1 } } }
              do:
                - note: { set: { gaveUp: '\${ $error.status }' } }`,
      output: { gaveUp: 503 },
    },
    {
      does: 'swallows a caught error without `retry` and `do`',
      input: { kept: true },
      answer: () => ({ status: 503 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch: {}`,
      output: { kept: true },
    },
    {
      does: 'tries again no longer than its limit in time',
      answer: () => ({ status: 503 }),
      tasks: `
        - guard:
            try:
              - get: { call: http, with: { method: get, endpoint: http://x/1 } }
            catch:
              retry: { delay: PT10S, limit: { duration: PT25S } }`,
      error: { status: 503 },
      elapsedMs: 20_000,
    },
  ],
  timeout: [
    {
      does: 'stops a task that takes too long',
      answer: () => 'never',
      tasks: `
        - get:
            call: http
            with: { method: get, endpoint: http://x/slow }
            timeout: { after: PT3S }`,
      error: { status: 408, instance: '/do/0/get' },
      elapsedMs: 3_000,
    },
    {
      does: 'is caught like any other error',
      tasks: `
        - guard:
            try:
              - slow: { wait: PT1H, timeout: { after: PT1S } }
            catch:
              errors: { with: { status: 408 } }
              do:
                - note: { set: { late: true } }`,
      output: { late: true },
      elapsedMs: 1_000,
    },
    {
      does: 'does nothing to a task that ends in time',
      tasks: `- quick: { wait: PT1S, timeout: { after: PT2S } }`,
      output: {},
      elapsedMs: 1_000,
    },
    {
      does: 'limits the workflow',
      rest: `timeout:\n  after: PT1M\n`,
      tasks: `- slow: { wait: PT1H }`,
      error: { status: 408 },
      elapsedMs: 60_000,
    },
  ],
  'call http': [
    {
      does: 'fills the URI template from the input, and headers, query and body from expressions',
      input: { id: 7, name: 'Ada' },
      answer: (uri, _nth, effect) =>
        effect.kind === 'http'
          ? {
              value: {
                uri,
                method: effect.method,
                body: effect.body ?? null,
              },
            }
          : { status: 500 },
      tasks: `
        - put:
            call: http
            with:
              method: put
              endpoint: http://x/users/{id}/{missing}
              body: { name: '\${ .name }' }`,
      output: {
        uri: 'http://x/users/7/',
        method: 'PUT',
        body: { name: 'Ada' },
      },
    },
    {
      does: 'takes the endpoint from an expression',
      input: { url: 'http://x/{literal}' },
      tasks: `- get: { call: http, with: { method: get, endpoint: '\${ .url }' } }`,
      output: 'http://x/{literal}',
    },
  ],
};

runCases(cases);
