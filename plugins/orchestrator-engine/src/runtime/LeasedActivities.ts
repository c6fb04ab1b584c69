import type {
  ActivityCall,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';

/** What is known of the worker's lease. */
interface LeaseState {
  /** Whether it is certainly held. */
  readonly isHeld: boolean;
  /** Resolves once it is; never when it is lost. */
  held(): Promise<void>;
}

/**
 * Carries out an activity only while the worker certainly holds its lease.
 *
 * A process that stood still must not go on with the effects of a step: another worker may have carried them out meanwhile. So the
 * lease is asked for before an activity begins, and by the activity itself right before anything leaves the process. What is refused
 * there is begun anew once the lease is certain, and never when it is lost.
 */
export class LeasedActivities {
  constructor(
    private readonly activities: ActivityExecutor,
    private readonly lease: LeaseState,
  ) {}

  async execute(
    effect: ActivityEffect,
    call: ActivityCall,
  ): Promise<ActivityResult> {
    for (;;) {
      await this.lease.held();
      const last = new LastQuestion(this.lease);
      const { requireLease } = last;
      const context = { ...call, requireLease };
      const result = await this.activities.execute(effect, context);
      if (!last.wasRefused || call.signal.aborted) return result;
    }
  }
}

/** Asked by one carrying out of an activity whenever something is about to leave the process. */
class LastQuestion {
  #wasRefused = false;

  constructor(private readonly lease: LeaseState) {}

  get wasRefused(): boolean {
    return this.#wasRefused;
  }

  readonly requireLease = () => {
    if (this.lease.isHeld) return;
    this.#wasRefused = true;
    throw new Error('The lease of this worker is in doubt');
  };
}
