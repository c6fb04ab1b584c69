import {
  choice,
  closedObject,
  exactlyOne,
  flag,
  partOf,
  text,
  type Properties,
  type Schema,
} from './elements';
import { task } from './task';

const template = (description: string) => partOf('textTemplate', description);

const STREAMS: Properties = {
  stdin: template('What the process reads.'),
  arguments: partOf('values', 'Arguments of the process.'),
  environment: partOf('fields', 'Environment of the process.'),
};

const orComputed = (name: string, description: string): Schema => ({
  description,
  anyOf: [partOf(name), partOf('computed')],
});

const workflow = closedObject(
  'Another workflow.',
  {
    namespace: orComputed('workflowName', 'Its namespace.'),
    name: orComputed('workflowName', 'Its name.'),
    version: {
      description: 'Its version.',
      default: 'latest',
      anyOf: [{ const: 'latest' }, partOf('version'), partOf('computed')],
    },
    input: partOf('object', 'Its input. Default: the input of the task.'),
  },
  ['namespace', 'name'],
);

const script: Schema = {
  ...closedObject(
    'A script.',
    {
      language: choice('The language of the script.', ['js', 'python']),
      code: text('The script itself; nothing in it is evaluated.'),
      source: partOf('externalResource', 'Where the script is.'),
      ...STREAMS,
    },
    ['language'],
  ),
  ...exactlyOne(['code', 'source']),
};

const shell = closedObject(
  'A command of the shell.',
  { command: template('The command.'), ...STREAMS },
  ['command'],
);

const lifetime: Schema = {
  description: 'When the container is removed.',
  oneOf: [
    closedObject(
      'At once, or never.',
      { cleanup: choice('When.', ['never', 'always'], 'never') },
      ['cleanup'],
    ),
    closedObject(
      'Some time after it has ended.',
      {
        cleanup: { const: 'eventually' },
        after: partOf('duration', 'How long after.'),
      },
      ['cleanup', 'after'],
    ),
  ],
};

const container = closedObject(
  'A container.',
  {
    image: template('The image.'),
    name: template('What to call the container.'),
    command: template('The command in the container.'),
    ports: partOf('object', 'Ports of the container, by port of the host.'),
    volumes: partOf('object', 'Paths in the container, by path of the host.'),
    ...STREAMS,
    pullPolicy: choice(
      'When the image is fetched.',
      ['ifNotPresent', 'always', 'never'],
      'ifNotPresent',
    ),
    lifetime,
  },
  ['image'],
);

/** The task that runs something, and what it can run. @internal */
export const PROCESS_SCHEMAS = {
  run: task(
    'Run',
    'Runs a workflow, a script, a command of the shell or a container.',
    {
      run: {
        ...closedObject('What is run.', {
          workflow,
          script,
          shell,
          container,
          await: flag('Whether the task waits for the end.', true),
          return: choice(
            'What the task gives of a process.',
            ['stdout', 'stderr', 'code', 'all', 'none'],
            'stdout',
          ),
        }),
        ...exactlyOne(['workflow', 'script', 'shell', 'container']),
      },
    },
    ['run'],
  ),
} satisfies Properties;
