import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../../activities/ActivityExecutor';
import { EngineError, isUnavailable } from '../../EngineError';
import type { EmitEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Clock } from '../Clock';

/** How long to leave a database alone that is away. */
const RETRY_AFTER_MS = 1_000;

/**
 * Publishes events to all that listen. One that is published again, after a crash, is known by its id and goes to nobody twice.
 *
 * A database that is away is waited for, as every step does: that it was is no failure of the workflow.
 */
export class EmitActivity implements ActivityExecutor<EmitEffect> {
  constructor(
    private readonly options: {
      readonly deliver: (event: CloudEvent) => Promise<unknown>;
      readonly clock: Clock;
    },
  ) {}

  async execute(
    { event }: EmitEffect,
    { signal }: Pick<ActivityContext, 'signal'>,
  ): Promise<ActivityResult> {
    for (;;) {
      try {
        await this.options.deliver(event);
        return { outcome: { ok: true, value: null } };
      } catch (error) {
        if (!isUnavailable(error) || signal.aborted) {
          return { outcome: { ok: false, error: faultOf(error).details } };
        }
      }
      await this.#pause(signal);
    }
  }

  /** Ends early when nobody wants the event any more. */
  #pause(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const goOn = () => {
        callOff();
        signal.removeEventListener('abort', goOn);
        resolve();
      };
      const callOff = this.options.clock.schedule(goOn, RETRY_AFTER_MS);
      signal.addEventListener('abort', goOn);
    });
  }
}

/** An event that is none stays so. */
function faultOf(error: unknown) {
  if (!(error instanceof EngineError)) {
    return standardError('runtime', 'The event could not be kept');
  }
  const kind = error.code === 'INPUT_INVALID' ? 'validation' : 'communication';
  return standardError(kind, error.message);
}
