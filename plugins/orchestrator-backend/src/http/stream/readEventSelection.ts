import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventSelection } from '../../service/feeds/EventFeeds';

/** What may be asked for with a stream of many instances. */
export interface EventQuery {
  readonly workflowId?: readonly string[];
  readonly entityRef?: string;
  readonly status?: readonly InstanceStatus[];
  readonly instances?: readonly string[];
}

/** Of which instances events are wanted. Ids of instances may also be given in one text, with commas between. */
export function readEventSelection({
  workflowId,
  entityRef,
  status,
  instances,
}: EventQuery): EventSelection {
  return {
    workflowIds: workflowId,
    targetEntity: entityRef,
    statuses: status,
    instanceIds: instances?.flatMap(ids => ids.split(',')),
  };
}
