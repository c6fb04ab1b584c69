import { createJqExpressionEvaluator } from '../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from './parseWorkflow';
import { definitionWith, problemsOf } from './testing/definitionText';

const using = (use: string) => definitionWith(`do: []\nuse: ${use}`);

const expressions = createJqExpressionEvaluator();

function partsOf(use: string) {
  const { definition, problems } = parseWorkflow(using(use), { expressions });
  expect(problems).toEqual([]);
  return definition;
}

describe('use.functions', () => {
  it('are tasks, which may call each other', () => {
    const functions = partsOf(
      '{ functions: { a: { set: { x: "${ $task.name }" } }, b: { call: a } } }',
    )?.functions;
    expect(functions?.get('a')).toMatchObject({
      kind: 'set',
      pointer: '/use/functions/a',
    });
    expect(functions?.get('b')).toMatchObject({
      function: { kind: 'defined', name: 'a' },
    });
  });

  it.each([
    [
      '{ functions: { a: { set: { x: 1 }, then: ☞b }, b: { set: { x: 1 } } } }',
      'UNKNOWN_TASK a function cannot go on to `b`; it is called from anywhere',
    ],
    [
      '{ functions: { a: ☞5 } }',
      'WRONG_TYPE expected what task `a` does (an object), found the number 5',
    ],
    [
      '{ functions: ☞[] }',
      'WRONG_TYPE expected an object of named parts, found a list',
    ],
  ])('report %s', (use, problem) => {
    expect(problemsOf(using(use))).toEqual([`☞ ${problem}`]);
  });
});

describe('use.extensions', () => {
  it('keep their order', () => {
    const { extensions } =
      partsOf(
        '{ extensions: [{ b: { extend: all, when: "$task.name == \\"x\\"", before: [{ c: { set: { x: 1 }, then: exit } }] } }, { a: { extend: call } }] }',
      ) ?? {};
    expect(extensions).toMatchObject([
      {
        name: 'b',
        extend: 'all',
        when: '$task.name == "x"',
        before: [{ pointer: '/use/extensions/0/b/before/0/c' }],
        after: [],
      },
      { name: 'a', extend: 'call', before: [], after: [] },
    ]);
  });

  it.each([
    [
      '{ extensions: [{ a: { extend: ☞calls } }] }',
      'INVALID_VALUE `calls` is none of all, call, composite, emit, for, listen, raise, run, set, switch, try, wait; did you mean `call`?',
    ],
    [
      '{ extensions: [{ ☞a: { before: [] } }] }',
      'MISSING_PROPERTY `extend` is missing',
    ],
    [
      '{ extensions: [{ a: { extend: all } }, { ☞a: { extend: all } }] }',
      'DUPLICATE_NAME there is another extension `a` in this list; rename one',
    ],
    [
      '{ extensions: [☞{}] }',
      'INVALID_VALUE an extension has exactly one name, found 0; check the indentation',
    ],
    [
      '{ extensions: [☞x] }',
      'WRONG_TYPE expected an extension (an object with its name), found the text "x"',
    ],
    [
      '{ extensions: ☞{} }',
      'WRONG_TYPE expected a list of extensions, found an object',
    ],
  ])('report %s', (use, problem) => {
    expect(problemsOf(using(use))).toEqual([`☞ ${problem}`]);
  });
});

describe('use.secrets', () => {
  it('are names', () => {
    expect(partsOf('{ secrets: [a, b] }')?.secrets).toEqual(['a', 'b']);
  });

  it.each([
    [
      '{ secrets: ☞a }',
      'WRONG_TYPE expected a list of names of secrets, found the text "a"',
    ],
    [
      '{ secrets: [☞5] }',
      'WRONG_TYPE expected the name of a secret, found the number 5',
    ],
    [
      '{ secrets: [github, ☞github] }',
      'DUPLICATE_NAME the secret `github` is there twice; keep one',
    ],
    [
      '{ secrets: [☞githbu] }',
      'UNKNOWN_REFERENCE this deployment has no secret `githbu` for workflows; did you mean `github`?',
    ],
  ])('report %s', (use, problem) => {
    const capabilities = { secrets: ['github'] };
    expect(problemsOf(using(use), { capabilities })).toEqual([`☞ ${problem}`]);
  });

  it.each(['$secrets.b', '$secrets["b"]', '"a\\($secrets.b)"'])(
    'lack what %s reads',
    expression => {
      const text = definitionWith(
        `use: { secrets: [a] }\ninput: { from: ☞'${expression}' }\ndo: []`,
      );
      expect(problemsOf(text)).toEqual([
        '☞ UNKNOWN_REFERENCE the secret `b` is not listed in `use.secrets`; did you mean `a`?',
      ]);
    },
  );
});

describe('other parts', () => {
  it.each([
    ['{ catalogs: { ☞a: {} } }', 'MISSING_PROPERTY `endpoint` is missing'],
    [
      '{ authentications: { a: { ☞bearer: {} } } }',
      'MISSING_PROPERTY `token` is missing',
    ],
  ])('report %s', (use, problem) => {
    expect(problemsOf(using(use))).toEqual([`☞ ${problem}`]);
  });
});
