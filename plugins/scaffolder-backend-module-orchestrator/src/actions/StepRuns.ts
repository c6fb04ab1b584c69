import { createHash } from 'node:crypto';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { ExecuteWorkflowRequest } from '@stagecraft/backstage-plugin-orchestrator-common';

type Step = Pick<ActionContext<{}>, 'checkpoint' | 'task' | 'step' | 'each'>;

/**
 * The runs that a step of a template has started, remembered across its tries.
 *
 * A step is tried again when the scaffolder was restarted or somebody retries the template. What goes on or has completed must not
 * be started twice then; what has failed must be started anew. The scaffolder keeps the value of a checkpoint that succeeded; for
 * the moment between a start and its checkpoint there is the idempotency key.
 *
 * @internal
 */
export class StepRuns {
  readonly #step: Step;
  readonly #request: ExecuteWorkflowRequest;

  constructor(step: Step, request: ExecuteWorkflowRequest) {
    this.#step = step;
    this.#request = request;
  }

  /**
   * The instance of this try: the latest one of earlier tries, unless it is not to be gone on with, else a new one.
   *
   * @param start - starts a run; with the same key always the same one
   * @param isOver - whether a run of an earlier try is not to be gone on with
   */
  async current(
    start: (idempotencyKey: string) => Promise<string>,
    isOver: (instanceId: string) => Promise<boolean>,
  ): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      let isNew = false;
      const key = this.#keyOf(attempt);
      const instanceId = await this.#step.checkpoint({
        key,
        fn: () => {
          isNew = true;
          return start(key);
        },
      });
      if (isNew || !(await isOver(instanceId))) return instanceId;
    }
  }

  /** The same for the same request of the same step, and for nothing else. */
  #keyOf(attempt: number): string {
    const { task, step, each } = this.#step;
    const run = [task.id, step?.id, each?.key, attempt, this.#request];
    const digest = createHash('sha256').update(JSON.stringify(run));
    return `scaffolder-${digest.digest('hex')}`;
  }
}
