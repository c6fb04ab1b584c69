import type { ActionContext } from '@backstage/plugin-scaffolder-node';

class NothingRemembered extends Error {}

/**
 * Remembers, across tries of a template task, which runs of a step have failed.
 *
 * A run that failed must not be resumed when the task is retried, while one that goes on or has completed must be. The
 * scaffolder keeps the value of a checkpoint that succeeded and calls again what had thrown, which is memory enough.
 *
 * @internal
 */
export class FailedAttempts {
  readonly #context: Pick<ActionContext<{}>, 'checkpoint' | 'each'>;

  constructor(context: Pick<ActionContext<{}>, 'checkpoint' | 'each'>) {
    this.#context = context;
  }

  /** The number of the attempt to make or to resume, from 1: the first that is not known to have failed. */
  async next(): Promise<number> {
    let attempt = 1;
    while (await this.#has(attempt)) attempt += 1;
    return attempt;
  }

  async add(attempt: number): Promise<void> {
    await this.#context.checkpoint({
      key: this.#keyOf(attempt),
      fn: async () => true,
    });
  }

  async #has(attempt: number): Promise<boolean> {
    try {
      return await this.#context.checkpoint<boolean>({
        key: this.#keyOf(attempt),
        fn: async () => {
          throw new NothingRemembered();
        },
      });
    } catch (error) {
      if (error instanceof NothingRemembered) return false;
      throw error;
    }
  }

  #keyOf(attempt: number): string {
    const iteration = this.#context.each?.key ?? '';
    return `orchestrator.failed.${iteration}.${attempt}`;
  }
}
