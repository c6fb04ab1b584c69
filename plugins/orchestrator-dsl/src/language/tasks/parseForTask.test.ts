import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';
import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const body = 'do: [{ inner: { set: { a: 1 } } }]';

describe('for', () => {
  it('fills in the names of the item and its index', () => {
    expect(parseTaskBody(`for: { in: .pets }\n${body}`)).toMatchObject({
      kind: 'for',
      for: { each: 'item', in: '.pets', at: 'index' },
      do: [{ kind: 'set', name: 'inner', pointer: '/do/0/it/do/0/inner' }],
    });
  });

  it.each([
    ['bare jq', '.pets', '.pets'],
    ['jq in braces', '"${ .pets }"', '.pets'],
    ['a list of templates', '[{ a: "${ .x }" }, 2]', [{ a: '${ .x }' }, 2]],
    ['an empty list', '[]', []],
  ])('takes %s to go through', (_, items, expected) => {
    const loop = `for: { each: pet, at: i, in: ${items} }\n${body}`;
    expect(parseTaskBody(loop)).toMatchObject({
      for: { each: 'pet', in: expected, at: 'i' },
    });
  });

  it('lets `while` and the body, but not `in`, see the loop variables', async () => {
    const expressions = createJqExpressionEvaluator();
    const loop = (items: string, rest: string) =>
      definitionWithTask(`for: { each: pet, in: ${items} }\n${rest}`);
    const inner = 'do: [{ inner: { set: "${ $pet + $index }" } }]';
    expect(
      problemsOf(loop('.a', `while: $pet != null\n${inner}`), { expressions }),
    ).toEqual([]);
    expect(problemsOf(loop('☞$pet', inner), { expressions })).toEqual([
      '☞ EXPRESSION_SYNTAX not a jq expression: $pet is not defined (column 1)',
    ]);
  });

  it.each([
    [
      `for: ☞.a\n${body}`,
      'WRONG_TYPE expected an object with each, in, at, found the text ".a"',
    ],
    [`☞for: {}\n${body}`, 'MISSING_PROPERTY `in` is missing'],
    [
      `for: { in: ☞3 }\n${body}`,
      'WRONG_TYPE expected a jq expression (text) or a list, found the number 3',
    ],
    [
      `for: { in: .a, each: ☞$pet }\n${body}`,
      "INVALID_NAME `$pet` is not a variable's name: letters, digits and `_`, without `$`; did you mean `pet`?",
    ],
    [
      `for: { in: .a, each: ☞a-b }\n${body}`,
      "INVALID_NAME `a-b` is not a variable's name: letters, digits and `_`, without `$`",
    ],
    [
      `for: { in: .a, at: ☞input }\n${body}`,
      'INVALID_NAME `$input` already has a meaning in expressions; choose another name',
    ],
    [
      `for: { in: .a }\nwhile: ☞1\n${body}`,
      'WRONG_TYPE expected a jq expression (text), found the number 1',
    ],
    [
      `for: { in: .a }\ndo: ☞{ inner: {} }`,
      'WRONG_TYPE expected a list of tasks, found an object',
    ],
  ])('reports %s', (text, problem) => {
    expect(problemsOf(definitionWithTask(text))).toEqual([`☞ ${problem}`]);
  });
});
