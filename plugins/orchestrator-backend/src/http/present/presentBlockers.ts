import type {
  components,
  InstanceState,
  TaskApproval,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

type Blocker = components['schemas']['Blocker'];

/** What has to happen before an instance goes on. */
export function presentBlockers(state: InstanceState): Blocker[] {
  const { status, because } = state;
  if (status === 'completed' || status === 'cancelled') return [];
  const resume: Blocker[] =
    status === 'suspended'
      ? [{ kind: 'resume', because: because ?? 'suspended' }]
      : [];
  const innermost = state.tasks.filter(
    task => !state.tasks.some(other => isWithin(other, task)),
  );
  return [...resume, ...innermost.flatMap(task => blockerOf(task, state))];
}

/** Whether a task that has not ended is part of another one: then that one only waits for it. */
function isWithin(inner: TaskState, outer: TaskState): boolean {
  return inner.endedAt === undefined && inner.ref.startsWith(`${outer.ref}/`);
}

function blockerOf(task: TaskState, state: InstanceState): Blocker[] {
  const { key, name, status, waitingUntil: until, error, call } = task;
  const about = { task: key, name };
  switch (status) {
    case 'waiting':
      if (task.approval) return [{ ...about, ...askedOf(task.approval) }];
      return [
        {
          ...about,
          kind: waitKindOf(task),
          because: until ? `waiting until ${until}` : `waiting in ${name}`,
          until,
        },
      ];
    case 'retrying':
      return [
        { ...about, kind: 'retry', because: `tries again at ${until}`, until },
      ];
    case 'failed':
      return state.status === 'failed'
        ? [{ ...about, kind: 'decision', because: error?.title ?? 'failed' }]
        : [];
    case 'running':
      return call && call.ok === undefined
        ? [{ ...about, kind: 'call', because: `waiting for ${call.target}` }]
        : [];
    default:
      return [];
  }
}

function askedOf({ approvers, dueAt }: TaskApproval): Blocker {
  const because = `waiting for approval by ${approvers.join(' or ')}`;
  return { kind: 'approval', because, until: dueAt };
}

function waitKindOf({ kind, waitingUntil }: TaskState): Blocker['kind'] {
  if (kind === 'listen') return 'event';
  if (kind === 'run') return 'child';
  return waitingUntil === undefined ? 'event' : 'timer';
}
