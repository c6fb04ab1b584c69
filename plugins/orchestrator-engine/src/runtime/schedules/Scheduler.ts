/**
 * Starts workflows when their definitions say so.
 *
 * One process at a time does it; should two believe that they do, each occurrence is started once all the same:
 *
 * - S1 An instance's id comes of its schedule and the occurrence, so starting it again finds the one that is there.
 * - S2 An occurrence is claimed, and the next one named, before it is started; what is claimed and not started is started by whoever
 *   comes next.
 */
import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError } from '../../EngineError';
import { deterministicId } from '../../interpreter/deterministicId';
import type { DefinitionStore } from '../../store/DefinitionStore';
import type { NewInstance } from '../../store/InstanceStore';
import type { Schedule, ScheduleStore } from '../../store/ScheduleStore';
import type { Clock } from '../Clock';
import type { DefinitionCache } from '../DefinitionCache';
import { messageOf, type EngineLogger } from '../EngineLogger';
import type { InstanceFactory, InternalStartRequest } from '../InstanceFactory';
import { consumeEvents, type ConsumerOptions } from './consumeEvents';
import {
  dueOccurrences,
  type MisfirePolicy,
  type ScheduleSpec,
} from './occurrences';
import { readSchedules } from './readSchedules';

/** What schedules are kept with. */
export interface SchedulerOptions {
  readonly schedules: ScheduleStore;
  readonly definitions: DefinitionStore;
  readonly parsed: DefinitionCache;
  readonly instances: InstanceFactory;
  /** Keeps a new instance, or finds that it is there. */
  readonly accept: (instance: NewInstance) => Promise<string>;
  readonly consumer: ConsumerOptions;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  readonly misfire: MisfirePolicy;
}

/** The label by which what a schedule has started is found: its value is the schedule's id. @public */
export const TRIGGER_LABEL = 'orchestrator.trigger';

/** Events of one schedule that are looked at together at most. */
const MAX_EVENTS = 10_000;

