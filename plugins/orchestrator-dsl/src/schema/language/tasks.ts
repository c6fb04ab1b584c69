import { CALL_SCHEMAS } from './calls';
import {
  closedObject,
  flag,
  listOf,
  partOf,
  type Properties,
  type Schema,
} from './elements';
import { PROCESS_SCHEMAS } from './processes';
import { task } from './task';

const expression = (description: string) => partOf('expression', description);

/** An object of one member, whose name is that of the part. */
export function named(description: string, part: Schema): Schema {
  return {
    type: 'object',
    description,
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: part,
  };
}

const switchCase = closedObject(
  'A case; without `when` the default.',
  {
    when: expression('When the case is taken.'),
    then: partOf('flowDirective'),
  },
  ['then'],
);

const catching = closedObject('Which errors are caught, and what then.', {
  errors: closedObject('Which errors are meant.', {
    with: partOf('errorFilter'),
  }),
  as: { ...partOf('variableName'), default: 'error' },
  when: expression('Catches only when this holds.'),
  exceptWhen: expression('Does not catch when this holds.'),
  retry: {
    description: 'Tries again; text names one of `use.retries`.',
    oneOf: [partOf('retryPolicy'), { type: 'string' }],
  },
  do: partOf('taskList', 'What is done about the error.'),
  then: partOf('flowDirective'),
});

const loop = closedObject(
  'What is gone through.',
  {
    each: { ...partOf('variableName'), default: 'item' },
    in: {
      description: 'The items: an expression of a list, or the list.',
      oneOf: [partOf('expression'), { type: 'array' }],
    },
    at: { ...partOf('variableName'), default: 'index' },
  },
  ['in'],
);

/** Every kind of task; each kind of call is one of its own. @internal */
export const TASK_SCHEMAS = {
  ...CALL_SCHEMAS,
  do: task(
    'Do',
    'Does tasks one after the other.',
    { do: partOf('taskList', 'The tasks.') },
    ['do'],
  ),
  emit: task(
    'Emit',
    'Sends an event.',
    {
      emit: closedObject(
        'What is sent.',
        {
          event: closedObject(
            'The event.',
            { with: partOf('eventAttributes') },
            ['with'],
          ),
        },
        ['event'],
      ),
    },
    ['emit'],
  ),
  for: task(
    'For',
    'Does tasks once per item; each iteration’s output is the next one’s input.',
    {
      for: loop,
      while: expression('Stops as soon as this does not hold.'),
      do: partOf('taskList', 'The tasks of one iteration.'),
    },
    ['for', 'do'],
  ),
  fork: task(
    'Fork',
    'Does tasks side by side.',
    {
      fork: closedObject(
        'The branches.',
        {
          branches: {
            ...partOf('taskList', 'Tasks that run side by side.'),
            minItems: 1,
          },
          compete: flag('Whether the first to end cancels the others.', false),
        },
        ['branches'],
      ),
    },
    ['fork'],
  ),
  listen: task(
    'Listen',
    'Waits for events; the output lists them.',
    {
      listen: closedObject(
        'What is waited for.',
        { to: partOf('eventStrategy'), read: partOf('eventRead') },
        ['to'],
      ),
      foreach: partOf('foreach'),
    },
    ['listen'],
  ),
  raise: task(
    'Raise',
    'Fails with an error.',
    {
      raise: closedObject(
        'What is raised.',
        {
          error: {
            description: 'The error; text names one of `use.errors`.',
            oneOf: [partOf('error'), { type: 'string' }],
          },
        },
        ['error'],
      ),
    },
    ['raise'],
  ),
  ...PROCESS_SCHEMAS,
  set: task(
    'Set',
    'Gives data; it replaces what was there.',
    {
      set: {
        description: 'The data: an object, or an expression of any value.',
        oneOf: [{ type: 'object', minProperties: 1 }, { type: 'string' }],
      },
    },
    ['set'],
  ),
  switch: task(
    'Switch',
    'Goes on where the first case that holds leads to.',
    {
      switch: {
        ...listOf('The cases.', named('A case with its name.', switchCase)),
        minItems: 1,
      },
    },
    ['switch'],
  ),
  try: task(
    'Try',
    'Does tasks, and catches their errors.',
    { try: partOf('taskList', 'The tasks.'), catch: catching },
    ['try', 'catch'],
  ),
  wait: task('Wait', 'Waits.', { wait: partOf('duration', 'How long.') }, [
    'wait',
  ]),
} satisfies Properties;

/** Lists of tasks of any kind. @internal */
export const TASK_LIST_SCHEMAS: Properties = {
  taskList: listOf(
    'Tasks, in order, each with its name.',
    named('A task with its name.', partOf('task')),
  ),
  task: {
    description: 'A task; what it does is said by one property.',
    oneOf: Object.keys(TASK_SCHEMAS).map(kind => partOf(kind)),
  },
};
