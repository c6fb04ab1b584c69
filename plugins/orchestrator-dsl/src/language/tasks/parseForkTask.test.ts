import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const branches = 'branches: [{ a: { wait: PT1S } }, { b: { set: { x: 1 } } }]';

describe('fork', () => {
  it.each([
    [`fork: { ${branches} }`, false],
    [`fork: { ${branches}, compete: true }`, true],
  ])('takes %s', (body, compete) => {
    expect(parseTaskBody(body)).toMatchObject({
      kind: 'fork',
      compete,
      branches: [
        { kind: 'wait', pointer: '/do/0/it/fork/branches/0/a' },
        { kind: 'set', pointer: '/do/0/it/fork/branches/1/b' },
      ],
    });
  });

  it('lets a branch end the workflow', () => {
    const body = 'fork: { branches: [{ a: { wait: PT1S, then: end } }] }';
    expect(parseTaskBody(body)).toMatchObject({
      branches: [{ then: { kind: 'end' } }],
    });
  });

  it.each([
    ['☞fork: {}', 'MISSING_PROPERTY `branches` is missing'],
    [
      'fork: { branches: ☞[] }',
      'INVALID_VALUE a fork needs at least one branch',
    ],
    [
      'fork: { branches: ☞x }',
      'WRONG_TYPE expected a list of tasks, found the text "x"',
    ],
    [
      `fork: { ${branches}, compete: ☞1 }`,
      'WRONG_TYPE expected true or false, found the number 1',
    ],
    [
      'fork: { branches: [{ a: { wait: PT1S, then: ☞b } }, { b: { wait: PT1S } }] }',
      'UNKNOWN_TASK a branch cannot go on to `b`; branches run side by side',
    ],
    [
      'fork: { branches: [{ a: { wait: PT1S } }, { ☞a: { wait: PT1S } }] }',
      'DUPLICATE_TASK there is another task `a` in this list; rename one',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
