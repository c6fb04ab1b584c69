import { createJqExpressionEvaluator } from '../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from './parseWorkflow';
import { definitionWith } from './testing/definitionText';

const expressions = createJqExpressionEvaluator();
const set = 'set: { a: 1 }';

/** Where a condition may stand. */
const places: readonly (readonly [string, (condition: string) => string])[] = [
  ['if', it => `do: [{ a: { if: ${it}, ${set} } }]`],
  [
    'when of a case',
    it => `do: [{ a: { switch: [{ b: { when: ${it}, then: end } }] } }]`,
  ],
  [
    'while',
    it =>
      `do: [{ a: { for: { in: .list }, while: ${it}, do: [{ b: { ${set} } }] } }]`,
  ],
  [
    'when of a catch',
    it =>
      `do: [{ a: { try: [{ b: { ${set} } }], catch: { when: ${it}, do: [{ c: { ${set} } }] } } }]`,
  ],
  [
    'exceptWhen of a retry',
    it =>
      `do: [{ a: { try: [{ b: { ${set} } }], catch: { retry: { exceptWhen: ${it} } } } }]`,
  ],
  [
    'until of a listener',
    it => `do: [{ a: { listen: { to: { any: [], until: ${it} } } } }]`,
  ],
  [
    'when of an extension',
    it =>
      `use: { extensions: [{ e: { extend: all, when: ${it}, before: [{ b: { ${set} } }] } }] }\ndo: []`,
  ],
];

const problemsOf = (text: string) =>
  parseWorkflow(definitionWith(text), { expressions }).problems;

describe.each(places)('%s', (_, withCondition) => {
  it('is warned of when it assigns', () => {
    expect(problemsOf(withCondition('.x = 1'))).toMatchObject([
      {
        severity: 'warning',
        code: 'INVALID_VALUE',
        message:
          '`.x = 1` assigns, and an object counts as true; jq compares with `==`',
      },
    ]);
  });

  it('is taken when it compares', () => {
    expect(problemsOf(withCondition('.x == 1'))).toEqual([]);
  });
});
