import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { standardError } from '../interpreter/WorkflowError';
import { messageOf, type EngineLogger } from './EngineLogger';

/** Makes an outcome of a rejection, against the contract of activities: its task would wait for ever. */
export class FaultlessActivities implements ActivityExecutor {
  constructor(
    private readonly activities: ActivityExecutor,
    private readonly logger: EngineLogger,
  ) {}

  async execute(
    effect: ActivityEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    try {
      return await this.activities.execute(effect, context);
    } catch (error) {
      const { kind } = effect;
      this.logger.error(
        `An activity broke down instead of failing: ${messageOf(error)}`,
        { kind, idempotencyKey: context.idempotencyKey },
      );
      const { details } = standardError(
        'runtime',
        `An internal error of ${kind} tasks; the log of the backend says more`,
      );
      return { outcome: { ok: false, error: details } };
    }
  }
}
