/**
 * Carries out what is to be done with many instances, whoever has asked for it and whichever process did so.
 *
 * One process at a time does it for all. It may die between any two steps, or believe for too long that the work is its own:
 *
 * - B1 Before an instance is asked it is noted that it may have been; after, that it has been. What may have been asked is asked
 *   again, under a key of its own, which counts once.
 * - B2 An instance's outcome is what has become of it, as its row and its log say, not that it was asked.
 */
import type { DutyStore } from '../../store/DutyStore';
import type { InstanceReader } from '../../store/InstanceReader';
import type { ItemResult, Job, JobItem, JobStore } from '../../store/JobStore';
import type { Clock } from '../Clock';
import { Duty } from '../Duty';
import { messageOf, type EngineLogger } from '../EngineLogger';
import type { WorkflowRuntime } from '../WorkflowRuntime';
import {
  isPassing,
  outcomeOfAsked,
  outcomeOfRefusal,
  type Outcome,
} from './outcomeOf';

/** @public */
export interface JobRunnerOptions {
  readonly jobs: JobStore;
  readonly duties: DutyStore;
  readonly reader: Pick<InstanceReader, 'get' | 'deleteEnded'>;
  readonly runtime: Pick<
    WorkflowRuntime,
    'suspend' | 'resume' | 'cancel' | 'retry' | 'workerId'
  >;
  readonly clock: Clock;
  readonly logger: EngineLogger;
}

/** How often to look for jobs of other processes. Milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** How soon to go on, or to look again what has become of instances. Milliseconds. */
const GO_ON_AFTER_MS = 100;

/** How many instances are asked at once. */
const BATCH = 20;

/** With so many that have not answered, no more are asked. */
const MAX_ASKED = 500;

/** See the module header. @public */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #duty: Duty;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#duty = new Duty({
      ...options,
      name: 'jobs',
      holder: () => options.runtime.workerId(),
      everyMs: LOOK_EVERY_MS,
      work: async () => ((await this.turn()) ? GO_ON_AFTER_MS : undefined),
    });
  }

  start(): void {
    this.#duty.nudge();
  }

  /** There is something new to do. */
  nudge(): void {
    this.#duty.nudge();
  }

  stop(): Promise<void> {
    return this.#duty.stop();
  }

  /** Takes each open job one step further. @returns whether there is more to do */
  async turn(): Promise<boolean> {
    let isMore = false;
    for (const job of await this.#options.jobs.open()) {
      if (await this.#stepOf(job)) isMore = true;
    }
    return isMore;
  }

  /** @returns whether there is more to do for it now */
  async #stepOf(job: Job): Promise<boolean> {
    const { jobs, clock, logger } = this.#options;
    const waiting = await this.#settle(job);
    const isGoingOn = job.status === 'running' && waiting < MAX_ASKED;
    if (isGoingOn) await jobs.begin(job.id, BATCH);
    const begun = await jobs.begun(job.id);
    const results = await Promise.all(begun.map(item => this.#ask(job, item)));
    await jobs.note(job.id, results.flat());
    if (begun.length > 0) return true;
    if (!(await jobs.end(job.id, clock.now()))) return waiting > 0;
    logger.info('A job has ended', { job: job.id, action: job.action });
    return false;
  }

  /** Notes what has become of those that were asked (B2). @returns how many have not answered */
  async #settle(job: Job): Promise<number> {
    const { jobs, clock } = this.#options;
    const asked = await jobs.asked(job);
    const now = clock.now();
    const results = asked.flatMap(({ position, ...item }): ItemResult[] => {
      const outcome = outcomeOfAsked(job.action, { position, ...item }, now);
      return outcome ? [{ position, ...outcome }] : [];
    });
    await jobs.note(job.id, results);
    return asked.length - results.length;
  }

  /** @returns nothing when it must be asked again, later (B1) */
  async #ask(job: Job, { position, instanceId }: JobItem) {
    try {
      return [{ position, ...(await this.#act(job, instanceId)) }];
    } catch (error) {
      if (isPassing(error)) return [];
      const outcome = outcomeOfRefusal(error) ?? this.#fault(error, job);
      return [{ position, ...outcome }];
    }
  }

  /** What is no refusal is a fault of ours. */
  #fault(error: unknown, { id }: Job): Outcome {
    const { logger } = this.#options;
    logger.error(`An instance of a job: ${messageOf(error)}`, { job: id });
    const message = 'the orchestrator could not ask it; its log says why';
    return { outcome: 'failed', message };
  }

  async #act(
    { id, action, actor, force }: Job,
    instanceId: string,
  ): Promise<Outcome & Pick<ItemResult, 'askedAt'>> {
    const { runtime, clock } = this.#options;
    const act = { actor, idempotencyKey: `job:${id}:${instanceId}` };
    const askedAt = clock.now();
    switch (action) {
      case 'delete':
        return this.#delete(instanceId);
      case 'cancel':
        await runtime.cancel(instanceId, { ...act, force });
        break;
      case 'retry':
        await runtime.retry(instanceId, {}, act);
        break;
      default:
        await runtime[action](instanceId, act);
    }
    return { outcome: 'asked', askedAt };
  }

  /** What is gone is as it should be: this, or an earlier try, may have deleted it. */
  async #delete(instanceId: string): Promise<Outcome> {
    const { reader } = this.#options;
    if (await reader.deleteEnded(instanceId)) return { outcome: 'succeeded' };
    const instance = await reader.get(instanceId);
    if (!instance) return { outcome: 'succeeded' };
    const code = 'STATE_CONFLICT';
    const message = `Instance ${instanceId} has not ended: it is ${instance.status}`;
    return { outcome: 'skipped', code, message };
  }
}
