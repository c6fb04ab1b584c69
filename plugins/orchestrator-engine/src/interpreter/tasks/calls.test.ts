import { runCases } from '../../__testUtils__/runCases';

/** Answers each message of a subscription with the next of these, then with nothing. */
function messages(...payloads: readonly unknown[]) {
  let next = 0;
  const given = new Map<string, unknown>();
  return (_uri: string, _nth: number, effect: { kind: string; id: string }) => {
    if (effect.kind !== 'asyncapi') return { value: null };
    if (effect.id.endsWith(':unsubscribe')) return { value: null };
    if (!given.has(effect.id)) {
      if (next === payloads.length) return 'never' as const;
      given.set(effect.id, { payload: payloads[next] });
      next += 1;
    }
    return { value: given.get(effect.id) };
  };
}

runCases({
  'call openapi': [
    {
      does: 'asks for the operation with its parameters',
      input: { id: 7 },
      answer: () => ({ value: { name: 'Rex' } }),
      tasks: `
        - pet:
            call: openapi
            with:
              document: { endpoint: http://x/pets.json }
              operationId: getPet
              parameters: { petId: '\${ .id }' }`,
      effects: [
        {
          kind: 'openapi',
          document: { uri: 'http://x/pets.json' },
          operationId: 'getPet',
          parameters: { petId: 7 },
          output: 'content',
        },
      ],
      output: { name: 'Rex' },
    },
  ],
  'call grpc': [
    {
      does: 'asks for the method with its arguments',
      input: { name: 'Ada' },
      tasks: `
        - greet:
            call: grpc
            with:
              proto: { endpoint: http://x/greet.proto }
              service: { name: Greeter, host: localhost, port: 5011 }
              method: SayHello
              arguments: { name: '\${ .name }' }`,
      effects: [
        {
          kind: 'grpc',
          proto: { uri: 'http://x/greet.proto' },
          service: { name: 'Greeter', host: 'localhost', port: 5011 },
          method: 'SayHello',
          arguments: { name: 'Ada' },
        },
      ],
    },
  ],
  'call asyncapi': [
    {
      does: 'sends a message',
      input: { text: 'hi' },
      tasks: `
        - say:
            call: asyncapi
            with:
              document: { endpoint: http://x/chat.json }
              operation: inbox
              message: { payload: { text: '\${ .text }' }, headers: { a: b } }`,
      effects: [
        {
          kind: 'asyncapi',
          operation: 'inbox',
          action: {
            kind: 'send',
            payload: { text: 'hi' },
            headers: { a: 'b' },
          },
        },
      ],
    },
    {
      does: 'receives so many messages that pass its filter, then ends the subscription',
      answer: messages('a', 'skip', 'b', 'c'),
      tasks: `
        - hear:
            call: asyncapi
            with:
              document: { endpoint: http://x/chat.json }
              operation: inbox
              subscription:
                filter: .payload != "skip"
                consume: { amount: 2 }`,
      output: [{ payload: 'a' }, { payload: 'b' }],
      effects: [
        { id: '/do/0/hear:message:0', action: { subscription: '/do/0/hear' } },
        { id: '/do/0/hear:message:1' },
        { id: '/do/0/hear:message:2' },
        { id: '/do/0/hear:unsubscribe', action: { kind: 'unsubscribe' } },
      ],
    },
    {
      does: 'receives while a condition holds of what it has consumed',
      answer: messages(1, 2, 3),
      tasks: `
        - hear:
            call: asyncapi
            with:
              document: { endpoint: http://x/chat.json }
              operation: inbox
              subscription:
                consume: { while: length < 2 }`,
      output: [{ payload: 1 }, { payload: 2 }],
    },
    {
      does: 'receives until a condition holds, exporting what it makes of each message',
      answer: messages(1, 2, 3),
      tasks: `
        - hear:
            call: asyncapi
            with:
              document: { endpoint: http://x/chat.json }
              operation: inbox
              subscription:
                consume: { until: '\${ $context.sum >= 3 }' }
                foreach:
                  item: message
                  do:
                    - double: { set: '\${ $message.payload * 2 }' }
                  output: { as: '{ doubled: . }' }
                  export: { as: '{ sum: (($context.sum // 0) + $message.payload) }' }`,
      output: [{ doubled: 2 }, { doubled: 4 }],
    },
    {
      does: 'gives what has come when its time is over',
      answer: messages('only'),
      tasks: `
        - hear:
            call: asyncapi
            with:
              document: { endpoint: http://x/chat.json }
              operation: inbox
              subscription:
                consume: { amount: 5, for: PT10S }`,
      output: [{ payload: 'only' }],
      elapsedMs: 10_000,
    },
    {
      does: 'ends the subscription when a message cannot be handled',
      answer: messages('bad'),
      tasks: `
        - guard:
            try:
              - hear:
                  call: asyncapi
                  with:
                    document: { endpoint: http://x/chat.json }
                    operation: inbox
                    subscription:
                      consume: { amount: 1 }
                      foreach:
                        item: message
                        do:
                          - check: { raise: { error: { type: 'https://x/bad', status: 422 } } }
            catch:
              do:
                - note: { set: { status: '\${ $error.status }' } }`,
      output: { status: 422 },
      effects: [
        { id: '/do/0/guard/try/0/hear:message:0' },
        { id: '/do/0/guard/try/0/hear:unsubscribe' },
      ],
    },
  ],
  'call a2a': [
    {
      does: 'asks the agent',
      answer: () => ({ value: { reply: 'done' } }),
      tasks: `
        - ask:
            call: a2a
            with:
              server: http://x/agent
              method: message/send
              parameters: { message: { parts: [ { kind: text, text: '\${ "Hi" }' } ] } }`,
      effects: [
        {
          kind: 'a2a',
          server: { uri: 'http://x/agent' },
          method: 'message/send',
          parameters: { message: { parts: [{ kind: 'text', text: 'Hi' }] } },
        },
      ],
      output: { reply: 'done' },
    },
  ],
  'call mcp': [
    {
      does: 'asks a server over http',
      tasks: `
        - tools:
            call: mcp
            with:
              method: tools/call
              parameters: { name: search, arguments: { q: '\${ 1 + 1 }' } }
              timeout: PT5S
              transport: { http: { endpoint: http://x/mcp, headers: { team: '\${ 7 }' } } }`,
      effects: [
        {
          kind: 'mcp',
          protocolVersion: '2025-06-18',
          method: 'tools/call',
          parameters: { name: 'search', arguments: { q: 2 } },
          timeoutMs: 5000,
          transport: {
            kind: 'http',
            endpoint: { uri: 'http://x/mcp' },
            headers: { team: '7' },
          },
        },
      ],
    },
  ],
  'uri template': [
    {
      does: 'takes scalars, and leaves out what is missing or null',
      input: { a: 'x y/ü', b: 3, c: true, d: null, 'e.f': 'dotted' },
      tasks: `- get: { call: http, with: { method: get, endpoint: 'http://x/{a}/{b}/{c}/{d}{missing}/{e.f}' } }`,
      calls: ['GET http://x/x%20y%2F%C3%BC/3/true//dotted'],
    },
    {
      does: 'refuses an object',
      input: { pet: { id: 1 } },
      tasks: `- get: { call: http, with: { method: get, endpoint: 'http://x/{pet}' } }`,
      error: {
        status: 400,
        type: expect.stringMatching(/expression$/),
        instance: '/do/0/get',
        detail: expect.stringContaining('{pet}'),
      },
    },
  ],
});
