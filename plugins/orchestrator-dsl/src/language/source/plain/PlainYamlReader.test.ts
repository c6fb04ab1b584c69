import fc from 'fast-check';
import {
  readConformanceKit,
  readExamples,
} from '../../testing/readDefinitions';
import { ProblemLog } from '../ProblemLog';
import { readYaml } from '../readSource';
import type { SourceNode } from '../SourceNode';
import { PlainYamlReader } from './PlainYamlReader';

/** A tree as plain data, places included. */
function dataOf(node: SourceNode | undefined): unknown {
  return (
    node && {
      json: node.json,
      place: node.place,
      keyPlace: node.keyPlace,
      isObject: node.isObject(),
      members: node.members.map(({ name, value }) => [name, dataOf(value)]),
      items: node.isArray() ? node.items().map(dataOf) : undefined,
    }
  );
}

function read(text: string) {
  return new PlainYamlReader(text, new ProblemLog()).read('/at');
}

/** Reads as the YAML library does, without a fault, or not at all. */
function expectAgreement(text: string): void {
  const own = read(text);
  if (!own) return;
  const log = new ProblemLog();
  const { root, isWhole } = readYaml(text, log, '/at');
  expect(log.sorted()).toEqual([]);
  expect(isWhole).toBe(true);
  expect(dataOf(own)).toEqual(dataOf(root));
}

const SAMPLE = `# A comment
document:
  dsl: '1.0.3' # why
  name: "a\\tb\\u00e9"
  on: 5

do:
- first:
    if: .a == "b:c" and .d # not a comment: #
    set: { a: [1, -2.5, true, ~, x y], "b": {}, 'c''d': [] }
- second:
    run:
      shell:
        command: |
          echo "a: b"

            - indented
        stdin: |-
          x
  third: http://h/{id}#x
-
  fourth: null
- - nested: 0
  - 1.0.0
`;

const samples = [
  SAMPLE,
  ...[...readExamples(), ...readConformanceKit()].map(({ text }) => text),
];

it('reads what people write', () => {
  expect(read(SAMPLE)?.json).toEqual({
    document: { dsl: '1.0.3', name: 'a\tbé', on: 5 },
    do: [
      {
        first: {
          if: '.a == "b:c" and .d',
          set: { a: [1, -2.5, true, null, 'x y'], b: {}, "c'd": [] },
        },
      },
      {
        second: {
          run: {
            shell: {
              command: 'echo "a: b"\n\n  - indented\n',
              stdin: 'x',
            },
          },
        },
        third: 'http://h/{id}#x',
      },
      { fourth: null },
      [{ nested: 0 }, '1.0.0'],
    ],
  });
});

it('keeps the spaces at the end of a literal text', () => {
  const text = 'a: |\n  one \n\nb: |-\n  two  \n\nc: 1\n';
  expect(read(text)?.json).toEqual({ a: 'one \n', b: 'two  ', c: 1 });
  expectAgreement(text);
});

it.each(samples)('reads as the YAML library does: %s', text => {
  expect(() => expectAgreement(text)).not.toThrow();
});

it('reads nearly all definitions itself', () => {
  const own = samples.filter(text => read(text) !== undefined);
  expect(own.length).toBeGreaterThan(samples.length * 0.9);
});

it.each([
  'a: &x 1\nb: *x',
  'a: >\n  folded\n',
  'a: b\n  c\n',
  '<<: {}',
  'a: 1\na: 2',
  '{ "a": 1,\n "b": 2 }',
  'a:\nb: 1',
  'a: 0x10',
  'a: b: c',
  '- a\n b: c',
  '--- \na: 1',
  '? a\n: b',
  'a: !x 1',
  'plain',
  '',
])('leaves %j to the YAML library', text => {
  expect(read(text)).toBeUndefined();
});

describe('whatever is changed', () => {
  const piece = fc.constantFrom(
    ...[...'ab:-#[]{},\'"|>&*!?%@~ \n0.$', '  ', ': ', '- ', ' #', '\n\n'],
    ...['\n  ', '\n- ', 'a: ', '|\n', '---\n', '...\n', '<<: ', 'null', '1e3'],
  );

  it.each([
    ['one character is gone', 1, ''],
    ['something is put in', 0, undefined],
    ['something is replaced', 1, undefined],
  ])('reads as the library does when %s', (_, removed, inserted) => {
    const change = fc.record({
      text: fc.constantFrom(...samples),
      at: fc.nat({ max: 2000 }),
      put: inserted === undefined ? piece : fc.constant(inserted),
    });
    const agrees = fc.property(change, ({ text, at, put }) => {
      const index = at % text.length;
      expectAgreement(
        `${text.slice(0, index)}${put}${text.slice(index + removed)}`,
      );
    });
    fc.assert(agrees, { numRuns: 1000 });
  });

  it('reads as the library does from pieces alone', () => {
    const texts = fc.array(piece, { maxLength: 14 }).map(all => all.join(''));
    fc.assert(fc.property(texts, expectAgreement), { numRuns: 5000 });
  });
});
