import { EngineError, isUnavailable } from '../../EngineError';
import { deterministicId } from '../../interpreter/deterministicId';
import type { NewInstance } from '../../store/InstanceStore';
import type { Occurrence, Schedule } from '../../store/ScheduleStore';
import type { Clock } from '../Clock';
import { messageOf, type EngineLogger } from '../EngineLogger';
import type { InstanceFactory, InternalStartRequest } from '../InstanceFactory';

/** The label by which what a schedule has started is found: its value is the schedule's id. @public */
export const TRIGGER_LABEL = 'orchestrator.trigger';

/** What occurrences are started with. */
export interface OccurrenceStarterOptions {
  readonly instances: InstanceFactory;
  /** Keeps a new instance, or finds that it is there. */
  readonly accept: (instance: NewInstance) => Promise<string>;
  readonly clock: Clock;
  readonly logger: EngineLogger;
}

/** Starts the instances of schedules. An instance's id comes of its schedule and the occurrence: starting it again finds it there. */
export class OccurrenceStarter {
  constructor(private readonly options: OccurrenceStarterOptions) {}

  /**
   * @returns what has become of it: an instance, or the reason why there is none and will be none
   * @throws {@link EngineError} `STORE_UNAVAILABLE`, `OVERLOADED`: to be tried again
   */
  async start(
    schedule: Schedule,
    { name, dueAt }: Pick<Occurrence, 'name' | 'dueAt'>,
    input: InternalStartRequest['input'],
  ): Promise<Occurrence> {
    try {
      const instanceId = await this.#instanceOf(schedule, name, input);
      const at = this.options.clock.now();
      return { scheduleId: schedule.id, name, dueAt, at, instanceId };
    } catch (error) {
      if (isPassing(error)) throw error;
      return this.skip(schedule, { name, dueAt }, messageOf(error));
    }
  }

  /** @returns what is noted of an occurrence for which nothing is started */
  skip(
    { id, workflowId }: Schedule,
    { name, dueAt }: Pick<Occurrence, 'name' | 'dueAt'>,
    skipped: string,
  ): Occurrence {
    const { clock, logger } = this.options;
    logger.warn(`It is due and cannot be started: ${skipped}`, { workflowId });
    return { scheduleId: id, name, dueAt, at: clock.now(), skipped };
  }

  async #instanceOf(
    { id, workflowId, kind, anchorAt }: Schedule,
    name: string,
    input: InternalStartRequest['input'],
  ): Promise<string> {
    const { instances, accept } = this.options;
    const instance = await instances.make({
      id: deterministicId(JSON.stringify([id, anchorAt, name])),
      workflowId,
      input,
      labels: { [TRIGGER_LABEL]: id },
      actor: { kind: 'system', reason: `Its schedule: ${kind}` },
    });
    return accept(instance);
  }
}

/** Whether it would be otherwise at another time. */
function isPassing(error: unknown): boolean {
  return isUnavailable(error) || isOverloaded(error);
}

/** Whether too many instances wait. */
export function isOverloaded(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'OVERLOADED';
}
