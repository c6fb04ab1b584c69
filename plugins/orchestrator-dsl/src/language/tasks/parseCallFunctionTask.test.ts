import { parseWorkflow } from '../parseWorkflow';
import {
  definitionWith,
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const FUNCTIONS = `use:
  functions:
    greet:
      input: { schema: { document: { type: object, required: [name], properties: { name: { type: string } } } } }
      set: { text: "\${ .name }" }
  catalogs:
    shared: { endpoint: { uri: https://github.com/acme/catalog, authentication: { bearer: { token: t } } } }
`;

const calling = (task: string) =>
  definitionWith(`${FUNCTIONS}do: [{ a: { ${task} } }]`);

const functionOf = (name: string) =>
  parseWorkflow(calling(`call: '${name}'`)).definition?.do[0];

const capabilities = {
  functions: new Map([
    [
      'log',
      {
        inputSchema: {
          properties: { level: { enum: ['info', 'error'] } },
          additionalProperties: false,
        },
      },
    ],
    ['scaffolder/fetch:template', {}],
  ]),
};

describe('call of a function', () => {
  it.each([
    ['greet', { kind: 'defined', name: 'greet' }],
    ['anything', { kind: 'offered', name: 'anything' }],
    ['log:1.0.0@default', { kind: 'offered', name: 'log' }],
    [
      'log:1.0.0@shared',
      {
        kind: 'external',
        name: 'log:1.0.0@shared',
        endpoint: {
          uri: 'https://raw.githubusercontent.com/acme/catalog/HEAD/functions/log/1.0.0/function.yaml',
          authentication: { scheme: 'bearer', token: 't' },
        },
      },
    ],
    [
      'https://h/function.yaml',
      {
        kind: 'external',
        name: 'https://h/function.yaml',
        endpoint: { uri: 'https://h/function.yaml' },
      },
    ],
  ])('%s finds it', (name, expected) => {
    expect(functionOf(name)).toMatchObject({
      kind: 'call',
      call: 'function',
      function: expected,
    });
  });

  it('gives `with` as the input', () => {
    expect(parseTaskBody('call: f\nwith: { a: "${ .b }" }')).toMatchObject({
      with: { a: '${ .b }' },
    });
  });

  it('prefers a function of the definition to one that is offered', () => {
    const { definition } = parseWorkflow(calling('call: greet'), {
      capabilities: { functions: new Map([['greet', {}]]) },
    });
    expect(definition?.do[0]).toMatchObject({ function: { kind: 'defined' } });
  });

  it.each([
    ['call: ☞lgo', 'UNKNOWN_FUNCTION no function `lgo`; did you mean `log`?'],
    [
      'call: ☞htpp, with: {}',
      'UNKNOWN_FUNCTION no function `htpp`; did you mean `http`?',
    ],
    [
      'call: ☞gret',
      'UNKNOWN_FUNCTION no function `gret`; did you mean `greet`?',
    ],
    ['call: ☞unlike', 'UNKNOWN_FUNCTION no function `unlike`'],
    [
      "call: ☞'log:1.0.0@shred'",
      'UNKNOWN_REFERENCE the catalog `shred` is not defined in `use.catalogs`; did you mean `shared`?',
    ],
    [
      "call: ☞'lgo:1.0.0@default'",
      'UNKNOWN_FUNCTION no function `lgo`; did you mean `log`?',
    ],
    [
      'call: ☞"${ .which }"',
      'INVALID_VALUE what is called must be known beforehand; use a switch in place of the expression',
    ],
    [
      'call: ☞1',
      'WRONG_TYPE expected what to call, such as http or a function, found the number 1',
    ],
    [
      'call: log, with: ☞[]',
      'WRONG_TYPE expected an object or an expression `${ … }`, found a list',
    ],
    [
      'call: log, with: { ☞level: inof }',
      'INVALID_VALUE the input of `log` does not fit: `level` must be one of info, error',
    ],
    [
      'call: log, with: { ☞levle: "${ .level }" }',
      'INVALID_VALUE the input of `log` does not fit: `levle` is not a known field',
    ],
    [
      'call: greet, ☞with: {}',
      'INVALID_VALUE the input of `greet` does not fit: `name` is required',
    ],
    [
      'call: greet, with: { ☞name: 5 }',
      'INVALID_VALUE the input of `greet` does not fit: `name` must be text',
    ],
  ])('reports %s', (task, problem) => {
    expect(problemsOf(calling(task), { capabilities })).toEqual([
      `☞ ${problem}`,
    ]);
  });

  it.each([
    'call: log, with: { level: "${ .level }" }',
    'call: greet, with: "${ . }"',
    'call: "scaffolder/fetch:template"',
  ])('has no doubt about %s', task => {
    expect(problemsOf(calling(task), { capabilities })).toEqual([]);
  });

  it('warns of a likely slip when it is not known what the deployment offers', () => {
    expect(problemsOf(definitionWithTask('call: ☞htpp'))).toEqual([
      '☞ UNKNOWN_FUNCTION `htpp` must be a function that the deployment offers; did you mean `http`?',
    ]);
    expect(parseTaskBody('call: htpp')).toMatchObject({ call: 'function' });
  });

  it('reports a kind of call that the deployment does not offer', () => {
    const text = definitionWithTask(
      'call: ☞a2a\nwith: { method: tasks/get, server: https://h/ }',
    );
    expect(
      problemsOf(text, { capabilities: { calls: ['http', 'openapi'] } }),
    ).toEqual([
      '☞ UNSUPPORTED `call: a2a` is switched off in this deployment; it offers http, openapi',
    ]);
  });
});
