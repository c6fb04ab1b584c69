import type {
  CloudEvent,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityExecutor } from '../activities/ActivityExecutor';
import type { Approval, ApprovalStore } from '../store/ApprovalStore';
import type { DefinitionStore } from '../store/DefinitionStore';
import type { EventStore } from '../store/EventStore';
import type { InstanceReader } from '../store/InstanceReader';
import type { InstanceStore, Signal } from '../store/InstanceStore';
import type { TaskAction } from '../TaskAction';
import { Decisions, type DecisionRequest } from './approvals/Decisions';
import { ChildStarter } from './children/ChildStarter';
import { systemClock, type Clock } from './Clock';
import { DefinitionCache } from './DefinitionCache';
import { messageOf, type EngineLogger } from './EngineLogger';
import { EmitActivity } from './events/EmitActivity';
import { EventReader } from './events/EventReader';
import { EventReception } from './events/EventReception';
import { EventRouter } from './events/EventRouter';
import { InstanceActs } from './acts/InstanceActs';
import { InstanceFactory } from './InstanceFactory';
import { InstanceStarter } from './InstanceStarter';
import type { RunMeans } from './runOptionsFor';
import type { AuthTokens } from './secrets/AuthTokens';
import { AuthTokenVault } from './secrets/AuthTokenVault';
import type { SecretCipher } from './secrets/SecretCipher';
import { noTelemetry, type Telemetry } from './telemetry/Telemetry';
import { Upkeep, type UpkeepOptions } from './Upkeep';
import { NO_WORKER, Worker } from './Worker';
import { defaultWorkerSettings, type WorkerSettings } from './WorkerSettings';
import type {
  Act,
  CancelAct,
  EventReceipt,
  RetryRequest,
  StartRequest,
  WorkflowRuntime,
} from './WorkflowRuntime';

/** @public */
export interface EmbeddedRuntimeOptions extends RunMeans {
  readonly instances: InstanceStore;
  readonly reader: InstanceReader;
  readonly definitions: DefinitionStore;
  readonly events: EventStore;
  readonly approvals: ApprovalStore;
  readonly activities: ActivityExecutor;
  /** Encrypts what must not be in the database in clear. Default: no tokens of callers are taken. */
  readonly cipher?: SecretCipher;
  /** Default: no schedules are kept, no lifecycle events published, nothing is ever deleted. */
  readonly upkeep?: UpkeepOptions;
  readonly logger: EngineLogger;
  /** Default: nothing is measured. */
  readonly telemetry?: Telemetry;
  /** Default: the process's own. */
  readonly clock?: Clock;
  /** Default: {@link defaultWorkerSettings}. */
  readonly settings?: Partial<WorkerSettings>;
  /**
   * Told after each commit of this process that an instance's log has grown, and what the instance's status is now. Must be
   * quick and must not throw.
   */
  readonly onAppended?: (instanceId: string, status: InstanceStatus) => void;
}

/** How often to look for events, listeners and signals that another process has left undone. */
const ROUTE_EVERY_MS = 1_000;

/** How long to wait before a new worker is tried after one could not begin. */
const RESTART_AFTER_MS = 2_000;

/** How long stopping waits for a database that does not answer. */
const STOP_WITHIN_MS = 2_000;

/** {@link WorkflowRuntime} in this process, over a database. @public */
export class EmbeddedRuntime implements WorkflowRuntime {
  readonly #options: EmbeddedRuntimeOptions;
  readonly #clock: Clock;
  readonly #definitions: DefinitionCache;
  readonly #tokens: AuthTokenVault;
  readonly #factory: InstanceFactory;
  readonly #starter: InstanceStarter;
  readonly #acts: InstanceActs;
  readonly #decisions: Decisions;
  readonly #children: ChildStarter;
  readonly #router: EventRouter;
  readonly #reception: EventReception;
  readonly #activities: ActivityExecutor;
  readonly #upkeep: Upkeep | undefined;
  readonly #telemetry: Telemetry;
  #worker: Worker | undefined;
  #isStopped = false;

