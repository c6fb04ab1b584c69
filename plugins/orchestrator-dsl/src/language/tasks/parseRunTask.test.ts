import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const run = (process: string) => `run: { ${process} }`;

describe('run', () => {
  it('waits and gives what the process writes, unless it says otherwise', () => {
    expect(parseTaskBody(run('shell: { command: ls }'))).toMatchObject({
      kind: 'run',
      process: { kind: 'shell', command: 'ls' },
      await: true,
      return: 'stdout',
    });
    expect(
      parseTaskBody(run('shell: { command: ls }, await: false, return: code')),
    ).toMatchObject({ await: false, return: 'code' });
  });

  it.each([
    [
      'workflow: { namespace: a, name: b, version: "1.0.0", input: { c: "${ .c }" } }',
      {
        kind: 'workflow',
        namespace: 'a',
        name: 'b',
        version: '1.0.0',
        input: { c: '${ .c }' },
      },
    ],
    [
      'workflow: { namespace: a, name: "${ .b }" }',
      { name: '${ .b }', version: 'latest', input: undefined },
    ],
    [
      'script: { language: js, code: "`${ x }`", stdin: "${ .in }", arguments: [a, 1], environment: { B: c } }',
      {
        kind: 'script',
        language: 'js',
        code: '`${ x }`',
        stdin: '${ .in }',
        arguments: ['a', 1],
        environment: { B: 'c' },
      },
    ],
    [
      'script: { language: python, source: { endpoint: scripts/a.py } }',
      { language: 'python', source: { endpoint: { uri: 'scripts/a.py' } } },
    ],
    [
      'shell: { command: "echo ${ .a }", arguments: "${ .args }" }',
      { kind: 'shell', command: 'echo ${ .a }', arguments: '${ .args }' },
    ],
    [
      'container: { image: i }',
      { kind: 'container', pullPolicy: 'ifNotPresent' },
    ],
    [
      'container: { image: i, name: n, command: c, ports: { 80: 8080 }, volumes: { /a: /b }, environment: { C: d }, pullPolicy: always, lifetime: { cleanup: eventually, after: PT1M } }',
      {
        ports: { 80: 8080 },
        volumes: { '/a': '/b' },
        pullPolicy: 'always',
        lifetime: { cleanup: 'eventually', after: { ms: 60_000 } },
      },
    ],
  ])('takes %s', (process, expected) => {
    expect(parseTaskBody(run(process))).toMatchObject({ process: expected });
  });

  it.each([
    [
      '☞run: { await: true }',
      'MISSING_PROPERTY one of container, script, shell, workflow is missing',
    ],
    [
      run('shell: { command: a }, ☞script: { language: js, code: b }'),
      'INVALID_VALUE `shell` and `script` exclude each other; keep one',
    ],
    [
      run('script: { language: ☞javascript, code: b }'),
      'INVALID_VALUE write `javascript` as `js`',
    ],
    [
      run('script: { language: ☞pyton, code: b }'),
      'INVALID_VALUE `pyton` is none of js, python; did you mean `python`?',
    ],
    [
      run('☞script: { language: js }'),
      'MISSING_PROPERTY one of code, source is missing',
    ],
    [
      run('workflow: { namespace: a, name: b, version: ☞"1" }'),
      'INVALID_VERSION `1` is not a version of three numbers such as 1.0.0',
    ],
    [
      run('workflow: { namespace: a, name: ☞b.c }'),
      'INVALID_NAME `b.c` is not a name: up to 63 letters, digits and `-`, no `-` at the ends',
    ],
    [
      run('container: { image: i, ☞lifetime: { cleanup: eventually } }'),
      'MISSING_PROPERTY `after` is missing',
    ],
    [
      run(
        'container: { image: i, lifetime: { cleanup: never, ☞after: PT1S } }',
      ),
      'INVALID_VALUE `after` goes with `cleanup: eventually` only',
    ],
    [
      run('shell: { command: a }, return: ☞stdot'),
      'INVALID_VALUE `stdot` is none of stdout, stderr, code, all, none; did you mean `stdout`?',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });

  it.each([
    [
      '☞shell: { command: a }',
      '`run.shell` is switched off in this deployment; an operator can allow it with orchestrator.run.shell',
    ],
    [
      '☞container: { image: a }',
      '`run.container` is switched off in this deployment; an operator can allow it with orchestrator.run.container',
    ],
    [
      '☞script: { language: python, code: a }',
      '`run.script` in python is switched off in this deployment; an operator can allow it with orchestrator.run.script',
    ],
  ])('reports %s when it is switched off', (process, message) => {
    const capabilities = { processes: ['script:js' as const] };
    expect(
      problemsOf(definitionWithTask(run(process)), { capabilities }),
    ).toEqual([`☞ UNSUPPORTED ${message}`]);
  });
});
