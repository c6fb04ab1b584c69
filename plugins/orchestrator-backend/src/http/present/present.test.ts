import { humanDuration } from './humanDuration';
import { presentResult } from './presentResult';

it.each<[number, string]>([
  [0, '0 seconds'],
  [1_000, '1 second'],
  [1_250, '1.25 seconds'],
  [59_999, '60 seconds'],
  [60_000, '1 minute'],
  [125_400, '2 minutes 5 seconds'],
  [3_600_000, '1 hour'],
  [3_660_000, '1 hour 1 minute'],
  [100_000_000, '1 day 3 hours'],
])('%d ms are %s', (ms, text) => {
  expect(humanDuration(ms)).toBe(text);
});

describe('presentResult', () => {
  it('takes the result of the output, if it has one', () => {
    const result = { message: 'Done', extra: [1] };

    expect(presentResult({ other: 1, result })).toEqual(result);
  });

  it('takes all of an output without a result', () => {
    expect(presentResult({ total: 3 })).toEqual({ total: 3 });
  });

  it.each([
    ['text', 'text'],
    [7, '7'],
    [null, 'null'],
    [[1, 2], '[1,2]'],
  ])('makes a message of %j', (output, message) => {
    expect(presentResult(output)).toEqual({ message });
  });

  it('keeps outputs and next workflows that have their form, and leaves out others', () => {
    expect(
      presentResult({
        message: { text: 'Done' },
        outputs: [
          { key: 'Report', value: 'https://example.com', format: 'link' },
          { key: 'Count', value: 3, format: 'roman' },
          { key: 'List', value: ['a'] },
          { key: 'No value' },
          'nothing',
        ],
        nextWorkflows: [{ id: 'hello', name: 'Say hello' }, { id: 'x' }],
      }),
    ).toEqual({
      message: '{"text":"Done"}',
      outputs: [
        { key: 'Report', value: 'https://example.com', format: 'link' },
        { key: 'Count', value: 3 },
        { key: 'List', value: '["a"]' },
      ],
      nextWorkflows: [{ id: 'hello', name: 'Say hello' }],
    });
  });
});
