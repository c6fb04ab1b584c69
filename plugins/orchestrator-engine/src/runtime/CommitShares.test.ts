import { CommitShares } from './CommitShares';

describe('CommitShares', () => {
  it('lets few leave at once, whatever is under way', () => {
    const shares = new CommitShares(2);
    shares.begin(6);

    expect(shares.next(4)).toBe(4);
  });

  it('divides many evenly among the commits that can be under way', () => {
    const shares = new CommitShares(2);

    const first = shares.next(50);
    shares.begin(first);

    expect([first, shares.next(50 - first)]).toEqual([25, 25]);
  });

  it('holds what is less than its share beside another commit, and lets it leave with what comes', () => {
    const shares = new CommitShares(2);
    shares.begin(shares.next(50));

    expect(shares.next(7)).toBe(0);
    expect(shares.next(24)).toBe(0);
    expect(shares.next(25)).toBe(25);
  });

  it('makes the share larger when more take part', () => {
    const shares = new CommitShares(2);
    shares.begin(shares.next(50));

    expect(shares.next(32)).toBe(29);
  });

  it('lets what there is leave when nothing is under way', () => {
    const shares = new CommitShares(2);
    shares.begin(shares.next(50));
    shares.end(25);

    expect(shares.next(7)).toBe(7);
  });

  it('holds nothing that can be waited for no longer', () => {
    const shares = new CommitShares(2);
    shares.begin(shares.next(50));

    expect(shares.atLeast(7)).toBe(7);
  });

  it('lets all leave together where one commit is under way at a time', () => {
    const shares = new CommitShares(1);

    expect(shares.next(50)).toBe(50);
  });

  it('lets a hundred leave together at most', () => {
    const shares = new CommitShares(2);

    expect(shares.next(1_000)).toBe(100);
    shares.begin(100);
    expect(shares.next(900)).toBe(100);
  });

  it('forgets in time how many there once were', () => {
    const shares = new CommitShares(2);
    shares.next(1_000);
    shares.begin(10);

    const sizes = Array.from({ length: 300 }, () => shares.next(10));

    expect(sizes[0]).toBe(0);
    expect(sizes.at(-1)).toBe(10);
  });
});
