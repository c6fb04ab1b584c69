import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '../../Json';
import { all, failureOf } from './__testUtils__/evaluate';
import { DEFAULT_EXPRESSION_BUDGET } from './createJqExpressionEvaluator';
import { UNAVAILABLE } from './builtins/unavailable';

const page = readFileSync(
  resolve(__dirname, '../../../../../docs/expressions.md'),
  'utf8',
);

interface Example {
  readonly text: string;
  readonly input: Json;
  readonly results: readonly Json[];
}

const examples: readonly Example[] = Array.from(
  page.matchAll(/```jq\n# on (.*)\n([^]*?)\n# gives (.*)\n```/g),
  ([, input, text, results]) => ({
    text,
    input: JSON.parse(input),
    results: JSON.parse(`[${results}]`),
  }),
);

it('has at least twenty examples, all of them readable', () => {
  expect(examples.length).toBeGreaterThanOrEqual(20);
  expect(page.match(/```jq\n/g)).toHaveLength(examples.length);
});

it.each(examples)('the example $text is right', ({ text, input, results }) => {
  expect(all(text, input)).toEqual(results);
});

it('names all that is left out', () => {
  const missing = Array.from(UNAVAILABLE.keys(), signature =>
    signature.replace(/\/\d$/, ''),
  ).filter(name => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

it.each(['import "m" as m; .', 'now', '$ENV', ...argumentsFor(UNAVAILABLE)])(
  '%s does not compile',
  text => {
    expect(failureOf(text)).toMatchObject({ code: 'EXPRESSION_SYNTAX' });
  },
);

it('tells the budget', () => {
  const { steps, bytes, depth } = DEFAULT_EXPRESSION_BUDGET;
  const spaced = (value: number) =>
    value.toLocaleString('en').replaceAll(',', ' ');
  expect(page).toContain(`${spaced(steps)} steps`);
  expect(page).toContain(`${bytes / 1e6} MB`);
  expect(page).toContain(`${spaced(depth)} deep`);
});

/** `name/2` as `name(.; .)`. */
function argumentsFor(signatures: ReadonlyMap<string, string>): string[] {
  return Array.from(signatures.keys(), signature => {
    const [name, arity] = signature.split('/');
    const args = Array.from({ length: Number(arity) }, () => '.');
    return args.length > 0 ? `${name}(${args.join('; ')})` : name;
  });
}
