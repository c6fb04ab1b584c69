/** What leaves together at most: on SQLite a commit keeps the process to itself. */
const MOST_PARTS = 100;

/** A smaller share is not worth waiting for. */
const SMALLEST_SHARE = 8;

/** How much of what took part lately still counts at the next commit, when less does by now. */
const REMEMBERED = 63 / 64;

/**
 * How many of the parts that wait leave with the next commit.
 *
 * Where the database carries out several commits at once, each takes an even share of all parts there are: while one is carried out
 * the process makes the other, and neither waits for long. A commit begins beside another only with its whole share. Left to
 * themselves commits drift apart in size until many small ones do the work of a few.
 */
export class CommitShares {
  #underWay = 0;
  /** How many parts there were at once lately. */
  #parts = 0;

  constructor(private readonly commitsAtOnce: number) {}

  /** @returns how many leave now; 0: those that wait are to wait until their share is whole or another commit has ended */
  next(waiting: number): number {
    this.#parts = Math.max(waiting + this.#underWay, this.#parts * REMEMBERED);
    const share = Math.ceil(this.#parts / this.commitsAtOnce);
    if (share < SMALLEST_SHARE) return waiting;
    const whole = Math.min(share, MOST_PARTS);
    const isAlone = this.#underWay === 0;
    return isAlone || waiting >= whole ? Math.min(waiting, whole) : 0;
  }

  /** How many leave when they cannot wait for their share any longer. */
  atLeast(waiting: number): number {
    return this.next(waiting) || Math.min(waiting, MOST_PARTS);
  }

  begin(parts: number): void {
    this.#underWay += parts;
  }

  end(parts: number): void {
    this.#underWay -= parts;
  }
}
