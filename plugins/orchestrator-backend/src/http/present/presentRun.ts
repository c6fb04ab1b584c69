import type { ExecuteWorkflowResponseDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceDetails } from '../../service/instances/InstanceService';

/** What has become of a run that was waited for. */
export function presentRun({
  instance,
  output,
}: InstanceDetails): ExecuteWorkflowResponseDTO {
  const { id, status, error } = instance;
  return { id, status, output, error };
}
