import {
  atLeastOne,
  choice,
  closedObject,
  listOf,
  namedParts,
  partOf,
  text,
  type Schema,
} from './elements';
import { named } from './tasks';

const document = closedObject(
  'What the workflow is.',
  {
    dsl: {
      ...partOf('version', 'The version of the language.'),
      pattern: '^1\\.0\\.',
      examples: ['1.0.3'],
    },
    namespace: partOf('workflowName', 'The namespace, often `default`.'),
    name: partOf('workflowName', 'The name of the workflow.'),
    version: partOf('version', 'The version of the workflow.'),
    title: text('What to call the workflow on pages.'),
    summary: text('What the workflow is for, in Markdown.'),
    tags: { type: 'object', description: 'Words to find the workflow by.' },
    metadata: {
      type: 'object',
      description: 'Anything that tools want to know of the workflow.',
    },
  },
  ['dsl', 'namespace', 'name', 'version'],
);

const extension = closedObject(
  'What runs around tasks.',
  {
    extend: choice('Around which tasks.', [
      ...['all', 'call', 'composite', 'emit', 'for', 'listen'],
      ...['raise', 'run', 'set', 'switch', 'try', 'wait'],
    ]),
    when: partOf('expression', 'Only when this holds.'),
    before: partOf(
      'taskList',
      'Runs before the task; `then: exit` runs instead of it.',
    ),
    after: partOf('taskList', 'Runs after the task.'),
  },
  ['extend'],
);

const use = closedObject('Parts that are defined once.', {
  authentications: namedParts(
    'Authentications by name.',
    partOf('authenticationPolicy'),
  ),
  catalogs: namedParts(
    'Catalogs of functions by name.',
    closedObject(
      'A catalog of functions.',
      { endpoint: partOf('documentEndpoint', 'Where the catalog is.') },
      ['endpoint'],
    ),
  ),
  errors: namedParts('Errors by name.', partOf('error')),
  extensions: listOf(
    'What runs around tasks.',
    named('An extension with its name.', extension),
  ),
  functions: namedParts('Tasks that `call` can name.', partOf('task')),
  retries: namedParts('Retry policies by name.', partOf('retryPolicy')),
  secrets: listOf('Names of the secrets that the workflow needs.', {
    type: 'string',
  }),
  timeouts: namedParts('Timeouts by name.', partOf('timeoutPolicy')),
});

const schedule: Schema = {
  ...closedObject('When the workflow starts by itself.', {
    every: partOf('duration', 'At a fixed rate; runs may overlap.'),
    cron: text(
      'At times that five fields give, such as `0 8 * * 1`, in the time zone of `document.metadata.timeZone`.',
    ),
    after: partOf('duration', 'This long after each end.'),
    on: partOf('eventStrategy', 'For events; their list is the input.'),
    read: partOf('eventRead'),
  }),
  ...atLeastOne(['every', 'cron', 'after', 'on']),
  dependentRequired: { read: ['on'] },
};

/** A whole definition; its root is open, all else is closed. @internal */
export const WORKFLOW: Schema = {
  title: 'Workflow',
  description: 'A workflow of the Serverless Workflow DSL 1.0.',
  type: 'object',
  properties: {
    document,
    input: partOf('input', 'What comes into the workflow.'),
    use,
    do: partOf('taskList', 'The tasks, one after the other.'),
    timeout: partOf('timeout'),
    output: partOf('output', 'What goes out of the workflow.'),
    schedule,
    evaluate: closedObject('How expressions are evaluated.', {
      language: choice('The language of expressions.', ['jq'], 'jq'),
      mode: choice(
        'Whether text is jq only in `${ }`, or wherever it can be read as jq.',
        ['strict', 'loose'],
        'strict',
      ),
    }),
  },
  required: ['document', 'do'],
};
