import { parseWorkflow } from '../parseWorkflow';
import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';
import { definitionWith, problemsOf } from '../testing/definitionText';

const scheduled = (schedule: string) =>
  definitionWith(`do: []\nschedule: ${schedule}`);

describe('schedule', () => {
  it.each([
    ['{ every: PT5M }', { every: { kind: 'fixed', ms: 300_000 } }],
    ['{ cron: "0 8 * * MON-FRI" }', { cron: '0 8 * * MON-FRI' }],
    ['{ after: { hours: 1 } }', { after: { kind: 'fixed', ms: 3_600_000 } }],
    [
      '{ on: { one: { with: { type: a } } }, read: envelope }',
      { on: { kind: 'one' }, read: 'envelope' },
    ],
    ['{ on: { any: [] } }', { read: 'data' }],
    [
      '{ every: PT1H, cron: "0 8 * * *" }',
      { every: { kind: 'fixed', ms: 3_600_000 }, cron: '0 8 * * *' },
    ],
    [
      '{ every: "${ $runtime.metadata.rate }" }',
      { every: { kind: 'computed' } },
    ],
  ])('takes %s', (schedule, expected) => {
    const { definition, problems } = parseWorkflow(scheduled(schedule));
    expect(problems).toEqual([]);
    expect(definition?.schedule).toMatchObject(expected);
  });

  it.each([
    ['{}', 'MISSING_PROPERTY one of every, cron, after, on is missing'],
    [
      '{ every: ☞PT0S }',
      'INVALID_DURATION the time between two starts cannot be nothing',
    ],
    [
      '{ cron: ☞"61 * * * *" }',
      'INVALID_CRON `61 * * * *` is not a cron expression: Invalid value for minute: 61',
    ],
    [
      '{ cron: ☞"0 0 0 * * *" }',
      "INVALID_CRON `0 0 0 * * *` is not a cron expression: mode '5-part' requires exactly 5 parts, but pattern '0 0 0 * * *' has 6 parts.",
    ],
    [
      '{ cron: "0 8 * * *", ☞read: data }',
      'INVALID_VALUE `read` goes with `on` only',
    ],
    [
      '{ on: { one: { with: { type: ☞"${ . == $context.type }" } } } }',
      'EXPRESSION_SYNTAX not a jq expression: $context is not defined (column 6)',
    ],
    [
      '{ every: ☞"${ $secrets.rate }" }',
      'EXPRESSION_SYNTAX not a jq expression: $secrets is not defined (column 1)',
    ],
    [
      '{ after: ☞"${ $input.rate }" }',
      'EXPRESSION_SYNTAX not a jq expression: $input is not defined (column 1)',
    ],
  ])('reports %s', (schedule, problem) => {
    const text = scheduled(schedule).replace('schedule: {}', '☞schedule: {}');
    const expressions = createJqExpressionEvaluator();
    expect(problemsOf(text, { expressions })).toEqual([`☞ ${problem}`]);
  });

  it('reports a time zone that is none', () => {
    const text = scheduled('{ cron: "0 8 * * *" }').replace(
      "version: '1.0.0'",
      "version: '1.0.0'\n  metadata: { timeZone: ☞Europe/Berln }",
    );
    expect(problemsOf(text)).toEqual([
      '☞ INVALID_VALUE `Europe/Berln` is no time zone; write it like Europe/Berlin',
    ]);
  });
});
