import { parseWorkflow } from './parseWorkflow';
import { MAX_TASK_DEPTH, MAX_TASKS } from './createTaskListParser';
import { definitionWith, MARK, problemsOf } from './testing/definitionText';

const DOCUMENT = `document:
  dsl: '1.0.3'
  namespace: default
  name: example
  version: '1.0.0'
`;

const withDocument = (line: string, replacement: string) =>
  `${DOCUMENT.replace(line, replacement)}do: []`;

const schema = (document: string) =>
  definitionWith(`input: { schema: { document: ${document} } }\ndo: []`);

const twoTasks = 'do: [{ a: { wait: PT1S } }, { b: { wait: PT1S } }]';

/** Every code at least once, with the exact place. */
const CASES: readonly (readonly [
  name: string,
  text: string,
  problem: string,
])[] = [
  [
    'a second colon',
    'document: ☞a: b',
    'YAML_SYNTAX a second `:` in one line; put a value that holds `: ` in quotes',
  ],
  [
    'a character that no database stores, in a value',
    'do:\n  - a: { set: { b: ☞"c\\0d" } }',
    'INVALID_VALUE the character U+0000 cannot be stored; leave it out',
  ],
  [
    'a character that no database stores, in a name',
    'do:\n  - ☞"a\\x00": { set: { b: 1 } }',
    'INVALID_VALUE the character U+0000 cannot be stored; leave it out',
  ],
  [
    'a list that is not closed',
    'a: [1☞',
    'YAML_SYNTAX Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a tab',
    'do:\n☞\t- a',
    'YAML_SYNTAX a tab indents this line; YAML allows spaces only',
  ],
  [
    'an expression in a flow that is not in quotes',
    'a: { b: $☞{ .c } }',
    'YAML_SYNTAX within `{ }` or `[ ]` put a value that begins with `${` in quotes',
  ],
  [
    'several documents',
    `${definitionWith('do: []')}\n☞---\na: 1`,
    'YAML_SYNTAX the text holds several YAML documents; keep one and remove the `---`',
  ],
  ['an unknown tag', 'document: ☞!x 1', 'YAML_SYNTAX Unresolved tag: !x'],
  [
    'an alias of nothing',
    definitionWith('do: ☞*tasks'),
    'YAML_SYNTAX `*tasks` repeats nothing; no `&tasks` comes before it',
  ],
  [
    'an alias in what it repeats',
    definitionWith('do: &a [☞*a]'),
    'YAML_SYNTAX `*a` stands inside the value it repeats',
  ],
  [
    'a number JSON lacks',
    definitionWith('do: ☞.inf'),
    'YAML_SYNTAX the value has no equivalent in JSON; put it in quotes',
  ],
  [
    'a name that is no text',
    definitionWith('do: []\n? ☞[a]\n: 1'),
    'YAML_SYNTAX the name of a property must be text',
  ],
  [
    'a merge key',
    definitionWith('do: []\nx: { ☞<<: {} }').replace('x:', 'input:'),
    'UNSUPPORTED YAML merge keys (`<<`) are not supported',
  ],

  [
    'an empty text',
    '☞',
    'MISSING_PROPERTY the text holds no workflow; it needs `document` and `do`',
  ],
  [
    'only a comment',
    '☞# nothing',
    'MISSING_PROPERTY the text holds no workflow; it needs `document` and `do`',
  ],
  [
    'a text',
    '☞hello',
    'WRONG_TYPE expected a workflow (an object with `document` and `do`), found the text "hello"',
  ],
  ['no tasks', `☞${DOCUMENT}`, 'MISSING_PROPERTY `do` is missing'],
  [
    'no name',
    withDocument('  name: example\n', '').replace('document', '☞document'),
    'MISSING_PROPERTY `name` is missing',
  ],
  [
    'a misspelt required property',
    withDocument('name:', '☞nam:'),
    'UNKNOWN_PROPERTY unknown property `nam`; did you mean `name`?',
  ],
  [
    'a property of the document',
    withDocument('name:', '☞author: me\n  name:'),
    'UNKNOWN_PROPERTY unknown property `author`; possible here: title, summary, tags, metadata',
  ],
  [
    'a misspelt property of the workflow',
    definitionWith('do: []\n☞outptu: {}'),
    'UNKNOWN_PROPERTY unknown property `outptu`; did you mean `output`?',
  ],
  [
    'a vendor property of the workflow',
    definitionWith('do: []\n☞x-owner: me'),
    'UNKNOWN_PROPERTY unknown property `x-owner`; it has no effect',
  ],
  [
    'a property that is there twice',
    definitionWith('do: []\n☞do: []'),
    'DUPLICATE_PROPERTY `do` is there twice; keep one',
  ],

  [
    'a number as a version',
    withDocument("version: '1.0.0'", 'version: ☞1.0'),
    "WRONG_TYPE expected a version such as '1.0.0' in quotes, found the number 1",
  ],
  [
    'a version of two numbers',
    withDocument("version: '1.0.0'", "version: ☞'1.0'"),
    'INVALID_VERSION `1.0` is not a version of three numbers such as 1.0.0',
  ],
  [
    'a name with a dot',
    withDocument('name: example', 'name: ☞a.b'),
    'INVALID_NAME `a.b` is not a name: up to 63 letters, digits and `-`, no `-` at the ends',
  ],
  [
    'a namespace that is too long',
    withDocument('namespace: default', `namespace: ☞${'a'.repeat(64)}`),
    `INVALID_NAME \`${'a'.repeat(
      64,
    )}\` is not a name: up to 63 letters, digits and \`-\`, no \`-\` at the ends`,
  ],
  [
    'a reserved name',
    withDocument('name: example', 'name: ☞overview'),
    'RESERVED_NAME no workflow can be called `overview`: the API uses the name itself',
  ],
  [
    'another version of the DSL',
    withDocument("dsl: '1.0.3'", "dsl: ☞'2.0.0'"),
    'UNSUPPORTED_VERSION version 2.0.0 of the DSL is not supported; use 1.0.3',
  ],
  [
    'version 0.8',
    "id: x\n☞specVersion: '0.8'\nstates: []",
    'UNSUPPORTED_VERSION definitions of Serverless Workflow 0.8 are not supported yet; write it in the DSL 1.0.3',
  ],
  [
    'version 0.8 that does not say so',
    'id: x\n☞states: []',
    'UNSUPPORTED_VERSION definitions of Serverless Workflow 0.8 are not supported yet; write it in the DSL 1.0.3',
  ],

  [
    'another language',
    definitionWith('do: []\nevaluate: { language: ☞js }'),
    'UNSUPPORTED expressions in `js` cannot be evaluated; use `jq`',
  ],
  [
    'another mode',
    definitionWith('do: []\nevaluate: { mode: ☞lose }'),
    'INVALID_VALUE `lose` is none of strict, loose; did you mean `loose`?',
  ],
  [
    'a misspelt part of use',
    definitionWith('do: []\nuse: { ☞retires: {} }'),
    'UNKNOWN_PROPERTY unknown property `retires`; did you mean `retries`?',
  ],
  [
    'a fault in an unused part',
    definitionWith('do: []\nuse: { retries: { a: { delay: ☞1s } } }'),
    'INVALID_DURATION `1s` is not a duration; expected a duration: ISO 8601 text such as `PT30S`, or units such as `seconds: 30`',
  ],
  [
    'a section of use that is no object',
    definitionWith('do: []\nuse: { errors: ☞[] }'),
    'WRONG_TYPE expected an object of named parts, found a list',
  ],

  [
    'a task without a kind',
    definitionWith('do: [{ ☞a: { then: end } }]'),
    'INVALID_TASK task `a` does not say what to do; give it one of call, emit, for, fork, listen, raise, run, set, switch, try, wait, do',
  ],
  [
    'a misspelt kind',
    definitionWith('do: [{ a: { ☞swich: [] } }]'),
    'UNKNOWN_PROPERTY unknown property `swich`; did you mean `switch`?',
  ],
  [
    'two kinds',
    definitionWith('do: [{ a: { set: { x: 1 }, ☞wait: PT1S } }]'),
    'INVALID_TASK task `a` has both `set` and `wait`; make two tasks of it',
  ],
  [
    'a body below the wrong name',
    definitionWith('do:\n  - ☞a:\n    wait: PT1S'),
    'INVALID_TASK a task has exactly one name, found `a`, `wait`; indent what belongs to the task below its name',
  ],
  [
    'a task without a name',
    definitionWith('do: [☞{}]'),
    'INVALID_TASK a task needs a name',
  ],
  [
    'a task that is text',
    definitionWith('do: [☞wait]'),
    'WRONG_TYPE expected a task (an object with its name), found the text "wait"',
  ],
  [
    'a task without a body',
    definitionWith('do: [{ ☞a: }]'),
    'WRONG_TYPE expected what task `a` does (an object), found nothing',
  ],
  [
    'an unknown property of a task',
    definitionWith('do: [{ a: { wait: PT1S, ☞timout: PT1S } }]'),
    'UNKNOWN_PROPERTY unknown property `timout`; did you mean `timeout`?',
  ],
  [
    'two tasks of one name',
    definitionWith('do: [{ a: { wait: PT1S } }, { ☞a: { wait: PT1S } }]'),
    'DUPLICATE_TASK there is another task `a` in this list; rename one',
  ],
  [
    'a jump to nowhere',
    definitionWith(twoTasks.replace('PT1S', 'PT1S, then: ☞bb')),
    'UNKNOWN_TASK no task `bb` in this list, and `then` cannot leave it; did you mean `b`?',
  ],
  [
    'a directive that is no text',
    definitionWith(twoTasks.replace('PT1S', 'PT1S, then: ☞[b]')),
    'WRONG_TYPE expected continue, exit, end or the name of a task of the same list, found a list',
  ],
  [
    'two defaults',
    definitionWith(
      'do: [{ a: { switch: [{ x: { then: end } }, { ☞y: { then: end } }] } }]',
    ),
    'DUPLICATE_DEFAULT `y` is a second default, after `x`; give one of them a `when`',
  ],
  [
    'two cases of one name',
    definitionWith(
      'do: [{ a: { switch: [{ x: { when: .x, then: end } }, { ☞x: { then: end } }] } }]',
    ),
    'DUPLICATE_NAME there is another case `x` in this list; rename one',
  ],
  [
    'a task that `then` cannot name',
    definitionWith('do: [{ ☞end: { wait: PT1S } }]'),
    'INVALID_NAME `then: end` does not lead to a task of this name; rename it',
  ],
  [
    'a slip in what is called',
    definitionWith('do: [{ a: { call: ☞htpp } }]'),
    'UNKNOWN_FUNCTION `htpp` must be a function that the deployment offers; did you mean `http`?',
  ],
  [
    'a cron expression',
    definitionWith('do: []\nschedule: { cron: ☞daily }'),
    "INVALID_CRON `daily` is not a cron expression: invalid configuration format ('daily'), exactly five, six, or seven space separated parts are required.",
  ],
  [
    'a regular expression',
    definitionWith(
      'do: [{ a: { listen: { to: { one: { with: { type: ☞"^(a" } } } } } }]',
    ),
    'INVALID_PATTERN `^(a` is not a regular expression: end pattern with unmatched parenthesis',
  ],
  [
    'a timeout that is only a duration',
    definitionWith('do: []\ntimeout: ☞PT5M'),
    'WRONG_TYPE expected an object; write `after: PT5M` in it',
  ],
  [
    'an unknown timeout',
    definitionWith(
      'do: []\nuse: { timeouts: { short: { after: PT1S } } }\ntimeout: ☞shrt',
    ),
    'UNKNOWN_REFERENCE `shrt` is not defined in `use.timeouts`; did you mean `short`?',
  ],
  [
    'a timeout without a time',
    definitionWith('do: []\n☞timeout: {}'),
    'MISSING_PROPERTY `after` is missing',
  ],
  [
    'a duration',
    definitionWith('do: []\ntimeout: { after: ☞soon }'),
    'INVALID_DURATION `soon` is not a duration; expected a duration: ISO 8601 text such as `PT30S`, or units such as `seconds: 30`',
  ],
  [
    'a value that is none of the choices',
    definitionWith(
      'do: [{ a: { call: http, with: { method: get, endpoint: http://h/, output: ☞all } } }]',
    ),
    'INVALID_VALUE `all` is none of content, raw, response',
  ],
  [
    'a filter that is a list',
    definitionWith('do: []\ninput: { from: ☞[.a] }'),
    'WRONG_TYPE expected a jq expression (text) or an object, found a list',
  ],
  [
    'braces that are not closed',
    definitionWith('do: []\ninput: { from: ☞"${ .a" }'),
    'EXPRESSION_SYNTAX not a jq expression: `${` is not closed by a `}`, or a bracket or quote in it is not closed before',
  ],
  [
    'an unreachable task',
    definitionWith(
      twoTasks.replace('PT1S', 'PT1S, then: exit').replace('b:', '☞b:'),
    ),
    'UNREACHABLE_TASK no task leads to `b`; it never runs',
  ],

  [
    'an invalid schema',
    schema('{ properties: { a: { type: ☞strin } } }'),
    'INVALID_SCHEMA not a valid JSON Schema: must be equal to one of the allowed values: array, boolean, integer, null, number, object, string',
  ],
  [
    'a schema with a broken reference',
    schema('{ items: { $ref: ☞"#/$defs/nope" } }'),
    "INVALID_SCHEMA not a valid JSON Schema: can't resolve reference #/$defs/nope from id #",
  ],
  [
    'a schema with a broken pattern',
    schema('{ allOf: [{ pattern: "" }, { pattern: ☞"[" }] }'),
    'INVALID_SCHEMA not a valid JSON Schema: Invalid regular expression: /[/u: Unterminated character class',
  ],
  [
    'a schema of an unknown dialect',
    schema('{ $schema: ☞"http://json-schema.org/draft-04/schema#" }'),
    'INVALID_SCHEMA not a valid JSON Schema: the dialect `http://json-schema.org/draft-04/schema` is not supported; there are https://json-schema.org/draft/2020-12/schema and http://json-schema.org/draft-07/schema',
  ],
  [
    'a schema that is text',
    schema('☞x'),
    'WRONG_TYPE expected a JSON Schema (object), found the text "x"',
  ],
  [
    'a schema without its document',
    definitionWith('do: []\ninput: { ☞schema: {} }'),
    'MISSING_PROPERTY one of document, resource is missing',
  ],
  [
    'a schema inline and from elsewhere',
    definitionWith(
      'do: []\ninput: { schema: { document: {}, ☞resource: { endpoint: http://h/ } } }',
    ),
    'INVALID_VALUE `document` and `resource` exclude each other; keep one',
  ],
  [
    'a schema of another format',
    definitionWith(
      'do: []\ninput: { schema: { format: ☞avro, document: {} } }',
    ),
    'UNSUPPORTED schemas of the format `avro` are not supported; use json',
  ],

  [
    'a text that is too large',
    `☞a: ${'x'.repeat(1024 * 1024)}`,
    'LIMIT_EXCEEDED the text is larger than 1024 KiB',
  ],
  [
    'values nested too deep',
    `${'['.repeat(100)}☞[${']'.repeat(101)}`,
    'LIMIT_EXCEEDED values are nested more than 100 deep',
  ],
  [
    'aliases that multiply',
    billionLaughs(),
    'LIMIT_EXCEEDED aliases repeat more than 20000 values',
  ],
  [
    'tasks nested too deep',
    definitionWith(
      `do: ${'[{ a: { do: '.repeat(MAX_TASK_DEPTH)}[]${' } }]'.repeat(
        MAX_TASK_DEPTH,
      )}`.replace(/do: \[\]/, '☞do: []'),
    ),
    `LIMIT_EXCEEDED tasks are nested more than ${MAX_TASK_DEPTH} deep; put some into a workflow of their own`,
  ],
  [
    'too many tasks',
    definitionWith(
      `do:\n${tasks(
        MAX_TASKS,
      )}  - ☞one: { wait: PT1S }\n  - two: { wait: PT1S }`,
    ),
    `LIMIT_EXCEEDED a definition can have at most ${MAX_TASKS} tasks`,
  ],
];

