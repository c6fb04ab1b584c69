import { closedObject, type Properties } from './elements';

/** Text in which something is computed: it may be in place of what the language otherwise asks for. */
export const COMPUTED = '\\$\\{';

const count = { type: 'integer', minimum: 0 };

const ISO_8601 =
  '^P(?!$)(\\d+(?:\\.\\d+)?Y)?(\\d+(?:\\.\\d+)?M)?(\\d+(?:\\.\\d+)?W)?(\\d+(?:\\.\\d+)?D)?(T(?=\\d)(\\d+(?:\\.\\d+)?H)?(\\d+(?:\\.\\d+)?M)?(\\d+(?:\\.\\d+)?S)?)?$';

const NO_SPACE_OR_BRACES = '^\\s*(?:[^\\s{}]|\\{\\w+(?:\\.\\w+)*\\})*\\s*$';

/** Text of a URI, possibly with `{name}` or `${ … }` in it. */
const uri = (description: string, beginning: string) => ({
  type: 'string',
  description,
  pattern: `^\\s*(?:\\$\\{|\\{|${beginning})`,
  anyOf: [{ pattern: COMPUTED }, { pattern: NO_SPACE_OR_BRACES }],
});

/** Values that many parts of the language have. @internal */
export const VALUE_SCHEMAS: Properties = {
  expression: {
    type: 'string',
    description: 'jq, with or without `${ }` around it.',
  },
  textTemplate: {
    type: 'string',
    description: 'Text; each `${ … }` in it gives way to its result.',
  },
  computed: {
    type: 'string',
    pattern: COMPUTED,
    description: 'An expression `${ … }` of the value.',
  },
  singleValue: {
    type: ['string', 'number', 'boolean'],
    description: 'Text, a number, true or false.',
  },
  object: {
    description: 'An object, or an expression of one.',
    oneOf: [{ type: 'object' }, { $ref: '#/$defs/computed' }],
  },
  fields: {
    description:
      'Names with one value each, or an expression of such an object.',
    oneOf: [
      {
        type: 'object',
        additionalProperties: { $ref: '#/$defs/singleValue' },
      },
      { $ref: '#/$defs/computed' },
    ],
  },
  values: {
    description: 'A list of single values, or an expression of one.',
    oneOf: [
      { type: 'array', items: { $ref: '#/$defs/singleValue' } },
      { $ref: '#/$defs/computed' },
    ],
  },
  count: {
    description: 'A whole number from 0, or an expression of one.',
    oneOf: [count, { $ref: '#/$defs/computed' }],
  },
  duration: {
    description:
      'A span of time: units such as `seconds: 30`, ISO 8601 text such as `PT30S`, or an expression of either.',
    oneOf: [
      {
        ...closedObject('Units that are added up.', {
          days: count,
          hours: count,
          minutes: count,
          seconds: count,
          milliseconds: count,
        }),
        minProperties: 1,
      },
      { type: 'string', pattern: ISO_8601 },
      { $ref: '#/$defs/computed' },
    ],
  },
  variableName: {
    type: 'string',
    pattern: '^[A-Za-z_]\\w*$',
    description: 'The name of a variable, without `$`.',
  },
  workflowName: {
    type: 'string',
    pattern: '^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$',
    description: 'Up to 63 letters, digits and `-`.',
  },
  version: {
    type: 'string',
    pattern:
      '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$',
    description: 'A semantic version such as 1.0.0.',
  },
  flowDirective: {
    description:
      'Where the flow goes: on to the next task, out of the list, to the end of the workflow, or to a task of the same list.',
    anyOf: [
      { enum: ['continue', 'exit', 'end'] },
      { type: 'string', description: 'The name of a task of the same list.' },
    ],
    default: 'continue',
  },
  serviceUri: uri(
    'Where to call: http://, https:// or plugin://; `{name}` gives way to a property of the task’s input.',
    '[hH][tT][tT][pP][sS]?://|[pP][lL][uU][gG][iI][nN]://',
  ),
  documentUri: uri(
    'Where a document is: http://, https://, plugin://, file:, or relative to the definition.',
    '[hH][tT][tT][pP][sS]?://|[pP][lL][uU][gG][iI][nN]://|[fF][iI][lL][eE]:|(?![A-Za-z][A-Za-z0-9+.-]*:)\\S',
  ),
};
