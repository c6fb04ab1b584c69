/** The workflows that run while faults happen. `flaky` and `mended` fail on each first attempt. */

const call = (step, more = '') => `
      call: http
      with:
        method: post
        endpoint: '\${ .steps + "/${step}" }'
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

const listen = type => `
      listen:
        to:
          one:
            with: { type: ${type} }
            correlate:
              instance: { from: .data.instance, expect: '\${ $workflow.id }' }
      timeout: { after: { hours: 1 } }`;

const event = `
  - before:${call('before')}
  - hear:${listen('chaos.go')}
  - between:${call('between')}
  - hearEarly:${listen('chaos.early')}
  - after:${call('after')}
`;

const parent = `
  - child:
      run:
        workflow: { namespace: default, name: sequence, version: 1.0.0, input: { steps: '\${ $workflow.input.steps }' } }
  - after:${call('after')}
`;

/** Fails for want of anything that handles the error, until somebody has it tried again. */
const broken = `
  - first:${call('first')}
  - mended:${call('mended')}
  - last:${call('last')}
`;

/** Would go on for far longer than any run. */
const endless = `
  - each:
      for: { in: '[range(2000)]' }
      do:
        - item:${indent(call('item'), 6)}
        - pause: { wait: { milliseconds: 50 } }
`;

const stopped = `
  - before:${call('before')}
  - child:
      run:
        workflow: { namespace: default, name: endless, version: 1.0.0, input: { steps: '\${ $workflow.input.steps }' } }
`;

const ticking = `
  - tick:
      call: http
      with: { method: post, endpoint: '\${ $runtime.metadata.steps + "/tick" }' }
`;

/** How often `ticking` starts by its schedule. */
export const tickEveryMs = 2_000;

const schedules = { ticking: `\nschedule: { every: { seconds: 2 } }` };

const taskLists = {
  sequence,
  mixed,
  event,
  parent,
  suspended: sequence,
  broken,
  stopped,
  endless,
  ticking,
};

/** Texts of the definitions by the workflow's id. */
export const definitions = Object.fromEntries(
  Object.entries(taskLists).map(([name, tasks]) => [
    name,
    `document: { dsl: 1.0.3, namespace: default, name: ${name}, version: 1.0.0 }${
      schedules[name] ?? ''
    }\ndo:${tasks}`,
  ]),
);

/** Ids of the workflows that the load starts, in the order in which it takes turns. */
export const workflowIds = [
  'sequence',
  'mixed',
  'event',
  'parent',
  'suspended',
  'broken',
  'stopped',
];

/** Ids of the workflows that are cancelled on the way. */
export const cancelledIds = ['stopped', 'endless'];

/** An event that an instance of `event` waits for. */
export const eventFor = (instanceId, name) => ({
  specversion: '1.0',
  id: `${name}-${instanceId}`,
  source: '/chaos',
  type: `chaos.${name}`,
  data: { instance: instanceId },
});

function indent(text, columns) {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}