  constructor(options: EmbeddedRuntimeOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#telemetry = options.telemetry ?? noTelemetry;
    this.#definitions = new DefinitionCache(options.definitions);
    this.#tokens = new AuthTokenVault(options);
    this.#factory = new InstanceFactory(
      this.#definitions,
      this.#clock,
      this.#tokens,
    );
    this.#starter = new InstanceStarter({
      ...options,
      factory: this.#factory,
      clock: this.#clock,
      telemetry: this.#telemetry,
      acceptHere: instance => this.#worker?.accept(instance),
    });
    this.#acts = new InstanceActs({
      ...options,
      clock: this.#clock,
      parsed: this.#definitions,
      tokens: this.#tokens,
      onAccepted: () => this.#worker?.nudge(),
    });
    this.#decisions = new Decisions({
      ...options,
      clock: this.#clock,
      onAccepted: () => this.#worker?.nudge(),
    });
    this.#children = new ChildStarter({
      instances: this.#factory,
      accept: instance => this.#starter.accept(instance),
      isThere: async id => (await options.reader.get(id)) !== undefined,
      signal: signal => this.#signal(signal),
      clock: this.#clock,
      logger: options.logger,
    });
    this.#router = new EventRouter({
      store: options.events,
      expressions: options.expressions,
      clock: this.#clock,
      logger: options.logger,
      pollMs: ROUTE_EVERY_MS,
      isWorking: () => this.#isRunning,
      onAnnounced: () => this.#worker?.nudge(),
      onScheduled: () => this.#upkeep?.nudgeSchedules(),
    });
    this.#reception = new EventReception({
      ...options,
      clock: this.#clock,
      telemetry: this.#telemetry,
      onReceived: () => this.#router.nudge(),
    });
    this.#upkeep = options.upkeep && this.#createUpkeep(options.upkeep);
    this.#activities = withEmit(
      options.activities,
      new EmitActivity({
        deliver: event => this.deliver(event),
        clock: this.#clock,
      }),
    );
  }

  start(request: StartRequest): Promise<string> {
    return this.#starter.start(request);
  }

  deliver(event: CloudEvent, to?: string): Promise<EventReceipt> {
    return this.#reception.receive(event, to);
  }

  rerun(
    instanceId: string,
    request: { readonly input?: Json; readonly authTokens?: AuthTokens },
    act: Act,
  ): Promise<string> {
    return this.#starter.rerun(instanceId, request, act);
  }

  cancel(instanceId: string, act: CancelAct): Promise<void> {
    return this.#acts.cancel(instanceId, act);
  }

  suspend(instanceId: string, act: Act): Promise<void> {
    return this.#acts.suspend(instanceId, act);
  }

  resume(instanceId: string, act: Act): Promise<void> {
    return this.#acts.resume(instanceId, act);
  }

  retry(instanceId: string, request: RetryRequest, act: Act): Promise<void> {
    return this.#acts.retry(instanceId, request, act);
  }

  actOnTask(
    instanceId: string,
    taskKey: string,
    action: TaskAction,
    act: Act,
  ): Promise<void> {
    return this.#acts.actOnTask(instanceId, taskKey, action, act);
  }

  decide(request: DecisionRequest, act: Act): Promise<Approval> {
    return this.#decisions.decide(request, act);
  }

  async startWorkers(): Promise<void> {
    if (this.#isStopped) return;
    const { logger } = this.#options;
    const worker = new Worker(
      {
        store: this.#options.instances,
        definitions: this.#definitions,
        tokens: this.#tokens,
        activities: this.#activities,
        children: this.#children,
        onTold: () => this.#router.nudge(),
        telemetry: this.#telemetry,
        expressions: this.#options.expressions,
        runtime: this.#options.runtime,
        secrets: this.#options.secrets,
        limits: this.#options.limits,
        clock: this.#clock,
        logger: this.#options.logger,
        settings: { ...defaultWorkerSettings, ...this.#options.settings },
        onAppended: this.#options.onAppended,
      },
      () => void this.startWorkers(),
    );
    this.#worker = worker;
    try {
      await worker.start();
      this.#router.start();
      this.#upkeep?.start();
    } catch (error) {
      logger.warn(
        `A worker could not begin; trying again: ${messageOf(error)}`,
      );
      this.#clock.schedule(() => void this.startWorkers(), RESTART_AFTER_MS);
    }
  }

  get #isRunning(): boolean {
    return this.#worker?.isRunning ?? false;
  }

  obstacle(): string | undefined {
    return this.#worker ? this.#worker.obstacle : NO_WORKER;
  }

  workerId(): string | undefined {
    return this.#isRunning ? this.#worker?.id : undefined;
  }

  async stop({ graceMs }: { readonly graceMs: number }): Promise<void> {
    this.#isStopped = true;
    const services = Promise.all([
      this.#upkeep?.stop(graceMs),
      this.#router.stop(),
    ]);
    await this.#worker?.stop(graceMs);
    this.#worker = undefined;
    await Promise.race([services, this.#pause(STOP_WITHIN_MS)]);
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => this.#clock.schedule(resolve, ms));
  }

  #createUpkeep(upkeep: UpkeepOptions): Upkeep {
    const { definitions, expressions, instances, logger, runtime } =
      this.#options;
    const reader = new EventReader(expressions);
    return new Upkeep(upkeep, {
      definitions,
      parsed: this.#definitions,
      instances,
      factory: this.#factory,
      accept: instance => this.#starter.accept(instance),
      consumer: { expressions, runtime, reader },
      clock: this.#clock,
      logger,
      holder: () => this.workerId(),
    });
  }

  async #signal(signal: Signal): Promise<void> {
    await this.#options.instances.signal(signal);
    this.#worker?.nudge();
  }
}

/** Carries out `emit` by the runtime itself, all else by what the deployment has. */
function withEmit(
  activities: ActivityExecutor,
  emit: EmitActivity,
): ActivityExecutor {
  return {
    execute: (effect, context) =>
      effect.kind === 'emit'
        ? emit.execute(effect, context)
        : activities.execute(effect, context),
    taskEnded: idempotencyKey => activities.taskEnded?.(idempotencyKey),
  };
}
