import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseWorkflow } from './parseWorkflow';
import { definitionWith } from './testing/definitionText';

const WORDS = [
  'document',
  'do',
  'use',
  'retries',
  'retry',
  'set',
  'call',
  'http',
  'with',
  'switch',
  'when',
  'then',
  'for',
  'in',
  'fork',
  'branches',
  'wait',
  'raise',
  'error',
  'try',
  'catch',
  'timeout',
  'after',
  'input',
  'schema',
  '$ref',
  'type',
  '${ .a }',
  '${',
  'PT1S',
  '1.0.3',
  'end',
  '__proto__',
  'constructor',
  '',
];

const word = fc.constantFrom(...WORDS);

/** JSON that is full of the language's own words, in the wrong places. */
const wordSalad = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 5 }),
  ),
})).value;

/** What is wrong with the result of parsing the text. */
function unsoundnessOf(text: string): readonly string[] {
  const lastLine = text.split(/\r\n|\n/).length + 1;
  const { definition, problems } = parseWorkflow(text, { fallbackName: 'x' });
  const hasError = problems.some(({ severity }) => severity === 'error');
  const misplaced = problems.filter(
    ({ line, column }) => line < 1 || line > lastLine || column < 1,
  );
  const unreadable = problems.filter(({ message }) => !/^\S.*$/.test(message));
  return [
    ...(hasError === (definition !== undefined)
      ? ['error and definition']
      : []),
    ...[...misplaced, ...unreadable].map(problem => JSON.stringify(problem)),
  ];
}

describe('parseWorkflow never throws, and gives either a definition or an error', () => {
  it.each([
    ['random text', fc.string({ maxLength: 200 })],
    ['random unicode', fc.string({ unit: 'binary', maxLength: 200 })],
    [
      'the characters of YAML',
      fc.string({
        unit: fc.constantFrom(...'ab:-[]{}?&*!|>\'"#%\n \t,<$'),
        maxLength: 80,
      }),
    ],
    ['random YAML', fc.jsonValue().map(value => stringify(value))],
    [
      'misplaced words of the language',
      wordSalad.map(value => stringify(value)),
    ],
    [
      'misplaced words as tasks',
      wordSalad.map(value =>
        definitionWith(stringify({ do: [{ a: value }], use: value })),
      ),
    ],
    ['misplaced words as JSON', wordSalad.map(value => JSON.stringify(value))],
  ])('for %s', (_, texts) => {
    const isSound = fc.property(texts, text => {
      expect(unsoundnessOf(text)).toEqual([]);
    });
    fc.assert(isSound, { numRuns: 300 });
  });

  it('for any cut of a good definition', () => {
    const good = definitionWith(
      'do:\n  - a:\n      set: { b: "${ .c }" }\n  - d:\n      wait: { seconds: 3 }\n      then: end\n',
    );
    const cuts = [...good].map((_, length) => good.slice(0, length));
    expect(cuts.flatMap(unsoundnessOf)).toEqual([]);
  });
});
