import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';

/**
 * Carries out an activity only while the worker certainly holds its lease.
 *
 * A process that stood still after the commit of a step must not begin the step's effects when it goes on: another worker may
 * have carried them out meanwhile.
 */
export class LeasedActivities implements ActivityExecutor {
  constructor(
    private readonly activities: ActivityExecutor,
    private readonly lease: { held(): Promise<void> },
  ) {}

  async execute(
    effect: ActivityEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    await this.lease.held();
    return this.activities.execute(effect, context);
  }
}
