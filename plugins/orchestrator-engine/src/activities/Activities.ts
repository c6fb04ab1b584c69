import type { ActivityEffect } from '../interpreter/DurableHost';
import { standardError } from '../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from './ActivityExecutor';

/** What carries out which kind of effect. @public */
export type ActivitiesByKind = {
  readonly [K in ActivityEffect['kind']]?: ActivityExecutor<
    Extract<ActivityEffect, { readonly kind: K }>
  >;
};

/**
 * Carries out each effect with what the deployment has for its kind.
 *
 * A kind without a means is a `configuration` error of the task; definitions that need it are found when they are loaded.
 *
 * @public
 */
export class Activities implements ActivityExecutor {
  constructor(private readonly byKind: ActivitiesByKind) {}

  /** The kinds that can be carried out. */
  get kinds(): readonly ActivityEffect['kind'][] {
    return Object.keys(this.byKind) as ActivityEffect['kind'][];
  }

  async execute(
    effect: ActivityEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const executor: ActivityExecutor<never> | undefined =
      this.byKind[effect.kind];
    if (executor) return executor.execute(effect as never, context);
    const { details } = standardError(
      'configuration',
      `This deployment has no means to carry out ${effect.kind} tasks`,
    );
    return { outcome: { ok: false, error: details } };
  }

  taskEnded(idempotencyKey: string): void {
    for (const executor of Object.values(this.byKind)) {
      executor.taskEnded?.(idempotencyKey);
    }
  }
}
