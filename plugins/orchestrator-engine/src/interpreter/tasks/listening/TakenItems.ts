import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { isList } from '../../json';

/** An event that a `listen` has taken, and what has become of it. */
export interface TakenItem {
  /** Which of those that were awaited then it met. */
  readonly expectation: number;
  readonly isResult: boolean;
  readonly value: Json;
}

/** Pieces that are full stay as they are, so that each is stored once, however many checkpoints hold it. */
const ITEMS_PER_PIECE = 500;

/** What a `listen` has taken so far. */
export class TakenItems {
  readonly #items: TakenItem[];
  #results = 0;

  /** @param pieces - those of before a checkpoint */
  constructor(pieces: readonly Json[] = []) {
    this.#items = pieces.flatMap(piece => listOf(piece).map(itemOf));
    this.#results = this.#items.filter(({ isResult }) => isResult).length;
  }

  get count(): number {
    return this.#items.length;
  }

  /** How many of them count for the output. */
  get results(): number {
    return this.#results;
  }

  get all(): readonly TakenItem[] {
    return this.#items;
  }

  /** What has become of those that count for the output. */
  get outputs(): Json[] {
    return this.#items.flatMap(({ isResult, value }) =>
      isResult ? [value] : [],
    );
  }

  /** All of it, as a checkpoint keeps it. */
  get pieces(): readonly Json[] {
    const count = Math.ceil(this.count / ITEMS_PER_PIECE);
    return Array.from({ length: count }, (_, index) =>
      this.#items
        .slice(index * ITEMS_PER_PIECE, (index + 1) * ITEMS_PER_PIECE)
        .map(({ expectation, isResult, value }) => [
          expectation,
          isResult,
          value,
        ]),
    );
  }

  add(item: TakenItem): void {
    this.#items.push(item);
    if (item.isResult) this.#results += 1;
  }
}

function itemOf(kept: Json): TakenItem {
  const [expectation, isResult, value] = listOf(kept);
  return {
    expectation: Number(expectation),
    isResult: isResult === true,
    value,
  };
}

function listOf(value: Json): readonly Json[] {
  return isList(value) ? value : [];
}
