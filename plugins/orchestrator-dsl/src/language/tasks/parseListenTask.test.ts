import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';
import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const listen = (to: string, rest = '') => `listen: { to: ${to}${rest} }`;

const one = (filter: string) => listen(`{ one: ${filter} }`);

const when = (attributes: string) => `{ with: ${attributes} }`;

const type = (value: string) => ({
  with: { type: { kind: 'literal', value } },
  correlate: [],
});

describe('listen', () => {
  it.each([
    ['{ one: { with: { type: a } } }', { kind: 'one', filters: [type('a')] }],
    [
      '{ all: [{ with: { type: a } }, { with: { type: b } }] }',
      { kind: 'all', filters: [type('a'), type('b')] },
    ],
    ['{ any: [] }', { kind: 'any', filters: [], until: undefined }],
    [
      '{ any: [], until: "( . | length ) > 3" }',
      { kind: 'any', until: { kind: 'condition', when: '( . | length ) > 3' } },
    ],
    [
      '{ any: [], until: { one: { with: { type: a } } } }',
      {
        until: {
          kind: 'strategy',
          strategy: { kind: 'one', filters: [type('a')] },
        },
      },
    ],
    ['{ any: [], until: false }', { until: { kind: 'never' } }],
    ['{ any: [], until: "${ false }" }', { until: { kind: 'never' } }],
  ])('takes %s', (to, expected) => {
    expect(parseTaskBody(listen(to))).toMatchObject({
      kind: 'listen',
      to: expected,
      read: 'data',
    });
  });

  it.each(['data', 'envelope', 'raw'])('hands on %s', read => {
    expect(
      parseTaskBody(listen('{ any: [] }', `, read: ${read}`)),
    ).toMatchObject({ read });
  });

  it('handles each event with its number', () => {
    const body = `${listen(
      '{ any: [] }',
    )}\nforeach: { item: event, at: i, do: [{ a: { set: "\${ [$event, $i] }" } }], export: { as: "$context + $output" } }`;
    const expressions = createJqExpressionEvaluator();
    expect(parseTaskBody(body, { expressions })).toMatchObject({
      foreach: {
        item: 'event',
        at: 'i',
        do: [{ pointer: '/do/0/it/foreach/do/0/a' }],
        export: { as: '$context + $output' },
      },
    });
  });

  it.each([
    [
      listen('☞{}').replace('to: ☞', '☞to: '),
      'MISSING_PROPERTY one of one, any, all is missing',
    ],
    [
      listen('{ one: { with: { type: a } }, ☞any: [] }'),
      'INVALID_VALUE `one` and `any` exclude each other; keep one',
    ],
    [
      listen('{ one: { with: { type: a } }, ☞until: .x }'),
      'UNKNOWN_PROPERTY unknown property `until`; possible here: any, all',
    ],
    [
      listen('{ all: ☞[] }'),
      'INVALID_VALUE `all` needs at least one filter; `any: []` takes every event',
    ],
    [
      listen('{ any: [], until: ☞5 }'),
      'WRONG_TYPE expected a jq expression (text), or which events (an object), found the number 5',
    ],
    [
      listen('{ any: ☞{} }'),
      'WRONG_TYPE expected a list of filters of events, found an object',
    ],
    [
      listen('{ any: [] }', ', read: ☞enveloppe'),
      'INVALID_VALUE `enveloppe` is none of data, envelope, raw; did you mean `envelope`?',
    ],
    [
      one('{ ☞wiht: { type: a } }'),
      'UNKNOWN_PROPERTY unknown property `wiht`; did you mean `with`?',
    ],
    [
      one('{ with: ☞{} }'),
      'INVALID_VALUE a filter of events needs at least one attribute',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});

describe('a filter of events', () => {
  it.each([
    ['com.example.order.placed.v1', 'literal'],
    ['https://h/a?b=c&d=(e)+f', 'literal'],
    ['https://h/{id}', 'literal'],
    ['2026-01-31T12:00:00+01:00', 'literal'],
    ['order-${ .id }', 'literal'],
    ['com\\.example\\..*', 'pattern'],
    ['com.example.*', 'pattern'],
    ['^com', 'pattern'],
    ['placed$', 'pattern'],
    ['a|b', 'pattern'],
    ['v[12]', 'pattern'],
    ['${ startswith("a") }', 'expression'],
  ])('takes %s as a %s', (text, kind) => {
    const body = one(`{ with: { type: '${text}' } }`);
    expect(parseTaskBody(body)).toMatchObject({
      to: { filters: [{ with: { type: { kind } } }] },
    });
  });

  it('gives expressions without their braces, and compares other values as they are', () => {
    const body = one('{ with: { data: "${ .n > 5 }", level: 3 } }');
    expect(parseTaskBody(body)).toMatchObject({
      to: {
        filters: [
          {
            with: {
              data: { kind: 'expression', expression: '.n > 5' },
              level: { kind: 'literal', value: 3 },
            },
          },
        ],
      },
    });
  });

  it('takes correlations', () => {
    const body = one(
      '{ with: { type: a }, correlate: { order: { from: .data.id, expect: "${ .id }" }, car: { from: "${ .data.car }" } } }',
    );
    expect(parseTaskBody(body)).toMatchObject({
      to: {
        filters: [
          {
            correlate: [
              { name: 'order', from: '.data.id', expect: '${ .id }' },
              { name: 'car', from: '.data.car', expect: undefined },
            ],
          },
        ],
      },
    });
  });

  it.each([
    [
      when("{ type: ☞'a[' }").replace("'a['", "'.*('"),
      'INVALID_PATTERN `.*(` is not a regular expression: end pattern with unmatched parenthesis',
    ],
    [
      when('{ Type: a }').replace('Type', '☞Type'),
      'INVALID_NAME `Type` is not an attribute of an event: lower case letters and digits only; did you mean `type`?',
    ],
    [
      '{ with: { type: a }, correlate: { ☞x: {} } }',
      'MISSING_PROPERTY `from` is missing',
    ],
    [
      '{ with: { type: a }, correlate: ☞[] }',
      'WRONG_TYPE expected an object of named correlations, found a list',
    ],
    [
      '{ with: { data: ☞"${ .n > }" } }',
      'EXPRESSION_SYNTAX not a jq expression: syntax error, unexpected end of file (column 5)',
    ],
  ])('reports %s', (filter, problem) => {
    const expressions = createJqExpressionEvaluator();
    expect(
      problemsOf(definitionWithTask(one(filter)), { expressions }),
    ).toEqual([`☞ ${problem}`]);
  });
});
