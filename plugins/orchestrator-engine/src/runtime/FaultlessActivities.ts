import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import { instanceOf } from '../activities/instanceOf';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { standardError } from '../interpreter/WorkflowError';
import { messageOf, type EngineLogger } from './EngineLogger';

/** Where in which instance, as fields of the log. */
function placeOf(
  { taskKey = '' }: ActivityEffect,
  { idempotencyKey }: ActivityContext,
): { readonly [field: string]: string | number } {
  const instanceId = instanceOf(idempotencyKey, taskKey);
  if (taskKey === '') return { instanceId };
  const { ref: taskRef, attempt = 1 } = parseTaskKey(taskKey);
  return { instanceId, taskRef, attempt };
}

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
        { kind, ...placeOf(effect, context) },
      );
      const { details } = standardError(
        'runtime',
        `An internal error of ${kind} tasks; the log of the backend says more`,
      );
      return { outcome: { ok: false, error: details } };
    }
  }
}
