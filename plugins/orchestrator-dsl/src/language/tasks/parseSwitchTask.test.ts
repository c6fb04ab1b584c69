import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

describe('switch', () => {
  it('takes cases in order, with at most one default', () => {
    const body = `
switch:
  - big:
      when: \${ .n > 10 }
      then: next
  - small:
      when: .n > 0
      then: exit
  - other:
      then: end`;
    expect(parseTaskBody(body)).toMatchObject({
      kind: 'switch',
      switch: [
        { name: 'big', when: '.n > 10', then: { kind: 'task', name: 'next' } },
        { name: 'small', when: '.n > 0', then: { kind: 'exit' } },
        { name: 'other', when: undefined, then: { kind: 'end' } },
      ],
    });
  });

  it.each([
    ['switch: ☞[]', 'INVALID_VALUE a switch needs at least one case'],
    [
      'switch: ☞{ a: { then: end } }',
      'WRONG_TYPE expected a list of cases, found an object',
    ],
    [
      'switch: [☞x]',
      'WRONG_TYPE expected a case (an object with its name), found the text "x"',
    ],
    [
      'switch: [☞{ a: { then: end }, b: { then: exit } }]',
      'INVALID_VALUE a case has exactly one name, found 2; check the indentation',
    ],
    [
      'switch: [{ a: ☞end }]',
      'WRONG_TYPE expected a case (an object with `when` and `then`), found the text "end"',
    ],
    ['switch: [{ ☞a: { when: .x } }]', 'MISSING_PROPERTY `then` is missing'],
    [
      'switch: [{ a: { then: ☞nxt } }]',
      'UNKNOWN_TASK no task `nxt` in this list, and `then` cannot leave it; did you mean `next`?',
    ],
    [
      'switch: [{ a: { then: end } }, { ☞b: { then: exit } }]',
      'DUPLICATE_DEFAULT `b` is a second default, after `a`; give one of them a `when`',
    ],
    [
      'switch: [{ a: { ☞whn: .x, then: end } }]',
      'UNKNOWN_PROPERTY unknown property `whn`; did you mean `when`?',
    ],
    [
      'switch: [{ a: { when: ☞true, then: end } }]',
      'WRONG_TYPE expected a jq expression (text), found the boolean true',
    ],
  ])('reports %s', (body, problem) => {
    const warnings = ' UNREACHABLE_TASK ';
    const problems = problemsOf(definitionWithTask(body));
    expect(problems.filter(line => !line.includes(warnings))).toEqual([
      `☞ ${problem}`,
    ]);
  });
});
