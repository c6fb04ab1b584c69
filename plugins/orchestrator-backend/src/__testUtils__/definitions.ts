/** Definitions that the tests run. */

export const hello = `
document:
  dsl: 1.0.3
  namespace: default
  name: hello
  version: 1.2.0
  title: Say hello
  summary: Greets who you name.
  tags:
    example: ''
    team: platform
input:
  schema:
    document:
      type: object
      required: [name]
      properties:
        name: { type: string, title: Name }
do:
  - greet:
      set:
        result:
          message: \${ "Hello " + .name }
          outputs:
            - { key: Name, value: "\${ .name }", format: text }
`;

/** Waits for the span that its input names. */
export const patient = `
document: { dsl: 1.0.3, namespace: default, name: patient, version: 1.0.0 }
do:
  - pause:
      wait: \${ .span }
  - rest:
      set: { done: true }
`;

/** Its third line has a problem at column 7. */
export const broken = `document: { dsl: 1.0.3, namespace: default, name: broken, version: 1.0.0 }
do:
  - greet: { sett: { a: 1 } }
`;

/** Fails with an error of its own. */
export const failing = `
document: { dsl: 1.0.3, namespace: ops, name: failing, version: 1.0.0 }
do:
  - stumble:
      raise:
        error:
          type: https://example.com/errors/stumbled
          status: 418
          title: Stumbled
          detail: over its own feet
`;

/** Calls the address that its input names. */
export const calling = `
document: { dsl: 1.0.3, namespace: default, name: calling, version: 1.0.0 }
do:
  - ask:
      call: http
      with:
        method: get
        endpoint: \${ .url }
  - keep:
      set: { answer: "\${ . }" }
`;

/** Gives out more than an event holds. */
export const large = `
document: { dsl: 1.0.3, namespace: default, name: large, version: 1.0.0 }
do:
  - grow:
      set: { text: '\${ "x" * 10000 }' }
`;

/** Has two entries in its log for each item of its input. */
export const loop = `
document: { dsl: 1.0.3, namespace: default, name: loop, version: 1.0.0 }
do:
  - each:
      for: { each: item, in: "\${ [range(.count)] }" }
      do:
        - note:
            set: { seen: "\${ $item }" }
`;