/** See the module header. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  /** The definition whose schedules were last read, by workflow. */
  #known = new Map<string, string>();

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  /** Starts all that is due. @returns after how many milliseconds the next is due; `undefined` when none is */
  async tick(): Promise<number | undefined> {
    await this.#readDefinitions();
    await this.#claimDue();
    await this.#startClaimed();
    await this.#followEnded();
    await this.#consumeEvents();
    return this.#untilNextDue();
  }

  async #untilNextDue(): Promise<number | undefined> {
    const { schedules, clock } = this.#options;
    const times = (await schedules.list()).flatMap(
      ({ isPaused, nextAt }) => (isPaused ? undefined : nextAt) ?? [],
    );
    if (times.length === 0) return undefined;
    return Math.max(Math.min(...times) - clock.now(), 0);
  }

  /** Definitions that have changed bring their schedules; those that are no more take theirs away. */
  async #readDefinitions() {
    const { schedules, clock } = this.#options;
    const known = new Map<string, string>();
    for (const { workflowId, hash } of await schedules.workflows()) {
      const key = hash ?? '';
      known.set(workflowId, key);
      if (this.#known.get(workflowId) === key) continue;
      const read = hash === undefined ? [] : await this.#read(workflowId, hash);
      await schedules.replace(workflowId, read, clock.now());
    }
    const all = await schedules.list();
    const gone = all.filter(({ workflowId }) => !known.has(workflowId));
    for (const workflowId of new Set(gone.map(one => one.workflowId))) {
      await schedules.replace(workflowId, [], clock.now());
    }
    this.#known = known;
  }

  async #read(workflowId: string, hash: string) {
    const { clock, consumer, logger } = this.#options;
    try {
      const definition = await this.#definition(workflowId, hash);
      return await readSchedules(definition, clock.now(), consumer);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.warn(`Its schedule cannot be kept: ${messageOf(error)}`, {
        workflowId,
      });
      return [];
    }
  }

  /** S2 */
  async #claimDue() {
    const { schedules, clock, misfire } = this.#options;
    const now = clock.now();
    for (const schedule of await schedules.due(now)) {
      const { id, anchorAt, isPaused, nextAt } = schedule;
      if (nextAt === undefined || nextAt > now) continue;
      const spec = specOf(schedule);
      if (isPaused && spec.kind === 'after') continue;
      const due = dueOccurrences(spec, { anchorAt, nextAt }, { now, misfire });
      const pending = isPaused ? [] : due.start;
      const claim = { id, dueAt: nextAt, pending, nextAt: due.nextAt };
      await schedules.claim(claim);
    }
  }

  async #startClaimed() {
    const { schedules, clock } = this.#options;
    for (const schedule of await schedules.due(clock.now())) {
      const { pending } = schedule;
      if (pending.length === 0) continue;
      await this.#unlessOverloaded(schedule, () =>
        this.#startPending(schedule),
      );
    }
  }

  async #startPending(schedule: Schedule): Promise<void> {
    const { id, pending } = schedule;
    let lastInstanceId: string | undefined;
    for (const time of pending) {
      lastInstanceId = await this.#start(schedule, `${time}`, {});
    }
    const lastAt = pending.at(-1);
    const nextAt =
      lastInstanceId === undefined ? this.#afterFailure(schedule) : undefined;
    await this.#options.schedules.started({
      id,
      lastAt,
      lastInstanceId,
      nextAt,
    });
  }

  /** While too many instances wait, what is due stays due; other schedules go on. */
  async #unlessOverloaded<T>(
    { workflowId }: Schedule,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!isOverloaded(error)) throw error;
      this.#options.logger.warn(`It is due and waits: ${messageOf(error)}`, {
        workflowId,
      });
      return undefined;
    }
  }

  /** What could not be started has no end that its next start could follow. */
  #afterFailure(schedule: Schedule): number | undefined {
    const spec = specOf(schedule);
    if (spec.kind !== 'after') return undefined;
    return this.#options.clock.now() + spec.afterMs;
  }

  async #followEnded() {
    const { schedules, clock } = this.#options;
    for (const { schedule, endedAt } of await schedules.ended()) {
      const spec = specOf(schedule);
      if (spec.kind !== 'after') continue;
      const from = endedAt ?? clock.now();
      await schedules.makeDue(schedule.id, from + spec.afterMs);
    }
  }

  async #consumeEvents() {
    const { schedules } = this.#options;
    for (const schedule of await schedules.withEvents()) {
      const consume = () => this.#consumeOnce(schedule);
      while (await this.#unlessOverloaded(schedule, consume));
    }
  }

  /** Whether events have started an instance. */
  async #consumeOnce(schedule: Schedule): Promise<boolean> {
    const { schedules, consumer } = this.#options;
    const { id, workflowId } = schedule;
    const stored = await this.#options.definitions.getCurrent(workflowId);
    const received = await schedules.events(id, MAX_EVENTS);
    if (!stored || received.length === 0) return false;
    const definition = await this.#definition(workflowId, stored.hash);
    const events = received.map(({ event }) => event);
    const consumption = await consumeEvents(definition, events, consumer);
    if (!consumption.isOver || consumption.count === 0) return false;
    const { position } = received[consumption.count - 1];
    await this.#start(schedule, `event ${position}`, consumption.output);
    await schedules.consume(id, position);
    return true;
  }

  /** S1 @returns the instance's id; `undefined` when it cannot be started */
  async #start(
    { id, workflowId, kind, anchorAt }: Schedule,
    occurrence: string,
    input: InternalStartRequest['input'],
  ): Promise<string | undefined> {
    const { instances, accept, logger } = this.#options;
    try {
      const instance = await instances.make({
        id: deterministicId(JSON.stringify([id, anchorAt, occurrence])),
        workflowId,
        input,
        labels: { [TRIGGER_LABEL]: id },
        actor: { kind: 'system', reason: `Its schedule: ${kind}` },
      });
      return await accept(instance);
    } catch (error) {
      if (isUnavailable(error) || isOverloaded(error)) throw error;
      logger.warn(`It is due and cannot be started: ${messageOf(error)}`, {
        workflowId,
      });
      return undefined;
    }
  }

  #definition(workflowId: string, hash: string): Promise<WorkflowDefinition> {
    return this.#options.parsed.byHash(workflowId, hash);
  }
}

function specOf({ spec }: Schedule): ScheduleSpec {
  return JSON.parse(spec);
}

function isOverloaded(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'OVERLOADED';
}

function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'STORE_UNAVAILABLE';
}