function tasks(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `  - t${index}: { wait: PT1S }\n`,
  ).join('');
}

function billionLaughs(): string {
  const lines = Array.from({ length: 9 }, (_, level) => {
    const item = level === 0 ? 'ha' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(10).fill(item).join(', ')}]`;
  });
  return lines.join('\n').replace('[*l3', '[☞*l3');
}

it.each(CASES)('reports %s once, where it stands', (_, text, problem) => {
  expect(problemsOf(text)).toEqual([`${MARK} ${problem}`]);
});

it('survives values that are nested too deep for any parser', () => {
  expect(parseWorkflow('['.repeat(20_000)).problems).toMatchObject([
    { code: 'LIMIT_EXCEEDED' },
  ]);
});

it('gives no definition for any of these, except those that are only warned of', () => {
  for (const [, text] of CASES) {
    const { definition, problems } = parseWorkflow(text.replaceAll(MARK, ''));
    const isRunnable = problems.every(({ severity }) => severity === 'warning');
    expect(definition !== undefined).toBe(isRunnable);
  }
});

it('sorts problems by line, and keeps messages in one line', () => {
  const { problems } = parseWorkflow(
    definitionWith(`
do:
  - a:
      then: "no\\nwhere"
      wait: 1s
timeout: x
input: 4`),
  );
  expect(problems.map(({ line }) => line)).toEqual([9, 10, 11, 12]);
  expect(problems.filter(({ message }) => message.includes('\n'))).toEqual([]);
});

it('names the pointer of the faulty value', () => {
  const { problems } = parseWorkflow(
    definitionWith('do: [{ a/b: { wait: 1s } }]'),
  );
  expect(problems).toMatchObject([{ pointer: '/do/0/a~1b/wait' }]);
});

it('gives at most 200 problems', () => {
  const faults = Array(300).fill('wait').join(', ');
  expect(
    parseWorkflow(definitionWith(`do: [${faults}]`)).problems,
  ).toHaveLength(200);
});
