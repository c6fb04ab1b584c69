import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Instance } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** An instance in a list. */
export function presentInstanceSummary(
  instance: Instance,
): components['schemas']['InstanceSummary'] {
  const { id, workflowId, workflowVersion, status, because } = instance;
  const { parent } = instance;
  return {
    id,
    workflow: { id: workflowId, version: workflowVersion },
    status,
    because,
    createdAt: isoTime(instance.createdAt),
    startedAt: optionalTime(instance.startedAt),
    endedAt: optionalTime(instance.endedAt),
    initiator: instance.initiator,
    targetEntity: instance.targetEntity,
    businessKey: instance.businessKey,
    labels: { ...instance.labels },
    parent: parent && { instanceId: parent.instanceId },
    error: instance.error,
  };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}

function optionalTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : isoTime(time);
}
