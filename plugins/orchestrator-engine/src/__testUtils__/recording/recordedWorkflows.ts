/** The workflows of which a recording has an instance each, and their definitions. */
const bodies = {
  waiting: `
  do:
    - before: { call: http, with: { method: get, endpoint: http://x/before } }
    - pause: { wait: PT1H }
    - after: { call: http, with: { method: get, endpoint: http://x/after } }`,
  retrying: `
  do:
    - guard:
        try:
          - flaky: { call: http, with: { method: get, endpoint: http://x/flaky } }
        catch:
          retry: { delay: PT1H, limit: { attempt: { count: 3 } } }`,
  running: `
  do:
    - quick: { call: http, with: { method: get, endpoint: http://x/quick } }
    - slow: { call: http, with: { method: get, endpoint: http://x/slow } }
    - last: { set: '\${ . }' }`,
  atGate: `
  do:
    - first: { call: http, with: { method: get, endpoint: http://x/first } }
    - group:
        do:
          - both:
              fork:
                branches:
                  - fine: { set: { n: 1 } }
                  - broken: { call: http, with: { method: get, endpoint: http://x/broken } }`,
  looping: `
  do:
    - each:
        timeout: { after: P1D }
        for: { each: item, in: '\${ [1, 2, 3, 4, 5, 6] }' }
        do:
          - large: { call: http, with: { method: get, endpoint: http://x/large } }
          - rest: { wait: PT10M }`,
  jumping: `
  do:
    - count: { set: '\${ { n: ((.n // 0) + 1) } }' }
    - rest: { wait: PT5M }
    - again:
        switch:
          - more: { when: .n < 12, then: count }
          - enough: { then: exit }`,
  trying: `
  do:
    - guard:
        try:
          - each:
              for: { each: item, in: '\${ [range(8)] }' }
              do:
                - step: { call: http, with: { method: get, endpoint: http://x/step } }
                - rest: { wait: PT10M }
          - unsteady: { call: http, with: { method: get, endpoint: http://x/unsteady } }
        catch:
          retry: { delay: PT1M, limit: { attempt: { count: 2 } } }`,
  forked: `
  do:
    - both:
        timeout: { after: PT2H }
        fork:
          branches:
            - timer:
                do:
                  - pause: { wait: PT1H }
                  - late: { call: http, with: { method: get, endpoint: http://x/late } }
            - calls:
                do:
                  - early: { call: http, with: { method: get, endpoint: http://x/early } }
                  - rounds: { set: { n: 1 } }`,
  listening: `
  do:
    - hear: { listen: { to: { all: [{ with: { type: a } }, { with: { type: b } }] } } }
    - heard: { call: http, with: { method: get, endpoint: http://x/heard } }`,
  suspended: `
  do:
    - pause: { wait: PT1S }
    - resumed: { call: http, with: { method: get, endpoint: http://x/resumed } }`,
  asking: `
  do:
    - ask: { call: approval, with: { title: Go?, approvers: [ 'user:default/ada' ] } }
    - approved: { call: http, with: { method: get, endpoint: http://x/approved } }`,
  child: `
  do:
    - rest: { wait: PT1H }
    - inChild: { call: http, with: { method: get, endpoint: http://x/inChild } }`,
  parent: `
  do:
    - delegate: { run: { workflow: { namespace: default, name: child, version: latest } } }
    - delegated: { call: http, with: { method: get, endpoint: http://x/delegated } }`,
  asked: `
  do:
    - pause: { wait: P1D }`,
  completed: `
  do:
    - each:
        for: { each: item, in: '\${ [1, 2] }' }
        do:
          - large: { call: http, with: { method: get, endpoint: http://x/large } }`,
  polling: `
  do:
    - begin: { set: { n: 0 } }
    - either:
        fork:
          compete: true
          branches:
            - stopped: { listen: { to: { one: { with: { type: stop } } } } }
            - polls:
                do:
                - poll: { call: http, with: { method: get, endpoint: http://x/poll }, output: { as: '{ n: ($input.n + 1) }' } }
                - rest: { wait: PT10M }
                - again:
                    switch:
                      - more: { when: .n < 8, then: poll }
                      - enough: { then: exit }
    - polled: { call: http, with: { method: get, endpoint: http://x/polled } }`,
  beside: `
  do:
    - begin: { set: { n: 0 } }
    - both:
        fork:
          branches:
            - heard: { listen: { to: { one: { with: { type: stop } } } } }
            - later: { wait: PT3H }
            - polls:
                do:
                - turn: { call: http, with: { method: get, endpoint: http://x/turn }, output: { as: '{ n: ($input.n + 1) }' } }
                - rest: { wait: PT10M }
                - again:
                    switch:
                      - more: { when: .n < 8, then: turn }
                      - enough: { then: exit }
    - besides: { call: http, with: { method: get, endpoint: http://x/besides } }`,
  handling: `
  do:
    - begin: { set: { n: 0 } }
    - guard:
        try: [ { bad: { raise: { error: { type: http://x/e, status: 400, title: bad } } } } ]
        catch:
          do:
            - mend: { call: http, with: { method: get, endpoint: http://x/mend }, output: { as: '{ n: ($input.n + 1) }' } }
            - rest: { wait: PT10M }
            - again:
                switch:
                  - more: { when: .n < 8, then: mend }
                  - enough: { then: exit }
    - mended: { call: http, with: { method: get, endpoint: http://x/mended } }`,
  counting: `
  use:
    functions:
      counter:
        do:
        - count: { call: http, with: { method: get, endpoint: http://x/count }, output: { as: '{ n: ($input.n + 1) }' } }
        - rest: { wait: PT10M }
        - again:
            switch:
              - more: { when: .n < 8, then: count }
              - enough: { then: exit }
  do:
    - counted: { call: counter, with: { n: 0 } }
    - countedAll: { call: http, with: { method: get, endpoint: http://x/countedAll } }`,
  hearing: `
  do:
    - hear:
        listen: { to: { any: [ { with: { type: tick } } ], until: length == 4 } }
        foreach:
          item: event
          do:
            - tick: { call: http, with: { method: get, endpoint: http://x/tick } }
            - rest: { wait: PT5M }
    - heardAll: { call: http, with: { method: get, endpoint: http://x/heardAll } }`,
};

/** The text of each, by its name. */
export const recordedWorkflows = new Map(
  Object.entries(bodies).map(([name, body]) => [name, documentOf(name, body)]),
);

function documentOf(name: string, body: string): string {
  const head = `document:\n  dsl: '1.0.3'\n  namespace: default\n  name: ${name}\n  version: 1.0.0`;
  return `${head}${body.replaceAll('\n  ', '\n')}\n`;
}
