import { ManualClock } from '../__testUtils__/ManualClock';
import { DatabaseVersion } from './DatabaseVersion';

describe('the version of the database', () => {
  let clock: ManualClock;
  let isKnown: boolean;
  let asked: number;
  let version: DatabaseVersion;

  beforeEach(() => {
    clock = new ManualClock();
    isKnown = true;
    asked = 0;
    version = new DatabaseVersion({
      clock,
      requireKnown: async () => {
        asked += 1;
        if (!isKnown) throw new Error('a newer version');
      },
    });
  });

  it('is asked once a second at most, however many want to know', async () => {
    await Promise.all([version.requireKnown(), version.requireKnown()]);
    clock.advance(999);
    await version.requireKnown();
    expect(asked).toBe(1);
    clock.advance(1);
    await version.requireKnown();
    expect(asked).toBe(2);
  });

  it('is noticed within a second, and said until it is known again', async () => {
    await version.requireKnown();
    isKnown = false;
    clock.advance(1_000);
    await expect(version.requireKnown()).rejects.toThrow('a newer version');
    await expect(version.obstacle()).resolves.toBe('a newer version');
    isKnown = true;
    clock.advance(1_000);
    await expect(version.obstacle()).resolves.toBeUndefined();
  });
});
