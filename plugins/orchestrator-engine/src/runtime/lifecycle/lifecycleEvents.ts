/**
 * The specification's lifecycle events (DSL reference, "Lifecycle Events"), and those about approvals, made of entries of the log.
 *
 * The same entry makes the same events, ids included: whoever receives one twice can tell.
 */
import {
  parseTaskKey,
  type CloudEvent,
  type ErrorDetails,
  type EventType,
  type InstanceStatus,
  type Json,
  type Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { isoTime } from '../../interpreter/time';
import type { FeedEntry } from '../../store/FeedReader';
import { decodePayload } from '../payloads';
import { OF_APPROVALS } from './approvalNotices';
import {
  cloudEventTypeOf,
  type Described,
  type Notice,
  type Notices,
} from './Notice';

/** Entries that make events about workflows, and which. */
const OF_WORKFLOWS: { readonly [T in EventType]?: Notices } = {
  'instance.started': ({ time, instance }) => [
    {
      type: 'workflow.started',
      data: { definition: definitionOf(instance), startedAt: time },
    },
  ],
  'instance.status_changed': ({ time, data }) => [
    ...(data.to === 'suspended' ? [suspended(time)] : []),
    ...(data.from === 'suspended' && !isEnd(data.to) ? [resumed(time)] : []),
    statusChanged(time, data.to as InstanceStatus),
  ],
  'instance.suspended': ({ time }) => [
    suspended(time),
    statusChanged(time, 'suspended'),
  ],
  'instance.retried': ({ time }) => [resumed(time)],
  'instance.cancelled': ({ time }) => [
    { type: 'workflow.cancelled', data: { cancelledAt: time } },
  ],
  'instance.failed': ({ time, data }) => [
    {
      type: 'workflow.faulted',
      data: { faultedAt: time, error: errorOf(data) },
    },
  ],
  'instance.completed': entry => [
    {
      type: 'workflow.completed',
      data: { completedAt: entry.time, ...outputOf(entry) },
    },
  ],
  'event.awaited': ({ time }) => [
    { type: 'workflow.correlation-started', data: { startedAt: time } },
  ],
  'event.received': ({ time }) => [
    { type: 'workflow.correlation-completed', data: { completedAt: time } },
  ],
};

/** Entries that make events about tasks, and which. */
const OF_TASKS: { readonly [T in EventType]?: Notices } = {
  'task.started': ({ time }) => [taskCreated(time), taskStarted(time)],
  'task.waiting': ({ time }) => [taskSuspended(time)],
  'task.held': ({ time }) => [taskSuspended(time)],
  'event.awaited': ({ time }) => [taskSuspended(time)],
  'approval.requested': ({ time }) => [taskSuspended(time)],
  'timer.fired': ({ time, data }) =>
    data.purpose === 'wait' ? [taskResumed(time)] : [],
  'event.received': ({ time }) => [taskResumed(time)],
  'approval.resolved': ({ time }) => [taskResumed(time)],
  'task.retry_scheduled': ({ time }) => [
    { type: 'task.retried', data: { retriedAt: time } },
  ],
  'task.failed': ({ time, data }) => [
    { type: 'task.faulted', data: { faultedAt: time, error: errorOf(data) } },
  ],
  'task.cancelled': ({ time }) => [
    { type: 'task.cancelled', data: { cancelledAt: time } },
  ],
  'task.completed': entry => [
    {
      type: 'task.completed',
      data: { completedAt: entry.time, ...outputOf(entry) },
    },
  ],
};

/** Which lifecycle events are published. @public */
export type LifecycleLevel = 'all' | 'workflow';

/** Types of entries that make events. */
export function lifecycleEntryTypes(level: LifecycleLevel): readonly string[] {
  const tasks = level === 'all' ? Object.keys(OF_TASKS) : [];
  return [
    ...new Set([
      ...Object.keys(OF_WORKFLOWS),
      ...Object.keys(OF_APPROVALS),
      ...tasks,
    ]),
  ];
}

/**
 * The events that an entry makes, in order.
 *
 * @param options - `source`: address of the engine's API, to which paths of instances are added
 * @public
 */
export function lifecycleEvents(
  { entry, instance }: Pick<FeedEntry, 'entry' | 'instance'>,
  options: { readonly level: LifecycleLevel; readonly source: string },
): readonly CloudEvent[] {
  const source = `${options.source}/v2/instances/${instance.id}`;
  const described: Described = {
    time: isoTime(entry.time),
    data: entry.data,
    instance,
    payloadUri: ref => `${source}/payloads/${ref}`,
    approvalUri: id => `${options.source}/v2/approvals/${id}`,
  };
  const ofWorkflow = OF_WORKFLOWS[entry.type]?.(described) ?? [];
  const ofApproval = OF_APPROVALS[entry.type]?.(described) ?? [];
  const ofTask =
    options.level === 'all' && entry.taskKey !== undefined
      ? OF_TASKS[entry.type]?.(described) ?? []
      : [];
  const name = qualifiedName(instance);
  const task =
    entry.taskKey === undefined ? undefined : parseTaskKey(entry.taskKey).ref;
  const eventOf = (
    { type, data }: Notice,
    about: { readonly [name: string]: Json },
    subject?: string,
  ): CloudEvent => ({
    specversion: '1.0',
    id: `${instance.epoch}.${entry.seq}.${type}`,
    source,
    type: cloudEventTypeOf(type),
    time: described.time,
    ...(subject !== undefined && { subject }),
    datacontenttype: 'application/json',
    data: { ...about, ...data },
  });
  return [
    ...ofWorkflow.map(notice => eventOf(notice, { name })),
    ...[...ofTask, ...ofApproval].map(notice =>
      eventOf(notice, { workflow: name, task: task ?? '' }, task),
    ),
  ];
}

function suspended(time: string): Notice {
  return { type: 'workflow.suspended', data: { suspendedAt: time } };
}

function resumed(time: string): Notice {
  return { type: 'workflow.resumed', data: { resumedAt: time } };
}

function taskCreated(time: string): Notice {
  return { type: 'task.created', data: { createdAt: time } };
}

function taskStarted(time: string): Notice {
  return { type: 'task.started', data: { startedAt: time } };
}

function taskSuspended(time: string): Notice {
  return { type: 'task.suspended', data: { suspendedAt: time } };
}

function taskResumed(time: string): Notice {
  return { type: 'task.resumed', data: { resumedAt: time } };
}

function statusChanged(time: string, status: InstanceStatus): Notice {
  return {
    type: 'workflow.status-changed',
    data: { updatedAt: time, status: PHASES[status] ?? status },
  };
}

/** Where the specification has another word for a status. */
const PHASES: { readonly [S in InstanceStatus]?: string } = {
  failed: 'faulted',
  retrying: 'waiting',
};

function isEnd(status: unknown): boolean {
  return (
    status === 'completed' || status === 'failed' || status === 'cancelled'
  );
}

/** `<name>-<instance>.<namespace>`. */
function qualifiedName({ id, workflowId }: FeedEntry['instance']): string {
  const { name, namespace } = namesIn(workflowId);
  return `${name}-${id}.${namespace}`;
}

function definitionOf({ workflowId, workflowVersion }: FeedEntry['instance']) {
  return { ...namesIn(workflowId), version: workflowVersion };
}

function namesIn(workflowId: string) {
  const dot = workflowId.lastIndexOf('.');
  return dot < 0
    ? { name: workflowId, namespace: 'default' }
    : { name: workflowId.slice(dot + 1), namespace: workflowId.slice(0, dot) };
}

function errorOf({ error }: Described['data']): Json {
  return { ...(error as ErrorDetails) };
}

/** A value that is kept apart is referred to. */
function outputOf({ data, payloadUri }: Described): {
  readonly [name: string]: Json;
} {
  const output = data.output as Payload;
  return 'ref' in output
    ? { outputUri: payloadUri(output.ref) }
    : { output: decodePayload(output, new Map()) };
}
