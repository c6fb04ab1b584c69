import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

describe('set', () => {
  it.each([
    ['an object', 'set: { a: 1, b: "${ .x }" }', { a: 1, b: '${ .x }' }],
    ['an expression', 'set: ${ .items }', '${ .items }'],
    ['bare text, which is not evaluated', 'set: .items', '.items'],
    ['deep data', 'set: { a: [{ b: null }] }', { a: [{ b: null }] }],
  ])('takes %s', (_, body, set) => {
    expect(parseTaskBody(body)).toEqual({
      kind: 'set',
      name: 'it',
      pointer: '/do/0/it',
      then: { kind: 'continue' },
      set,
    });
  });

  it('keeps a member called __proto__ as data', () => {
    const task = parseTaskBody('set: { __proto__: { polluted: true } }');
    expect(JSON.stringify(task)).toContain('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    [
      'set: ☞[1]',
      'WRONG_TYPE expected an object or an expression `${ … }`, found a list',
    ],
    [
      '☞set:',
      'WRONG_TYPE expected an object or an expression `${ … }`, found nothing',
    ],
    ['set: ☞{}', 'INVALID_VALUE `set` needs at least one member'],
    [
      'set: { a: { b: ☞"${ .a" } }',
      'EXPRESSION_SYNTAX not a jq expression: `${` is not closed by a `}`, or a bracket or quote in it is not closed before',
    ],
    [
      'set: { a: ☞"x ${ } y" }',
      'EXPRESSION_SYNTAX not a jq expression: an expression is expected',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
