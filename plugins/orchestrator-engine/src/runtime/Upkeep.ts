import type { NewInstance } from '../store/InstanceStore';
import type { DefinitionStore } from '../store/DefinitionStore';
import type { DutyStore } from '../store/DutyStore';
import type { FeedReader } from '../store/FeedReader';
import type { HousekeepingStore } from '../store/HousekeepingStore';
import type { InstanceStore } from '../store/InstanceStore';
import type { ScheduleStore } from '../store/ScheduleStore';
import { ApprovalTeller, type AskedOptions } from './approvals/ApprovalTeller';
import type { Clock } from './Clock';
import type { DefinitionCache } from './DefinitionCache';
import { Duty } from './Duty';
import type { EngineLogger } from './EngineLogger';
import {
  defaultRetention,
  Housekeeper,
  type RetentionSettings,
} from './housekeeping/Housekeeper';
import type { InstanceFactory } from './InstanceFactory';
import {
  LifecyclePublisher,
  type LifecycleOptions,
} from './lifecycle/LifecyclePublisher';
import type { ConsumerOptions } from './schedules/consumeEvents';
import type { MisfirePolicy } from './schedules/occurrences';
import { Scheduler } from './schedules/Scheduler';
import { QUEUE_DUTY } from './webhooks/DeliveryQueue';
import type { Webhooks } from './webhooks/Webhooks';

/** What one of the processes that share a database does for all. @public */
export interface UpkeepOptions {
  readonly duties: DutyStore;
  readonly schedules: ScheduleStore;
  readonly housekeeping: HousekeepingStore;
  readonly feed: FeedReader;
  /** What becomes of times that schedules have missed. Default: `one`. */
  readonly misfire?: MisfirePolicy;
  /** How long things are kept. Default: {@link defaultRetention}. */
  readonly retention?: RetentionSettings;
  /** Where lifecycle events go. Default: nowhere. */
  readonly lifecycle?: LifecycleOptions;
  /** Who is told of what people are asked. Default: nobody. */
  readonly asked?: AskedOptions;
  /** Sends lifecycle events to addresses outside. Default: nowhere. */
  readonly outgoing?: Webhooks;
}

/** What upkeep needs of its runtime. */
export interface UpkeepPort {
  readonly definitions: DefinitionStore;
  readonly parsed: DefinitionCache;
  readonly instances: InstanceStore;
  readonly factory: InstanceFactory;
  readonly accept: (instance: NewInstance) => Promise<string>;
  readonly consumer: ConsumerOptions;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  /** The worker of this process; while there is none, others do all this. */
  readonly holder: () => string | undefined;
}

const SCHEDULES_EVERY_MS = 5_000;
const LIFECYCLE_EVERY_MS = 1_000;
const WEBHOOKS_EVERY_MS = 1_000;
const ASKED_EVERY_MS = 2_000;
const HOUSEKEEPING_EVERY_MS = 60_000;

/** Keeps schedules, publishes lifecycle events, queues them for webhooks, tells who is asked and deletes what is old, as long as no other process does. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #port: UpkeepPort;
  readonly #schedules: Duty;
  readonly #lifecycle: Duty | undefined;
  readonly #asked: Duty | undefined;
  readonly #webhooks: Duty | undefined;
  readonly #housekeeping: Duty;

  constructor(options: UpkeepOptions, port: UpkeepPort) {
    this.#options = options;
    this.#port = port;
    this.#schedules = this.#scheduling();
    this.#lifecycle = options.lifecycle && this.#publishing(options.lifecycle);
    this.#asked = options.asked && this.#telling(options.asked);
    this.#webhooks = options.outgoing && this.#queueing(options.outgoing);
    this.#housekeeping = this.#tidying();
  }

  start(): void {
    this.#all.forEach(duty => duty.nudge());
    this.#options.outgoing?.start(this.#port.holder);
  }

  /** Events have come for schedules, or what they follow has ended. */
  nudgeSchedules(): void {
    this.#schedules.nudge();
  }

  /** Ends after what it is doing now; what is being sent has as long as the grace. */
  async stop(graceMs: number): Promise<void> {
    await Promise.all([
      ...this.#all.map(duty => duty.stop()),
      this.#options.outgoing?.stop(graceMs),
    ]);
  }

  get #all(): readonly Duty[] {
    const duties = [
      this.#schedules,
      this.#lifecycle,
      this.#asked,
      this.#webhooks,
      this.#housekeeping,
    ];
    return duties.flatMap(duty => duty ?? []);
  }

  #scheduling(): Duty {
    const { schedules, misfire = 'one' } = this.#options;
    const { factory, ...port } = this.#port;
    const scheduler = new Scheduler({
      ...port,
      instances: factory,
      schedules,
      misfire,
    });
    return this.#duty('schedules', SCHEDULES_EVERY_MS, () => scheduler.tick());
  }

  #publishing(lifecycle: LifecycleOptions): Duty {
    const { feed } = this.#options;
    const publisher = new LifecyclePublisher({ ...lifecycle, feed });
    return this.#duty('lifecycle', LIFECYCLE_EVERY_MS, turn =>
      publisher.publish(turn),
    );
  }

  #telling(asked: AskedOptions): Duty {
    const { feed } = this.#options;
    const teller = new ApprovalTeller({ ...asked, feed });
    return this.#duty('asked', ASKED_EVERY_MS, turn => teller.tell(turn));
  }

  #queueing(webhooks: Webhooks): Duty {
    return this.#duty(QUEUE_DUTY, WEBHOOKS_EVERY_MS, turn =>
      webhooks.queue(turn, turn.holder),
    );
  }

  #tidying(): Duty {
    const { housekeeping, retention = defaultRetention } = this.#options;
    const { clock, instances, logger } = this.#port;
    const housekeeper = new Housekeeper({
      store: housekeeping,
      instances,
      retention,
      clock,
      logger,
    });
    return this.#duty('housekeeping', HOUSEKEEPING_EVERY_MS, () =>
      housekeeper.tidy(),
    );
  }

  #duty(
    name: string,
    everyMs: number,
    work: ConstructorParameters<typeof Duty>[0]['work'],
  ): Duty {
    const { duties } = this.#options;
    const { clock, holder, logger } = this.#port;
    return new Duty({ duties, name, holder, clock, logger, everyMs, work });
  }
}
