/** How many durable steps a workflow has. */
export const stepCount = 5;

/** The workflow for our engine: each task is a call that an executor in the process answers at once. */
export const definition = `document: { dsl: 1.0.3, namespace: default, name: five-steps, version: 1.0.0 }
do:
${Array.from(
  { length: stepCount },
  (_, index) =>
    `  - step${index}: { call: http, with: { method: post, endpoint: 'http://nowhere.test/${index}' } }`,
).join('\n')}
`;

/** What every step gives. */
export const stepResult = { ok: true };
