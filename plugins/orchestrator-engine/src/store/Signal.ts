import type {
  Actor,
  CloudEvent,
  DefinitionVersion,
  ErrorDetails,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { TaskAction } from '../TaskAction';

/**
 * What became of a signal: `known` when its key was used before for the same request, `conflict` when it was used for another,
 * `refused` when the instance does not exist or has ended.
 *
 * @public
 */
export type SignalAccepted = 'accepted' | 'known' | 'conflict' | 'refused';

/** What a {@link Signal} of each kind says. @public */
export interface SignalData {
  /** Stop; with `force` without waiting for what runs. */
  readonly cancel: { readonly force?: boolean };
  /** Begin no further task. */
  readonly suspend: {};
  /** Go on, after `suspend` or after having been set aside. */
  readonly resume: {};
  /** Go on with an instance that has failed. */
  readonly retry: RetryData;
  /** Decide what becomes of one task. */
  readonly act: { readonly taskKey: string; readonly action: TaskAction };
  /** An event that a listening task waits for. */
  readonly event: {
    readonly effectId: string;
    readonly event: CloudEvent;
    /** Index of the expectation that takes it. */
    readonly expectation: number;
  };
  /** People have decided what a task asks them. */
  readonly approval: {
    readonly effectId: string;
    readonly approvalId: string;
    /** The task's output: what is decided, by whom and when. */
    readonly output: Json;
  };
  /** A child has ended. */
  readonly child: {
    readonly effectId: string;
    readonly status: InstanceStatus;
    /** When it has completed. */
    readonly output?: Json;
    /** When it has not. */
    readonly error?: ErrorDetails;
  };
}

/** Where and with what an instance that has failed goes on. @public */
export interface RetryData {
  /** Number of the last entry when it was asked for: it only holds for the instance as it was then. */
  readonly afterSeq: number;
  /** Pointer of the task to begin again with. Default: the tasks that failed. */
  readonly from?: string;
  /** Input of that task instead of the one that it had. */
  readonly input?: Json;
  /** Another definition to go on with. Default: the one that it has. */
  readonly definition?: {
    readonly from: DefinitionVersion;
    readonly to: DefinitionVersion;
  };
}

/** Something that an instance is told from outside. @public */
export type Signal = {
  [K in keyof SignalData]: {
    readonly id: string;
    readonly instanceId: string;
    readonly kind: K;
    readonly actor: Actor;
    readonly data: SignalData[K];
    /** Milliseconds since the epoch. */
    readonly createdAt: number;
  };
}[keyof SignalData];
