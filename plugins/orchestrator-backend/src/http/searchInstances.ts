import type {
  components,
  SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Caller } from '../service/Caller';
import { workflowNameOf } from '../service/workflowNameOf';
import type { OperationContext } from './Operation';
import { presentProcessInstance } from './present/presentProcessInstance';
import {
  readInstanceSearch,
  usesWorkflowNames,
  type WorkflowNames,
} from './search/readInstanceSearch';

/** What both lists of instances do. */
export async function searchInstances(
  { service }: OperationContext,
  caller: Caller,
  body: SearchRequest,
  workflowId?: string,
): Promise<components['schemas']['ProcessInstanceListResultDTO']> {
  const names = usesWorkflowNames(body) ? await workflowNames() : new Map();
  const query = readInstanceSearch(body, names);
  const page = await service.listInstances({ ...query, workflowId }, caller);
  return {
    items: page.items.map(presentProcessInstance),
    totalCount: page.total,
    paginationInfo: body.paginationInfo,
  };

  async function workflowNames(): Promise<WorkflowNames> {
    const workflows = await service.listWorkflows({ offset: 0 }, caller);
    return new Map(
      workflows.map(({ definition }) => [
        definition.workflowId,
        workflowNameOf(definition),
      ]),
    );
  }
}
