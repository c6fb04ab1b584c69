/** Definitions that the server under test has from the start, by the name of their file. */
export const definitions = {
  'hello.yaml': `
document:
  dsl: 1.0.3
  namespace: default
  name: hello
  version: 1.0.0
  title: Say hello
input:
  schema:
    document:
      type: object
      properties:
        name: { type: string }
do:
  - greet:
      set: { message: '\${ "Hello " + (.name // "you") }' }
`,
  'patient.yaml': `
document: { dsl: 1.0.3, namespace: default, name: patient, version: 1.0.0 }
do:
  - pause: { wait: PT1H }
  - rest: { set: { done: true } }
`,
  'failing.yaml': `
document: { dsl: 1.0.3, namespace: default, name: failing, version: 1.0.0 }
do:
  - stumble:
      raise:
        error: { type: https://example.com/errors/stumbled, status: 418 }
`,
  'large.yaml': `
document: { dsl: 1.0.3, namespace: default, name: large, version: 1.0.0 }
do:
  - grow: { set: { text: '\${ "x" * 10000 }' } }
`,
  'listening.yaml': `
document: { dsl: 1.0.3, namespace: default, name: listening, version: 1.0.0 }
do:
  - hear:
      listen: { to: { one: { with: { type: com.example.heard } } } }
`,
  'asking.yaml': `
document: { dsl: 1.0.3, namespace: default, name: asking, version: 1.0.0 }
do:
  - ask:
      call: approval
      with: { title: Go on?, approvers: ['\${ .approver }'] }
`,
  'scheduled.yaml': `
document: { dsl: 1.0.3, namespace: default, name: scheduled, version: 1.0.0 }
schedule: { cron: '0 0 1 1 *' }
do:
  - rest: { set: { done: true } }
`,
  'broken.yaml': `
document: { dsl: 1.0.3, namespace: default, name: broken, version: 1.0.0 }
do:
  - greet: { sett: { a: 1 } }
`,
};

/** A definition to create, change and delete. */
export const ownText = (name, message = 'hello') => `
document: { dsl: 1.0.3, namespace: default, name: ${name}, version: 1.0.0 }
do:
  - say: { set: { message: ${message} } }
`;
