import { diffRows } from './diffRows';

function drawn(before: string, after: string, wantsAll = false) {
  return diffRows(before, after, wantsAll).map(row =>
    row.kind === 'omitted'
      ? `… ${row.count}`
      : `${row.before ?? ''}|${row.after ?? ''} ${row.kind} ${row.text}`,
  );
}

const long = Array.from({ length: 12 }, (_, index) => `line${index + 1}`);

describe('the lines of two texts', () => {
  it('are numbered as they stand in each', () => {
    expect(drawn('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
      '1|1 same a',
      '2| removed b',
      '|2 added x',
      '3|3 same c',
    ]);
  });

  it('leave out what is the same and far from any change', () => {
    const changed = long.with(11, 'other');
    const rows = drawn(long.join('\n'), changed.join('\n'));
    expect(rows).toEqual([
      '… 8',
      '9|9 same line9',
      '10|10 same line10',
      '11|11 same line11',
      '12| removed line12',
      '|12 added other',
    ]);
    expect(drawn(long.join('\n'), changed.join('\n'), true)).toHaveLength(13);
  });

  it('are one gap when nothing has changed', () => {
    expect(drawn('a\nb\n', 'a\nb\n')).toEqual(['… 2']);
  });
});
