import type {
  InstanceState,
  InstanceStatus,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** Where a log ends at present. */
export interface LogHead {
  readonly epoch: string;
  /** Of the last entry. */
  readonly seq: number;
  /** Of the oldest entry that is kept. Default: 1. */
  readonly firstSeq?: number;
  readonly status: InstanceStatus;
  /** How much was asked of the instance that it has not yet taken up. Default: nothing. */
  readonly openSignals?: number;
}

/** A log that can be followed while it grows. */
export interface InstanceFeed {
  head(): Promise<LogHead>;
  /** The log folded, up to the event `untilSeq`. Default: all of it. */
  state(untilSeq?: number): Promise<InstanceState>;
  /** Events after `seq`, in order. */
  read(afterSeq: number, limit: number): Promise<readonly OrchestratorEvent[]>;
  /**
   * Tells the head whenever it moves.
   *
   * @returns ends it
   */
  onGrowth(listener: (head: LogHead) => void): () => void;
}
