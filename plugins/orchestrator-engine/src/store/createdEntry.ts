import type { LogEntry, NewInstance } from './InstanceStore';

/** The first entry of an instance's log. */
export function createdEntry({
  actor,
  createdAt,
  input,
  initiator,
  targetEntity,
}: NewInstance): LogEntry {
  return {
    seq: 1,
    type: 'instance.created',
    time: createdAt,
    actor,
    data: { input, initiator, targetEntity },
  };
}
