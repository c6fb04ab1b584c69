import { closedObject, exactlyOne, partOf, type Properties } from './elements';

const transformation = (description: string) => ({
  description,
  oneOf: [
    partOf('expression'),
    { type: 'object', description: 'Values, in whose texts `${ … }` is jq.' },
  ],
});

/** How data flows in and out of tasks. @internal */
export const DATA_FLOW_SCHEMAS: Properties = {
  schema: {
    ...closedObject('What a value must fit.', {
      format: {
        type: 'string',
        pattern: '^json(?::|$)',
        default: 'json',
        description: 'The language of the schema; JSON Schema is all there is.',
      },
      document: {
        type: ['object', 'boolean'],
        description: 'A JSON Schema of draft 2020-12 or draft-07.',
      },
      resource: partOf('externalResource', 'Where the schema is.'),
    }),
    ...exactlyOne(['document', 'resource']),
  },
  input: closedObject('What comes in.', {
    schema: partOf('schema', 'What the input must fit before it is changed.'),
    from: transformation('What is made of the input.'),
  }),
  output: closedObject('What goes out.', {
    schema: partOf('schema', 'What the output must fit after it is changed.'),
    as: transformation('What is made of the output.'),
  }),
  export: closedObject('What becomes of the context.', {
    schema: partOf('schema', 'What the new context must fit.'),
    as: transformation(
      'The new context; `$context + { … }` keeps what was there.',
    ),
  }),
  timeoutPolicy: closedObject(
    'How long something may take.',
    { after: partOf('duration', 'Ends it with an error after this time.') },
    ['after'],
  ),
  timeout: {
    description: 'How long it may take; text names one of `use.timeouts`.',
    oneOf: [partOf('timeoutPolicy'), { type: 'string' }],
  },
};
