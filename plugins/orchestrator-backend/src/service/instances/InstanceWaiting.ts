import { isTerminal } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Clock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { LogHead } from './InstanceFeed';
import type { LogWatcher } from './LogWatcher';

/** Waits for logs to grow, whichever process writes them. */
export class InstanceWaiting {
  constructor(
    private readonly watcher: LogWatcher,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the instance has ended, or after `ms` milliseconds. */
  async forEnd(instanceId: string, head: LogHead, ms: number): Promise<void> {
    await this.#until(instanceId, head, ms, ({ status }) => isTerminal(status));
  }

  /** Resolves when the log has grown, or after `ms` milliseconds. */
  async forGrowth(
    instanceId: string,
    head: LogHead,
    ms: number,
  ): Promise<void> {
    await this.#until(instanceId, head, ms, ({ seq }) => seq > head.seq);
  }

  async #until(
    instanceId: string,
    head: LogHead,
    ms: number,
    isReached: (head: LogHead) => boolean,
  ): Promise<void> {
    if (ms <= 0 || isReached(head)) return;
    await new Promise<void>(resolve => {
      const end = () => {
        cancelTimer();
        unwatch();
        resolve();
      };
      const cancelTimer = this.clock.schedule(end, ms);
      const unwatch = this.watcher.watch(instanceId, head, grown => {
        if (isReached(grown)) end();
      });
    });
  }
}
