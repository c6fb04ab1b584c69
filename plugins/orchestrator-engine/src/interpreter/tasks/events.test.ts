import { runCases } from '../../__testUtils__/runCases';

const temperature = (value: number, afterMs?: number) => ({
  type: 'temperature',
  data: { value },
  afterMs,
});

runCases({
  emit: [
    {
      does: 'gives the event, with the defaults of its source, id and time',
      input: { n: 1 },
      tasks: `
        - tell:
            emit: { event: { with: { type: done, data: { n: '\${ .n }' }, team: blue } } }`,
      output: {
        specversion: '1.0',
        id: expect.stringMatching(
          /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
        ),
        source: '/default/under-test/1.0.0',
        type: 'done',
        time: '2026-01-01T00:00:00.000Z',
        data: { n: 1 },
        team: 'blue',
      } as never,
      effects: [{ kind: 'emit', event: { type: 'done', data: { n: 1 } } }],
    },
    {
      does: 'takes what its author says',
      tasks: `
        - tell:
            emit: { event: { with: { type: done, id: '\${ 7 }', source: 'http://x', time: '2020-01-01T00:00:00Z' } } }`,
      output: {
        specversion: '1.0',
        id: '7',
        source: 'http://x',
        type: 'done',
        time: '2020-01-01T00:00:00Z',
      },
    },
    {
      does: 'refuses an event whose type comes out empty',
      tasks: `- tell: { emit: { event: { with: { type: '\${ .missing }' } } } }`,
      error: {
        type: expect.stringMatching(/validation$/),
        instance: '/do/0/tell',
      },
    },
  ],
  'listen to one': [
    {
      does: 'waits for the event, and lists its data',
      events: [{ type: 'other' }, temperature(20, 5000)],
      tasks: `- hear: { listen: { to: { one: { with: { type: temperature } } } } }`,
      output: [{ value: 20 }],
      elapsedMs: 5000,
    },
    {
      does: 'takes an event that has come before it began to listen',
      events: [temperature(20, 1000)],
      tasks: `
        - pause: { wait: PT10S }
        - hear: { listen: { to: { one: { with: { type: temperature } } } } }`,
      output: [{ value: 20 }],
      elapsedMs: 10_000,
    },
    {
      does: 'matches attributes by value, pattern and expression',
      events: [
        { type: 'temperature', subject: 'room 1', data: { value: 50 } },
        { type: 'temperature', subject: 'room 2', data: { value: 30 } },
        { type: 'temperature', subject: 'room 2', data: { value: 40 } },
      ],
      input: { limit: 38 },
      tasks: `
        - hear:
            listen:
              to:
                one:
                  with:
                    type: temp.*
                    subject: room 2
                    data: \${ .value > $input.limit }`,
      output: [{ value: 40 }],
    },
    {
      does: 'reads the envelope, or the data as it came',
      events: [
        { id: 'a', type: 'x', data: { n: 1 } },
        { id: 'b', type: 'x', data: { n: 2 } },
      ],
      tasks: `
        - whole: { listen: { to: { one: { with: { type: x } } }, read: envelope } }
        - text:
            listen: { to: { one: { with: { type: x } } }, read: raw }
            input: { from: '.[0]' }
            output: { as: '[$input.id] + .' }`,
      output: ['a', '{"n":2}'],
    },
    {
      does: 'stops listening when its time is over',
      events: [temperature(20, 60_000)],
      tasks: `
        - hear:
            listen: { to: { one: { with: { type: temperature } } } }
            timeout: { after: PT30S }`,
      error: { status: 408 },
      elapsedMs: 30_000,
    },
    {
      does: 'refuses a filter that needs a secret',
      rest: `use: { secrets: [ pin ] }\n`,
      secrets: { pin: '1234' },
      tasks: `- hear: { listen: { to: { one: { with: { type: x, data: '\${ .pin == $secrets.pin }' } } } } }`,
      error: { type: expect.stringMatching(/configuration$/) },
    },
  ],
  'listen to all': [
    {
      does: 'waits for one event of each kind, in whatever order they come',
      events: [
        { type: 'b', data: 1 },
        { type: 'b', data: 2 },
        { type: 'a', data: 3, afterMs: 1000 },
      ],
      tasks: `- hear: { listen: { to: { all: [ { with: { type: a } }, { with: { type: b } } ] } } }`,
      output: [1, 3],
      elapsedMs: 1000,
    },
    {
      does: 'expects of later events what the first one has given to the correlation',
      events: [
        { type: 'temperature', room: 'A', data: 'warm in A' },
        { type: 'humidity', room: 'B', data: 'damp in B' },
        { type: 'humidity', room: 'A', data: 'damp in A' },
      ],
      tasks: `
        - hear:
            listen:
              to:
                all:
                  - with: { type: temperature }
                    correlate: { room: { from: .room } }
                  - with: { type: humidity }
                    correlate: { room: { from: .room } }`,
      output: ['warm in A', 'damp in A'],
    },
    {
      does: 'expects what the definition says',
      input: { room: 'B' },
      events: [
        { type: 'humidity', room: 'A', data: 'damp in A' },
        { type: 'humidity', room: 'B', data: 'damp in B' },
      ],
      tasks: `
        - hear:
            listen:
              to:
                one:
                  with: { type: humidity }
                  correlate: { room: { from: .room, expect: '\${ .room }' } }`,
      output: ['damp in B'],
    },
  ],
  'listen to any': [
    {
      does: 'ends with the first event when there is no `until`',
      events: [temperature(1), temperature(2)],
      tasks: `- hear: { listen: { to: { any: [ { with: { type: bpm } }, { with: { type: temperature } } ] } } }`,
      output: [{ value: 1 }],
    },
    {
      does: 'takes every event until a condition holds of what was consumed',
      events: [{ data: 1 }, { data: 2 }, { data: 3 }, { data: 4 }],
      tasks: `- hear: { listen: { to: { any: [], until: '( . | length ) >= 3' } } }`,
      output: [1, 2, 3],
    },
    {
      does: 'leaves out the events that end it',
      events: [
        temperature(1),
        { type: 'checked-out', data: 'gone' },
        temperature(2, 1000),
      ],
      tasks: `
        - hear:
            listen:
              to:
                any: [ { with: { type: temperature } } ]
                until: { one: { with: { type: checked-out } } }`,
      output: [{ value: 1 }],
      elapsedMs: 0,
    },
    {
      does: 'can be ended by all of several events, while it takes every other one',
      events: [
        { type: 'x', data: 1 },
        { type: 'b', data: 2 },
        { type: 'y', data: 3 },
        { type: 'a', data: 4 },
      ],
      tasks: `
        - hear:
            listen:
              to:
                any: []
                until: { all: [ { with: { type: a } }, { with: { type: b } } ] }`,
      output: [1, 3],
    },
  ],
  'listen with foreach': [
    {
      does: 'handles each event before the next, and keeps those that come meanwhile',
      input: { room: 7 },
      events: [temperature(1, 0), temperature(2, 100), temperature(3, 200)],
      answer: (_uri, nth) => ({ value: nth }),
      tasks: `
        - hear:
            listen:
              to:
                any: [ { with: { type: temperature } } ]
                until: 'length == 3'
            foreach:
              item: event
              at: i
              do:
                - post:
                    call: http
                    with: { method: post, endpoint: 'http://x/room/{room}', body: '\${ $event.value }' }
                - pause: { wait: PT5S }
              output: { as: '{ nth: ., index: $i, value: $event.value }' }
              export: { as: '$context + { last: $event.value }' }
            output: { as: '{ all: ., last: $context.last }' }`,
      output: {
        all: [
          { nth: 1, index: 0, value: 1 },
          { nth: 2, index: 1, value: 2 },
          { nth: 3, index: 2, value: 3 },
        ],
        last: 3,
      },
      effects: [1, 2, 3].map(body => ({ uri: 'http://x/room/7', body })),
      elapsedMs: 15_000,
      history: ['task.completed /do/0/hear/foreach/do/0/post[2]'],
    },
    {
      does: 'ends the workflow when a task of it says so',
      events: [temperature(1), temperature(2)],
      tasks: `
        - hear:
            listen: { to: { any: [], until: '\${ false }' } }
            foreach:
              do:
                - done: { set: { n: '\${ $item.value }' }, then: end }
        - never: { set: { never: true } }`,
      output: [{ n: 1 }],
    },
  ],
  'listen side by side': [
    {
      does: 'gives an event to all that listen at that time',
      events: [temperature(20, 1000)],
      tasks: `
        - both:
            fork:
              branches:
                - a: { listen: { to: { one: { with: { type: temperature } } } } }
                - b: { listen: { to: { one: { with: { type: temperature } } } } }`,
      output: [[{ value: 20 }], [{ value: 20 }]],
    },
  ],
});
