import type {
  components,
  SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Caller } from '../../../service/Caller';
import type { OperationContext } from '../../Operation';
import { presentProcessInstance } from '../../present/presentProcessInstance';
import { readInstanceSearch } from '../../search/readInstanceSearch';

/** What both lists of instances do. */
export async function searchInstances(
  { instances }: OperationContext,
  caller: Caller,
  body: SearchRequest,
  workflowId?: string,
): Promise<components['schemas']['ProcessInstanceListResultDTO']> {
  const query = readInstanceSearch(body);
  const page = await instances.search({ ...query, workflowId }, caller);
  return {
    items: page.items.map(presentProcessInstance),
    totalCount: page.total,
    paginationInfo: body.paginationInfo,
  };
}
