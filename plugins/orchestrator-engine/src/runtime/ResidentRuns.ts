/**
 * Runs the instances that a worker owns, each until it ends, parks, or is lost.
 *
 * Owns what is between an instance's journal and the world: commits, activities, children.
 *
 * - W2 A fault of the engine sets its instance aside and touches no other.
 * - W3 An instance that the worker owns is resident, or is being given back: none is left to nobody.
 */
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ActivityExecutor } from '../activities/ActivityExecutor';
import type { Append, Instance, InstanceStore } from '../store/InstanceStore';
import type { Acceptance } from './Acceptance';
import { ActivitySlots } from './ActivitySlots';
import { Breath } from './Breath';
import type { ChildStarter } from './children/ChildStarter';
import type { Clock } from './Clock';
import { messageOf } from './EngineLogger';
import { FaultlessActivities } from './FaultlessActivities';
import type { GroupCommitter } from './GroupCommitter';
import {
  InstanceRunner,
  type InstanceRunnerOptions,
  type RunnerPort,
} from './InstanceRunner';
import { LeasedActivities } from './LeasedActivities';
import type { Recording } from './loadRecording';
import type { Place, Residents } from './Residents';
import type { Telemetry } from './telemetry/Telemetry';
import { traced } from './telemetry/traced';
import type { WorkerLease } from './WorkerLease';
import type { WorkerSettings } from './WorkerSettings';

/** What runs need of the deployment. */
export interface ResidentRunsOptions extends InstanceRunnerOptions {
  readonly activities: ActivityExecutor;
  readonly clock: Clock;
  readonly settings: WorkerSettings;
  readonly children: Pick<ChildStarter, 'start' | 'cancel'>;
  readonly telemetry: Telemetry;
  /** Told after a commit that a task listens, or that another instance is to be told something. */
  readonly onTold: () => void;
  /** Told after each commit that an instance's log has grown, and what the instance's status is now. */
  readonly onAppended?: (instanceId: string, status: InstanceStatus) => void;
}

/** What runs need of their worker. */
export interface RunsWorker {
  readonly workerId: string;
  readonly residents: Residents;
  readonly committer: GroupCommitter;
  readonly lease: WorkerLease;
  isRunning(): boolean;
  /** A place is free for what is due. */
  onFree(): void;
}

/** What is known of an instance that has just been accepted. */
interface Fresh {
  readonly recording: Recording;
  readonly acceptance: Acceptance;
}

/** How long to leave an instance alone that could not be run or given back. */
const GIVE_BACK_AFTER_MS = 1_000;

/** What has nothing to do for longer leaves its place to others while there is none free. */
const PARK_WHEN_FULL_AFTER_MS = 1_000;

/** See the module header. */
export class ResidentRuns {
  readonly #options: ResidentRunsOptions;
  readonly #worker: RunsWorker;
  readonly #store: InstanceStore;
  readonly #runner: InstanceRunner;
  readonly #activities: ActivitySlots;
  readonly #breath: Breath;

  constructor(options: ResidentRunsOptions, worker: RunsWorker) {
    const { activities, clock, logger, settings, store } = options;
    this.#options = options;
    this.#worker = worker;
    this.#store = store;
    this.#runner = new InstanceRunner(options);
    this.#breath = new Breath(clock);
    this.#activities = new ActivitySlots(
      new LeasedActivities(
        new FaultlessActivities(activities, logger),
        worker.lease,
      ),
      settings,
    );
  }

  /** Runs an instance that has this place; never rejects. @param fresh - of one that need not be read */
  async run(place: Place, instance: Instance, fresh?: Fresh): Promise<void> {
    try {
      const port = this.#portOf(place, instance, fresh?.acceptance);
      await this.#runner.run(instance, port, fresh?.recording);
      this.leave(place);
    } catch (error) {
      this.#warn('The instance could not be run', error, place);
      await fresh?.acceptance.stored;
      this.giveBack(place);
    }
  }

  /** Gives up an instance that is nobody's, or somebody else's: its place is free for what is due. */
  leave(place: Place): void {
    this.#worker.residents.delete(place);
    this.#worker.onFree();
  }

  /** W3: makes the instance due for whoever claims it next, as soon as the database allows. */
  giveBack(place: Place): void {
    if (!this.#worker.isRunning()) return;
    this.#worker.residents.unload(place);
    this.#options.clock.schedule(
      () => void this.#requeue(place),
      GIVE_BACK_AFTER_MS,
    );
  }

  async #requeue(place: Place) {
    const { isRunning, residents, workerId } = this.#worker;
    if (!isRunning() || !residents.holds(place)) return;
    try {
      await this.#store.requeue(workerId, place.id);
      this.leave(place);
    } catch (error) {
      const what = 'The instance could not be given back; trying again';
      this.#warn(what, error, place);
      this.giveBack(place);
    }
  }

  #warn(what: string, error: unknown, { id: instanceId, workflowId }: Place) {
    const message = `${what}: ${messageOf(error)}`;
    this.#options.logger.warn(message, { instanceId, workflowId });
  }

  #portOf(
    place: Place,
    instance: Instance,
    acceptance: Acceptance | undefined,
  ): RunnerPort {
    const { id: instanceId, workflowId, traceparent } = instance;
    const { activities, children, clock, settings, telemetry } = this.#options;
    const { residents, workerId, isRunning } = this.#worker;
    return {
      workerId,
      clock,
      get parkAfterMs() {
        return residents.hasRoomFor(workflowId)
          ? settings.parkAfterMs
          : Math.min(settings.parkAfterMs, PARK_WHEN_FULL_AFTER_MS);
      },
      entriesPerCheckpoint: settings.entriesPerCheckpoint,
      stored: acceptance?.stored,
      commit: step => this.#commit(place, step, acceptance),
      execute: (effect, signal) =>
        traced(
          { instanceId, workflowId, traceparent, effect },
          this.#options,
          span =>
            this.#activities.execute(workflowId, effect, {
              signal,
              idempotencyKey: `${instanceId}${effect.taskKey}`,
              traceparent: span,
            }),
        ),
      onTaskEnded: taskKey => activities.taskEnded?.(`${instanceId}${taskKey}`),
      onTimer: (purpose, lagMs) =>
        telemetry.measure('orchestrator.timer.lag', lagMs, { purpose }),
      startChild: effect => children.start(instance, effect),
      cancelChild: effect => children.cancel(instance, effect),
      onResident: journal => {
        if (!residents.setJournal(place, journal)) journal.dispose();
      },
      onParked: () => this.leave(place),
      isStopping: () => !isRunning(),
      breathe: () => this.#breath.take(),
    };
  }

  /** A step of an instance that is lost never resolves: whatever waits for it is dropped, not told. */
  async #commit(
    place: Place,
    step: Append,
    acceptance: Acceptance | undefined,
  ): Promise<void> {
    const { clock } = this.#options;
    const readyAt = clock.now();
    const result =
      (await acceptance?.commit(step)) ??
      (await this.#worker.committer.commit(step));
    if (result === 'lost') {
      this.giveBack(place);
      await new Promise<never>(() => {});
    }
    this.#tell(place, step, clock.now() - readyAt);
  }

  #tell({ workflowId: workflow }: Place, step: Append, lagMs: number) {
    const { telemetry, onTold, onAppended } = this.#options;
    const { endedAt, status } = step.change;
    telemetry.measure('orchestrator.step.commit_lag', lagMs, {});
    if (endedAt !== undefined) {
      telemetry.count('orchestrator.instances.ended', 1, { workflow, status });
    }
    if (step.awaits || step.signals) onTold();
    onAppended?.(step.instanceId, status);
  }
}
