import type { BulkQuery } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceSearch } from '../../api/queries';
import { statusesOfState } from '../status/statusOfState';
import type { Selection } from './useSelection';

/** What a job is told of a selection: the instances by name, or what the list was filtered by and when. */
export function bulkQueryOf(
  selection: Selection,
  { state, workflowId, entityRef }: InstanceSearch,
): BulkQuery {
  if (selection.kind === 'some') return { ids: [...selection.ids] };
  return {
    startedBefore: selection.before,
    ...(state && { status: [...statusesOfState(state)] }),
    ...(workflowId && { workflowId: [workflowId] }),
    ...(entityRef && { entityRef }),
  };
}
