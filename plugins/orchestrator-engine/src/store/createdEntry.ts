import type { LogEntry, NewInstance } from './InstanceStore';

/** The first entry of an instance's log. */
export function createdEntry({
  actor,
  createdAt,
  input,
  initiator,
  targetEntity,
  parent,
  rerunOf,
  businessKey,
  labels,
}: NewInstance): LogEntry {
  return {
    seq: 1,
    type: 'instance.created',
    time: createdAt,
    actor,
    data: {
      input,
      initiator,
      targetEntity,
      parent: parent && {
        instanceId: parent.instanceId,
        effectId: parent.effectId,
      },
      rerunOf,
      businessKey,
      labels,
    },
  };
}
