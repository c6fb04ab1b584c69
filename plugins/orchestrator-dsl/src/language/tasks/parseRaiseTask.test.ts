import { parseWorkflow } from '../parseWorkflow';
import {
  definitionWith,
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

// A task after `raise` is never reached; `if` keeps that warning out of these cases.
const raise = (error: string) => `if: .bad\nraise: { error: ${error} }`;

describe('raise', () => {
  it.each([
    [
      '{ type: https://x/e, status: 500 }',
      { type: 'https://x/e', status: 500 },
    ],
    [
      '{ type: "${ .t }", status: "${ .s }", title: a, detail: "b ${ .c }", instance: /do/0/it }',
      {
        type: '${ .t }',
        status: '${ .s }',
        title: 'a',
        detail: 'b ${ .c }',
        instance: '/do/0/it',
      },
    ],
  ])('takes %s', (written, error) => {
    expect(parseTaskBody(raise(written))).toMatchObject({
      kind: 'raise',
      error,
    });
  });

  it('finds an error by its name in `use.errors`', () => {
    const { definition } = parseWorkflow(
      definitionWith(`
use: { errors: { gone: { type: https://x/gone, status: 410 } } }
do: [{ it: { raise: { error: gone } } }]`),
    );
    expect(definition?.do).toMatchObject([
      { error: { type: 'https://x/gone', status: 410 } },
    ]);
  });

  it.each([
    ['if: .bad\n☞raise: {}', 'MISSING_PROPERTY `error` is missing'],
    [
      'if: .bad\nraise: { ☞error: { type: a } }',
      'MISSING_PROPERTY `status` is missing',
    ],
    [
      'if: .bad\nraise: { ☞error: { status: 1 } }',
      'MISSING_PROPERTY `type` is missing',
    ],
    [raise('☞gone'), 'UNKNOWN_REFERENCE `gone` is not defined in `use.errors`'],
    [
      raise('☞4'),
      'WRONG_TYPE expected an error (an object with `type` and `status`) or the name of one in `use.errors`, found the number 4',
    ],
    [
      raise('{ type: a, status: ☞"500" }'),
      'WRONG_TYPE expected a whole number, found the text "500"',
    ],
    [
      raise('{ type: a, status: 500, instance: ☞do/0 }'),
      'INVALID_VALUE `do/0` is not a JSON pointer; write it like `/do/0/task`',
    ],
    [
      raise('{ type: a, status: 500, ☞details: x }'),
      'UNKNOWN_PROPERTY unknown property `details`; did you mean `detail`?',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
