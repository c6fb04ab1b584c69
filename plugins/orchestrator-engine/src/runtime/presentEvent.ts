import {
  parseTaskKey,
  type OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { isoTime } from '../interpreter/time';
import type { Instance, LogEntry } from '../store/InstanceStore';

/** A stored entry in the envelope in which it is paged and streamed. @public */
export function presentEvent(
  instance: Pick<Instance, 'id' | 'epoch' | 'workflowId' | 'workflowVersion'>,
  { seq, type, taskKey, time, actor, data }: LogEntry,
): OrchestratorEvent {
  return {
    v: 1,
    id: `${instance.epoch}.${seq}`,
    seq,
    type,
    time: isoTime(time),
    instanceId: instance.id,
    workflow: { id: instance.workflowId, version: instance.workflowVersion },
    ...(taskKey !== undefined && { task: parseTaskKey(taskKey) }),
    ...(actor && { actor }),
    data,
  } as OrchestratorEvent;
}
