/** The workflows that run while faults happen. `flaky` and `mended` fail on each first attempt, `pay` on each. */

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

/** How many events of one kind an instance of `ordered` takes, one after the other. */
export const itemsInOrder = 5;

const ordered = `
  - each:
      for: { in: '[range(${itemsInOrder})]' }
      do:
        - hear:${indent(listen('chaos.item'), 6)}
        - item:${indent(call('item'), 6)}
`;

/** What is done is undone in reverse, since the last of it cannot be paid. */
const saga = `
  - hotel:${call('hotel')}
  - journey:
      try:
        - flight:${indent(call('flight'), 6)}
        - onSite:
            try:
              - car:${indent(call('car'), 12)}
              - pay:${indent(call('pay'), 12)}
            catch:
              do:
                - undoCar:${indent(call('undoCar'), 14)}
                - onwards:
                    raise:
                      error: { type: 'https://chaos.example/unpaid', title: Unpaid, status: 402 }
      catch:
        do:
          - undoFlight:${indent(call('undoFlight'), 8)}
  - undoHotel:${call('undoHotel')}
`;

/** Long enough for checkpoints on the way. */
const looping = `
  - each:
      for: { in: '[range(16)]' }
      do:
        - item:${indent(call('item'), 6)}
`;

/** Who is asked by `asked`, which needs two of them. */
export const voters = ['ada', 'bob', 'eve'].map(name => `user:default/${name}`);

const asked = `
  - before:${call('before')}
  - ask:
      call: approval
      with: { title: Go on?, required: 2, approvers: [${voters}] }
  - after:${call('after')}
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
  batched: broken,
  ordered,
  saga,
  looping,
  asked,
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
  'batched',
  'ordered',
  'saga',
  'looping',
  'asked',
];

/** Ids of the workflows whose tasks come one after the other, so that no call of one may come after a call of the next. */
export const sequentialIds = [
  'sequence',
  'event',
  'parent',
  'suspended',
  'broken',
  'batched',
  'ordered',
  'saga',
  'looping',
  'asked',
];

/** Ids of the workflows that are cancelled on the way. */
export const cancelledIds = ['stopped', 'endless'];

/** An event that an instance waits for; those of one name are numbered in their order. */
export const eventFor = (instanceId, name, number = 0) => ({
  specversion: '1.0',
  id: `${name}-${instanceId}-${number}`,
  source: '/chaos',
  type: `chaos.${name}`,
  data: { instance: instanceId },
});

function indent(text, columns) {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}
