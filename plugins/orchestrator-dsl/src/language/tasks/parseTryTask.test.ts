import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from '../parseWorkflow';
import {
  definitionWith,
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const body = 'try: [{ inner: { wait: PT1S } }]';
const catching = (rest: string) => `${body}\ncatch: { ${rest} }`;

describe('try', () => {
  it('catches everything as `error` when `catch` is empty', () => {
    expect(parseTaskBody(`${body}\ncatch: {}`)).toMatchObject({
      kind: 'try',
      try: [{ pointer: '/do/0/it/try/0/inner' }],
      catch: { as: 'error' },
    });
  });

  it.each([
    [
      'errors: { with: { type: t, status: 404, instance: /a, title: x, detail: y } }',
      {
        errors: {
          type: 't',
          status: 404,
          instance: '/a',
          title: 'x',
          detail: 'y',
        },
      },
    ],
    [
      'as: err, when: $err.status == 1, exceptWhen: "${ .b }"',
      { as: 'err', when: '$err.status == 1', exceptWhen: '.b' },
    ],
    [
      'do: [{ mend: { set: { a: 1 } } }]',
      { do: [{ pointer: '/do/0/it/catch/do/0/mend' }] },
    ],
    ['then: next', { then: { kind: 'task', name: 'next' } }],
  ])('takes catch: { %s }', (rest, expected) => {
    expect(parseTaskBody(catching(rest))).toMatchObject({ catch: expected });
  });

  it.each([
    ['{}', { backoff: 'constant', limit: {} }],
    [
      '{ delay: PT1S, backoff: { exponential: {} } }',
      { delay: { kind: 'fixed', ms: 1000 }, backoff: 'exponential' },
    ],
    ['{ backoff: { linear: {} } }', { backoff: 'linear' }],
    [
      '{ limit: { attempt: { count: 3, duration: PT5S }, duration: { minutes: 1 } } }',
      {
        limit: {
          retries: 3,
          attemptDuration: { ms: 5000 },
          duration: { ms: 60_000 },
        },
      },
    ],
    [
      '{ jitter: { from: PT0S, to: PT1S } }',
      { jitter: { from: { ms: 0 }, to: { ms: 1000 } } },
    ],
    [
      '{ when: $error.status > 499, exceptWhen: .x }',
      { when: '$error.status > 499', exceptWhen: '.x' },
    ],
  ])('takes the retry policy %s', (policy, expected) => {
    expect(parseTaskBody(catching(`retry: ${policy}`))).toMatchObject({
      catch: { retry: expected },
    });
  });

  it('finds a retry policy by its name in `use.retries`', () => {
    const { definition } = parseWorkflow(
      definitionWith(`
use: { retries: { patient: { limit: { attempt: { count: 9 } } } } }
do: [{ it: { ${body}, catch: { retry: patient } } }]`),
    );
    expect(definition?.do).toMatchObject([
      { catch: { retry: { limit: { retries: 9 } } } },
    ]);
  });

  it('lets a shared policy see the error variable of the catch that uses it', async () => {
    const expressions = createJqExpressionEvaluator();
    const text = (as: string) =>
      definitionWith(`
use: { retries: { picky: { when: ☞$err.status == 503 } } }
do: [{ it: { ${body}, catch: { as: ${as}, retry: picky } } }]`);
    expect(problemsOf(text('err'), { expressions })).toEqual([]);
    expect(problemsOf(text('oops'), { expressions })).toEqual([
      '☞ EXPRESSION_SYNTAX not a jq expression: $err is not defined (column 1)',
    ]);
  });

  it.each([
    [
      `${body}\ncatch: ☞all`,
      'WRONG_TYPE expected an object with as, errors, when, exceptWhen, retry, do, then, found the text "all"',
    ],
    [
      catching('errors: { with: ☞{} }'),
      'INVALID_VALUE an error filter needs at least one of type, status, instance, title, detail',
    ],
    [
      catching('errors: { ☞type: x }'),
      'UNKNOWN_PROPERTY unknown property `type`; possible here: with',
    ],
    [
      catching('errors: { with: { status: ☞"404" } }'),
      'WRONG_TYPE expected a whole number, found the text "404"',
    ],
    [
      catching('errors: { with: { instance: ☞a } }'),
      'INVALID_VALUE `a` is not a JSON pointer; write it like `/do/0/task`',
    ],
    [
      catching('as: ☞task'),
      'INVALID_NAME `$task` already has a meaning in expressions; choose another name',
    ],
    [
      catching('retry: ☞patient'),
      'UNKNOWN_REFERENCE `patient` is not defined in `use.retries`',
    ],
    [
      catching('☞rety: {}'),
      'UNKNOWN_PROPERTY unknown property `rety`; did you mean `retry`?',
    ],
    [
      catching('retry: { backoff: ☞fast }'),
      'WRONG_TYPE expected an object with constant, linear, exponential, found the text "fast"',
    ],
    [
      catching('retry: { ☞backoff: {} }'),
      'INVALID_VALUE a back-off is exactly one of constant, linear, exponential',
    ],
    [
      catching('retry: { ☞backoff: { linear: {}, constant: {} } }'),
      'INVALID_VALUE a back-off is exactly one of constant, linear, exponential',
    ],
    [
      catching('retry: { backoff: { ☞expotential: {} } }'),
      'UNKNOWN_PROPERTY unknown property `expotential`; did you mean `exponential`?',
    ],
    [
      catching('retry: { backoff: { exponential: { ☞multiplier: 3 } } }'),
      'UNKNOWN_PROPERTY unknown property `multiplier`',
    ],
    [
      catching('retry: { limit: { ☞count: 3 } }'),
      'UNKNOWN_PROPERTY unknown property `count`; possible here: attempt, duration',
    ],
    [
      catching('retry: { limit: { attempt: { count: ☞many } } }'),
      'WRONG_TYPE expected a whole number, found the text "many"',
    ],
    [
      catching('retry: { ☞jitter: { from: PT0S } }'),
      'MISSING_PROPERTY `to` is missing',
    ],
    [
      catching('then: ☞inner'),
      'UNKNOWN_TASK no task `inner` in this list, and `then` cannot leave it',
    ],
  ])('reports %s', (text, problem) => {
    expect(problemsOf(definitionWithTask(text))).toEqual([`☞ ${problem}`]);
  });

  it('reports a missing `catch` at the name of the task', () => {
    const text = definitionWithTask(body).replace('it:', '☞it:');
    expect(problemsOf(text)).toEqual(['☞ MISSING_PROPERTY `catch` is missing']);
  });
});
