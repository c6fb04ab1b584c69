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
  const around = refsAround(state.tasks);
  const innermost = state.tasks.filter(({ ref }) => !around.has(ref));
  return [...resume, ...innermost.flatMap(blockerOf)];
}

/** The pointers above those of tasks that have not ended: what stands there only waits for them. */
function refsAround(tasks: readonly TaskState[]): ReadonlySet<string> {
  const around = new Set<string>();
  for (const { ref, endedAt } of tasks) {
    if (endedAt !== undefined) continue;
    for (
      let at = ref.lastIndexOf('/');
      at > 0;
      at = ref.lastIndexOf('/', at - 1)
    ) {
      around.add(ref.slice(0, at));
    }
  }
  return around;
}

function blockerOf(task: TaskState): Blocker[] {
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
      return task.canRetry
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
