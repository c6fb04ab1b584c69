import { linesWith, logFile, partsAround } from './logText';

const lines = [
  {
    offset: 1,
    time: '2026-01-01T10:00:00.000Z',
    level: 'info',
    message: 'instance created',
  },
  {
    offset: 2,
    time: '2026-01-01T10:00:01.000Z',
    level: 'error',
    task: '/do/0/charge',
    message: 'charge failed with Bad Gateway',
  },
] as const;

describe('the text of a log', () => {
  it('is searched in messages and tasks, letters of either case', () => {
    expect(linesWith(lines, 'GATEWAY')).toEqual([lines[1]]);
    expect(linesWith(lines, '/do/0')).toEqual([lines[1]]);
    expect(linesWith(lines, ' ')).toEqual(lines);
    expect(linesWith(lines, 'nothing')).toEqual([]);
  });

  it('is a line for each thing, its parts separated by tabs', () => {
    expect(logFile(lines)).toBe(
      '2026-01-01T10:00:00.000Z\tinfo\t\tinstance created\n' +
        '2026-01-01T10:00:01.000Z\terror\t/do/0/charge\tcharge failed with Bad Gateway\n',
    );
  });

  it('is split around what was searched for, also where that means something in a pattern', () => {
    expect(partsAround('a (b) c (B)', '(b)')).toEqual([
      'a ',
      '(b)',
      ' c ',
      '(B)',
      '',
    ]);
    expect(partsAround('plain', '')).toEqual(['plain']);
  });
});
