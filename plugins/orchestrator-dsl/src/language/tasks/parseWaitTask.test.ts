import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const DAY = 24 * 60 * 60 * 1000;

describe('wait', () => {
  it.each([
    ['PT30S', 30_000],
    ['PT0.5S', 500],
    ['PT1.5H', 5_400_000],
    ['P1DT2H', DAY + 7_200_000],
    ['P2W', 14 * DAY],
    ['P1M', 30 * DAY],
    ['P1Y', 365 * DAY],
    ['{ seconds: 30 }', 30_000],
    [
      '{ days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }',
      DAY + 3_661_001,
    ],
    ['{ milliseconds: 0 }', 0],
  ])('takes %s', (duration, ms) => {
    expect(parseTaskBody(`wait: ${duration}`)).toMatchObject({
      kind: 'wait',
      wait: { kind: 'fixed', ms },
    });
  });

  it.each(['${ .delay }', 'PT${ .n }S'])('takes the computed %s', template => {
    expect(parseTaskBody(`wait: ${template}`)).toMatchObject({
      wait: { kind: 'computed', template },
    });
  });

  const expected =
    'expected a duration: ISO 8601 text such as `PT30S`, or units such as `seconds: 30`';

  it.each([
    ['wait: ☞30s', `INVALID_DURATION \`30s\` is not a duration; ${expected}`],
    ['wait: ☞P', `INVALID_DURATION \`P\` is not a duration; ${expected}`],
    [
      'wait: ☞-PT1S',
      `INVALID_DURATION \`-PT1S\` is not a duration; ${expected}`,
    ],
    [
      'wait: ☞P99999999999Y',
      `INVALID_DURATION \`P99999999999Y\` is not a duration; ${expected}`,
    ],
    ['wait: ☞30', `WRONG_TYPE ${expected}, found the number 30`],
    ['☞wait:', `WRONG_TYPE ${expected}, found nothing`],
    [
      'wait: ☞{}',
      'INVALID_DURATION a duration needs at least one of days, hours, minutes, seconds, milliseconds',
    ],
    [
      'wait: { ☞second: 3 }',
      'UNKNOWN_PROPERTY unknown property `second`; did you mean `seconds`?',
    ],
    [
      'wait: { seconds: ☞-1 }',
      'INVALID_VALUE expected a whole number from 0, found -1',
    ],
    [
      'wait: { seconds: ☞1.5 }',
      'INVALID_VALUE expected a whole number from 0, found 1.5',
    ],
    [
      'wait: { seconds: ☞"1" }',
      'WRONG_TYPE expected a whole number, found the text "1"',
    ],
    [
      'wait: ☞{ days: 900719925474099 }',
      'INVALID_DURATION the duration is too long',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
