/**
 * The workflows that run while faults happen. Every call names its replica, so that the service that is called can tell who made
 * it; `flaky` fails on each first attempt.
 */

const call = (step, more = '') => `
      call: http
      with:
        method: post
        endpoint: '\${ .steps + "/${step}" }'
        headers: { x-replica: '\${ $runtime.metadata.replica }' }
        ${more}
      input: { from: '$workflow.input' }`;

const sequence = `
  - a:${call('a')}
  - b:${call('b')}
  - c:${call('c')}
  - d:${call('d')}
  - e:${call('e')}
`;

const mixed = `
  - fork:
      fork:
        branches:
          - left:${indent(call('left'), 8)}
          - middle:${indent(call('middle'), 8)}
          - right:${indent(call('right'), 8)}
  - pause: { wait: { milliseconds: 150 } }
  - each:
      for: { in: '[1, 2, 3]' }
      do:
        - item:${indent(call('item'), 6)}
  - again:
      try:
        - flaky:${indent(call('flaky'), 6)}
      catch:
        retry:
          delay: { milliseconds: 100 }
          limit: { attempt: { count: 3 } }
  - last:${call('last')}
`;

const event = `
  - before:${call('before')}
  - hear:
      listen:
        to:
          one:
            with: { type: chaos.go }
            correlate:
              instance: { from: .data.instance, expect: '\${ $workflow.id }' }
      timeout: { after: { hours: 1 } }
  - after:${call('after')}
`;

const parent = `
  - child:
      run:
        workflow: { namespace: default, name: sequence, version: 1.0.0, input: { steps: '\${ $workflow.input.steps }' } }
  - after:${call('after')}
`;

/** Texts of the definitions by the workflow's id. */
export const definitions = Object.fromEntries(
  Object.entries({ sequence, mixed, event, parent }).map(([name, tasks]) => [
    name,
    `document: { dsl: 1.0.3, namespace: default, name: ${name}, version: 1.0.0 }\ndo:${tasks}`,
  ]),
);

/** Ids of the workflows, in the order in which the load takes turns. */
export const workflowIds = Object.keys(definitions);

/** The type of event that instances of `event` wait for. */
export const eventFor = instanceId => ({
  specversion: '1.0',
  id: `go-${instanceId}`,
  source: '/chaos',
  type: 'chaos.go',
  data: { instance: instanceId },
});

function indent(text, columns) {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}
