import type {
  InstanceState,
  OrchestratorEvent,
  SnapshotReason,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { SentMessage } from '../EventSink';

/** Names of the forms in which a log can be followed. */
export type ProfileName = 'full' | 'status' | 'graph';

/** What is sent of a message: the id comes with the event. */
export type ProjectedMessage = Omit<SentMessage, 'id'>;

/**
 * The form in which one client follows a log: the same ids and the same order, other names and data.
 *
 * One is made for each stream; it is told every event in order.
 */
export interface EventProfile {
  /** Whether it must know the state from which the stream goes on. */
  readonly needsState: boolean;
  /** Milliseconds between heartbeats, where the profile has its own. */
  readonly pingMs?: number;
  /** The stream goes on from this state. */
  begin(state: InstanceState): void;
  /** The whole state: it replaces what the client knows. */
  snapshot(
    state: InstanceState,
    about: { readonly time: string; readonly reason?: SnapshotReason },
  ): ProjectedMessage;
  /** `undefined`: the client is not told of it. */
  project(event: OrchestratorEvent): ProjectedMessage | undefined;
}
