import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceReader } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** The channel of Backstage's signals on which people are told of their instances. */
export const SIGNALS_CHANNEL = 'orchestrator';

/** How many instances' statuses are remembered, so that only changes are told. */
const MAX_REMEMBERED = 1_000;

/** @see {@link StatusSignals} */
export interface StatusSignalsOptions {
  readonly signals: SignalsService;
  readonly reader: Pick<InstanceReader, 'get'>;
  readonly logger: LoggerService;
}

/** Tells people by Backstage's signals when the status of an instance that they have started changes. A nudge: nothing is repeated. */
export class StatusSignals {
  readonly #signals: SignalsService;
  readonly #reader: Pick<InstanceReader, 'get'>;
  readonly #logger: LoggerService;
  /** Those heard of last come last. */
  readonly #statuses = new Map<string, InstanceStatus>();

  constructor(options: StatusSignalsOptions) {
    this.#signals = options.signals;
    this.#reader = options.reader;
    this.#logger = options.logger;
  }

  /** The log of an instance has grown; this is its status now. */
  onAppended(instanceId: string, status: InstanceStatus): void {
    if (this.#statuses.get(instanceId) === status) return;
    this.#remember(instanceId, status);
    this.#tell(instanceId, status).catch(error =>
      this.#logger.debug(`A signal was not sent: ${error}`, { instanceId }),
    );
  }

  async #tell(instanceId: string, status: InstanceStatus) {
    const instance = await this.#reader.get(instanceId);
    const initiator = instance?.initiator;
    if (!initiator?.startsWith('user:')) return;
    await this.#signals.publish({
      recipients: { type: 'user', entityRef: initiator },
      channel: SIGNALS_CHANNEL,
      message: { instanceId, workflowId: instance?.workflowId ?? '', status },
    });
  }

  #remember(instanceId: string, status: InstanceStatus) {
    this.#statuses.delete(instanceId);
    this.#statuses.set(instanceId, status);
    if (this.#statuses.size <= MAX_REMEMBERED) return;
    const [oldest] = this.#statuses.keys();
    this.#statuses.delete(oldest);
  }
}
