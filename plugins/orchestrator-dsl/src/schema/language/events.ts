import {
  choice,
  closedObject,
  listOf,
  partOf,
  type Properties,
  type Schema,
} from './elements';
import { COMPUTED } from './values';

const ATTRIBUTE_NAME = { pattern: '^[a-z0-9]+$' };

const template = (description: string) => partOf('textTemplate', description);

const TIMESTAMP =
  '^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}:\\d{2})$';

const strategy = (
  description: string,
  properties: Properties,
  required: string,
): Schema => closedObject(description, properties, [required]);

const one = strategy(
  'Waits for one event.',
  { one: partOf('eventFilter', 'Which event.') },
  'one',
);

const all = strategy(
  'Waits for an event of each kind.',
  {
    all: {
      ...listOf('Which events.', partOf('eventFilter')),
      minItems: 1,
    },
  },
  'all',
);

const anyOf = listOf('Which events; none: every event.', partOf('eventFilter'));

/** Events that are sent and waited for. @internal */
export const EVENT_SCHEMAS: Properties = {
  eventAttributes: {
    type: 'object',
    description: 'Attributes of a CloudEvent, extension attributes included.',
    properties: {
      id: template('Default: a new one for each event.'),
      source: template('Where the event comes from. Default: the workflow.'),
      specversion: template('The version of CloudEvents.'),
      type: template('What kind of event it is.'),
      time: {
        type: 'string',
        description: 'When it happened, such as 2026-01-31T12:00:00Z.',
        pattern: `${COMPUTED}|${TIMESTAMP}`,
      },
      subject: template('What it is about.'),
      datacontenttype: template('The media type of the data.'),
      dataschema: template('The URI of the schema of the data.'),
      data: { description: 'Any data; texts may hold `${ … }`.' },
    },
    additionalProperties: partOf('singleValue'),
    propertyNames: ATTRIBUTE_NAME,
    required: ['type'],
  },
  eventFilter: closedObject(
    'Which events are meant.',
    {
      with: {
        type: 'object',
        minProperties: 1,
        propertyNames: ATTRIBUTE_NAME,
        description:
          'What attributes must be: a value, a regular expression, or an expression on the attribute `${ … }` that gives true.',
      },
      correlate: {
        type: 'object',
        description: 'What the event must have in common with others.',
        additionalProperties: closedObject(
          'A value by which events belong together.',
          {
            from: partOf('expression', 'Takes the value from the event.'),
            expect: partOf(
              'singleValue',
              'The value to expect. Default: that of the first event.',
            ),
          },
          ['from'],
        ),
      },
    },
    ['with'],
  ),
  finiteEventStrategy: {
    description: 'Which events are waited for.',
    oneOf: [one, all, strategy('Waits for any event.', { any: anyOf }, 'any')],
  },
  eventStrategy: {
    description: 'Which events are consumed.',
    oneOf: [
      one,
      all,
      strategy(
        'Waits for any event, or for events until something holds.',
        {
          any: anyOf,
          until: {
            description:
              'When it is enough: an expression on the events so far, events that end it, or `false` for never.',
            oneOf: [
              partOf('expression'),
              { const: false },
              partOf('finiteEventStrategy'),
            ],
          },
        },
        'any',
      ),
    ],
  },
  eventRead: choice(
    'What of an event is handed on: its data, the whole event, or the event as it came.',
    ['data', 'envelope', 'raw'],
    'data',
  ),
  foreach: closedObject('What happens for each item received, in turn.', {
    item: { ...partOf('variableName'), default: 'item' },
    at: { ...partOf('variableName'), default: 'index' },
    do: partOf('taskList', 'The tasks for one item.'),
    output: partOf('output'),
    export: partOf('export'),
  }),
};
