import { timeOrderedId } from './timeOrderedId';

describe('timeOrderedId', () => {
  it('is a UUID of version 7', () => {
    expect(timeOrderedId(Date.now())).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('sorts by time', () => {
    const times = [1, 255, 256, 1_700_000_000_000, 1_700_000_000_001];
    const ids = times.map(timeOrderedId);
    expect([...ids].sort()).toEqual(ids);
  });

  it('gives another one each time', () => {
    const ids = Array.from({ length: 1000 }, () => timeOrderedId(5));
    expect(new Set(ids).size).toBe(1000);
  });
});
