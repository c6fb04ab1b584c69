import type { End, Fiber } from './Fiber';

/** A fiber's wait for its branches: for all of them, or for the first; and for those that this cancels. */
export class Join {
  readonly kind = 'join';
  /** The branches, in their order. */
  readonly children: Fiber[] = [];
  readonly #values: unknown[];
  #open: number;
  #decision: End | undefined;

  constructor(private readonly waitsFor: 'all' | 'first', branches: number) {
    this.#open = branches;
    this.#values = new Array(branches);
  }

  /** Whether its outcome is settled, though branches may still have to end. */
  get isDecided(): boolean {
    return this.#decision !== undefined;
  }

  /** Whether all branches have ended. */
  get isOver(): boolean {
    return this.#open === 0;
  }

  /** What the fiber goes on with. */
  get end(): End {
    return this.#decision ?? { kind: 'returned', value: this.#values };
  }

  /** A branch has ended. @returns whether this decides: then the others are to be cancelled */
  note(index: number, end: End): boolean {
    this.#open -= 1;
    if (end.kind === 'returned') this.#values[index] = end.value;
    const decision = this.#decisionOf(index, end);
    if (this.isDecided || !decision) return false;
    this.#decision = decision;
    return true;
  }

  #decisionOf(index: number, end: End): End | undefined {
    if (end.kind === 'threw') return end;
    if (end.kind !== 'returned' || this.waitsFor === 'all') return undefined;
    return { kind: 'returned', value: { index, value: end.value } };
  }
}
