import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { FeedEntry } from '../../store/FeedReader';

/** All types of lifecycle events, without what they have in common. */
export const LIFECYCLE_TYPES = [
  'workflow.started',
  'workflow.status-changed',
  'workflow.suspended',
  'workflow.resumed',
  'workflow.correlation-started',
  'workflow.correlation-completed',
  'workflow.completed',
  'workflow.faulted',
  'workflow.cancelled',
  'task.created',
  'task.started',
  'task.suspended',
  'task.resumed',
  'task.retried',
  'task.completed',
  'task.faulted',
  'task.cancelled',
  'approval.requested',
  'approval.resolved',
] as const;

type LifecycleType = (typeof LIFECYCLE_TYPES)[number];

/** An event's type without what all have in common, and its data but for what says whose it is. */
export interface Notice {
  readonly type: LifecycleType;
  readonly data: { readonly [name: string]: Json };
}

/** The events that an entry makes. */
export type Notices = (entry: Described) => readonly Notice[];

/** An entry, and whose it is. */
export interface Described {
  /** ISO 8601. */
  readonly time: string;
  readonly data: FeedEntry['entry']['data'];
  readonly instance: FeedEntry['instance'];
  /** Address of a payload. */
  readonly payloadUri: (ref: string) => string;
  /** Address of an approval. */
  readonly approvalUri: (id: string) => string;
}

/**
 * The type of a CloudEvent: `io.serverlessworkflow.workflow.faulted.v1` for `workflow.faulted`. The specification knows no approvals:
 * events about them are the orchestrator's own.
 */
export function cloudEventTypeOf(type: LifecycleType): string {
  const prefix = type.startsWith('approval.')
    ? 'io.backstage.orchestrator'
    : 'io.serverlessworkflow';
  return `${prefix}.${type}.v1`;
}

/** What {@link cloudEventTypeOf} has made a type of. */
export function shortTypeOf(cloudEventType: string): string {
  return cloudEventType
    .replace(/^io\.(serverlessworkflow|backstage\.orchestrator)\./, '')
    .replace(/\.v1$/, '');
}
