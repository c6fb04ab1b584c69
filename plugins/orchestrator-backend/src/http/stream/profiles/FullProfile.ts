import type {
  InstanceState,
  OrchestratorEvent,
  SnapshotReason,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatEventId } from '../../../service/instances/eventId';
import { stateInShort } from '../../../service/instances/stateInShort';
import type { EventProfile, ProjectedMessage } from './EventProfile';

/** Every event as it is in the log. */
export class FullProfile implements EventProfile {
  readonly needsState = false;

  begin(): void {}

  snapshot(
    state: InstanceState,
    {
      time,
      reason,
    }: { readonly time: string; readonly reason?: SnapshotReason },
  ): ProjectedMessage {
    const { seq, workflow, id: instanceId } = state;
    return {
      event: 'snapshot',
      data: {
        v: 1,
        id: formatEventId(state),
        seq,
        type: 'snapshot',
        time,
        instanceId,
        workflow,
        data: { state: stateInShort(state), reason },
      },
    };
  }

  project(event: OrchestratorEvent): ProjectedMessage {
    return { event: event.type, data: event };
  }
}
