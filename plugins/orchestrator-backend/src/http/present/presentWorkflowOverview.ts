import type {
  WorkflowOverviewDTO,
  WorkflowRunStatsDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  StoredDefinition,
  WorkflowStats,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { workflowNameOf } from '../../service/workflows/workflowNameOf';
import type { Workflow } from '../../service/workflows/WorkflowService';
import { processStateOf } from './processState';

/** A workflow as lists show it. */
export function presentWorkflowOverview({
  definition,
  stats,
}: Workflow): WorkflowOverviewDTO {
  const { workflowId, format, version, description, isValid } = definition;
  return {
    workflowId,
    name: workflowNameOf(definition),
    format,
    description,
    version: version || undefined,
    isAvailable: isValid,
    availability: { isAvailable: isValid, reason: whyBroken(definition) },
    ...presentLastRun(stats),
    workflowRunStats: stats && presentStats(stats),
  };
}

function presentLastRun(stats: WorkflowStats | undefined) {
  if (!stats?.last) return {};
  return {
    lastRunId: stats.last.instanceId,
    lastTriggeredMs: stats.last.createdAt,
    lastRunStatus: processStateOf(stats.last.status),
  };
}

/** Figures of a workflow's runs. */
export function presentStats(stats: WorkflowStats): WorkflowRunStatsDTO {
  const { total, recent, completed, failed, averageDurationMs } = stats;
  const ended = completed + failed;
  return {
    totalCount: total,
    runsLastMonth: recent,
    successCount: completed,
    errorCount: failed,
    successRatio: ended > 0 ? completed / ended : undefined,
    averageTimeToComplete: averageDurationMs,
  };
}

function whyBroken({ problems }: StoredDefinition): string | undefined {
  const first = problems.find(({ severity }) => severity === 'error');
  return (
    first && `line ${first.line}, column ${first.column}: ${first.message}`
  );
}
