import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Workflow } from '../../service/workflows/WorkflowService';
import { workflowNameOf } from '../../service/workflows/workflowNameOf';
import { presentStats } from './presentWorkflowOverview';

/** A workflow in a list. */
export function presentWorkflowSummary({
  definition,
  health,
  last,
  stats,
}: Workflow): components['schemas']['WorkflowSummary'] {
  const { workflowId, description, version, format, source } = definition;
  return {
    workflowId,
    title: workflowNameOf(definition),
    description,
    version,
    format,
    source,
    valid: definition.isValid,
    enabled: definition.isEnabled,
    health,
    owner: definition.owner,
    tags: [...definition.tags],
    updatedAt: new Date(definition.updatedAt).toISOString(),
    firstProblem: definition.problems.find(one => one.severity === 'error'),
    lastRun: last && {
      instanceId: last.instanceId,
      status: last.status,
      createdAt: new Date(last.createdAt).toISOString(),
    },
    stats: stats && presentStats(stats),
  };
}
