import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

describe('do', () => {
  it('takes a list, whose tasks may name each other', () => {
    const body = `
do:
  - a: { wait: PT1S, then: c }
  - b: { wait: PT1S }
  - c: { wait: PT1S, then: b }`;
    expect(parseTaskBody(body)).toMatchObject({
      kind: 'do',
      do: [
        { pointer: '/do/0/it/do/0/a', then: { kind: 'task', name: 'c' } },
        { pointer: '/do/0/it/do/1/b', then: { kind: 'continue' } },
        { pointer: '/do/0/it/do/2/c', then: { kind: 'task', name: 'b' } },
      ],
    });
  });

  it('takes an empty list', () => {
    expect(parseTaskBody('do: []')).toMatchObject({ do: [] });
  });

  it.each([
    ['☞do:', 'WRONG_TYPE expected a list of tasks, found nothing'],
    ['do: ☞5', 'WRONG_TYPE expected a list of tasks, found the number 5'],
    [
      'do: [{ a: { wait: PT1S, then: ☞next } }]',
      'UNKNOWN_TASK no task `next` in this list, and `then` cannot leave it',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
