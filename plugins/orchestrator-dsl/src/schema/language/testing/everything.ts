/** A definition that has every property a workflow can have. */
export const WHOLE_WORKFLOW = `
document: { dsl: 1.0.3, namespace: n, name: a, version: 1.0.0, title: t, summary: s, tags: { a: b }, metadata: { a: 1 } }
evaluate: { language: jq, mode: loose }
input: { schema: { format: json, document: true }, from: .a }
output: { schema: { resource: { name: r, endpoint: s.json } }, as: { a: "\${ .b }" } }
timeout: short
schedule:
  every: { days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }
  cron: 0 8 * * 1
  after: PT1S
  on: { any: [{ with: { type: a, data: { x: 1 } }, correlate: { c: { from: .a, expect: b } } }], until: { one: { with: { type: b } } } }
  read: raw
use:
  authentications: { a: { basic: { username: u, password: p } }, b: { digest: { use: s } } }
  catalogs: { c: { endpoint: { uri: plugin://c, authentication: { use: a } } } }
  errors: { e: { type: t, status: 400, title: t, detail: d, instance: /do/0 } }
  extensions: [{ x: { extend: all, when: .a, before: [{ b: { wait: PT1S, then: exit } }], after: [] } }]
  functions: { f: { set: { a: 1 } } }
  retries: { r: { delay: PT1S } }
  secrets: [s]
  timeouts: { short: { after: { seconds: 5 } } }
do: []
`;

/** Tasks that together have every property a task can have. */
const TASKS: readonly string[] = [
  `{ call: http, with: { method: "\${ .m }", endpoint: { uri: "https://h/{id}", authentication: { bearer: { token: t } } }, headers: { a: 1 }, query: "\${ .q }", body: [1], output: raw, redirect: true } }`,
  `{ call: openapi, with: { document: { endpoint: { uri: file://x, authentication: { digest: { username: u, password: p } } } }, operationId: o, parameters: { a: [1] }, authentication: { bearer: { use: s } }, output: response, redirect: false } }`,
  `{ call: grpc, with: { proto: { endpoint: p.proto }, service: { name: s, host: h.example, port: 80, authentication: { basic: { use: s } } }, method: m, arguments: { a: 1 } } }`,
  `{ call: asyncapi, with: { document: { endpoint: a.json }, operation: o, server: { name: s, variables: { v: 1 } }, protocol: ws, message: { payload: { a: 1 }, headers: {} }, authentication: { oidc: { use: s } } } }`,
  `{ call: asyncapi, with: { document: { endpoint: a.json }, channel: c, subscription: { filter: .a, consume: { amount: 3, for: PT1S }, foreach: { item: m, at: i, do: [], output: { as: .a }, export: { as: .b } } } } }`,
  `{ call: asyncapi, with: { document: { endpoint: a.json }, channel: c, subscription: { consume: { while: .a } } } }`,
  `{ call: asyncapi, with: { document: { endpoint: a.json }, channel: c, subscription: { consume: { until: .a } } } }`,
  `{ call: a2a, with: { agentCard: { endpoint: https://h/ }, method: tasks/get, parameters: { id: 1 } } }`,
  `{ call: a2a, with: { server: { uri: https://h/ }, method: message/send, parameters: "\${ . }" } }`,
  `{ call: mcp, with: { protocolVersion: "1", method: tools/call, parameters: { a: 1 }, timeout: PT1S, transport: { http: { endpoint: https://h/, headers: { a: b } }, options: { o: p } }, client: { name: n, version: v } } }`,
  `{ call: mcp, with: { method: tools/list, transport: { stdio: { command: c, arguments: [a], environment: { B: c } } } } }`,
  `{ call: anything, with: { a: 1 } }`,
  `{ call: http, with: { method: get, endpoint: { uri: https://h/, authentication: { oauth2: { authority: https://h/, grant: client_credentials, endpoints: { token: /t, revocation: /r, introspection: /i }, client: { id: i, secret: s, assertion: a, authentication: none }, request: { encoding: application/json }, issuers: [i], scopes: [s], audiences: [a], username: u, password: p, subject: { token: t, type: u }, actor: { token: t, type: u } } } } } }`,
  `{ call: http, with: { method: get, endpoint: { uri: https://h/, authentication: { oidc: { authority: https://h/, grant: password, username: u } } } } }`,
  `{ do: [{ x: { wait: { days: 1 } } }], if: .a, input: { from: { a: 1 } }, output: { as: .b }, export: { as: .c, schema: { document: { type: object } } }, timeout: { after: PT1S }, then: end, metadata: { x: 1 } }`,
  `{ emit: { event: { with: { id: i, source: s, type: t, time: "2026-01-01T00:00:00Z", subject: s, datacontenttype: d, dataschema: e, data: [1], ext: 5 } } } }`,
  `{ for: { each: x, in: [{ a: 1 }], at: y }, while: .a, do: [] }`,
  `{ for: { in: .a }, do: [] }`,
  `{ fork: { branches: [{ x: { set: "\${ . }" } }], compete: true } }`,
  `{ listen: { to: { all: [{ with: { type: a } }] }, read: envelope }, foreach: { item: x, at: y, do: [] } }`,
  `{ listen: { to: { one: { with: { type: a } } } } }`,
  `{ listen: { to: { any: [], until: .a } } }`,
  `{ raise: { error: { type: t, status: "\${ .s }", instance: "\${ .i }" } } }`,
  `{ raise: { error: e } }`,
  `{ run: { workflow: { namespace: a, name: b, version: 1.0.0, input: { a: 1 } }, await: false } }`,
  `{ run: { script: { language: python, code: c, stdin: s, arguments: [a], environment: { A: b } }, return: all } }`,
  `{ run: { script: { language: js, source: { endpoint: s.js } } } }`,
  `{ run: { shell: { command: c, arguments: "\${ .a }" }, return: none } }`,
  `{ run: { container: { image: i, name: n, command: c, ports: { a: 1 }, volumes: { a: b }, environment: {}, pullPolicy: never, lifetime: { cleanup: eventually, after: PT1S } } } }`,
  `{ run: { container: { image: i, lifetime: { cleanup: always } } } }`,
  `{ switch: [{ x: { when: .a, then: end } }, { y: { then: continue } }] }`,
  `{ try: [], catch: { errors: { with: { type: t, status: 500, instance: /a, title: t, detail: d } }, as: err, when: .a, exceptWhen: .b, retry: { when: .a, exceptWhen: .b, delay: PT1S, backoff: { linear: {} }, limit: { attempt: { count: 1, duration: PT1S }, duration: PT1S }, jitter: { from: PT1S, to: PT2S } }, do: [], then: exit } }`,
  `{ try: [], catch: { retry: r } }`,
  `{ wait: "\${ .a }" }`,
];

/** Definitions of one task each; together they have every property a task can have. */
export const TASK_DEFINITIONS: readonly string[] = TASKS.map(
  task => `
document: { dsl: 1.0.3, namespace: n, name: a, version: 1.0.0 }
use: { secrets: [s], errors: { e: { type: t, status: 1 } }, retries: { r: {} } }
do: [{ a: ${task} }]`,
);
