/** A type of event that a webhook can ask for, and what it tells. */
export interface EventChoice {
  /** As the API has it. */
  readonly type: string;
  readonly label: string;
}

/** Types that begin alike. */
export interface EventFamily {
  readonly title: string;
  /** Stands for all of them, those to come included. */
  readonly all: EventChoice;
  readonly choices: readonly EventChoice[];
}

/** All events that leave the portal, as one chooses among them. */
export const eventFamilies: readonly EventFamily[] = [
  {
    title: 'Of runs',
    all: { type: 'workflow.*', label: 'All of runs' },
    choices: [
      { type: 'workflow.started', label: 'Started' },
      { type: 'workflow.completed', label: 'Completed' },
      { type: 'workflow.faulted', label: 'Failed' },
      { type: 'workflow.cancelled', label: 'Cancelled' },
      { type: 'workflow.suspended', label: 'Suspended' },
      { type: 'workflow.resumed', label: 'Resumed' },
      { type: 'workflow.status-changed', label: 'Any change of status' },
      { type: 'workflow.correlation-started', label: 'Waits for an event' },
      { type: 'workflow.correlation-completed', label: 'Has got its event' },
    ],
  },
  {
    title: 'Of tasks',
    all: { type: 'task.*', label: 'All of tasks' },
    choices: [
      { type: 'task.created', label: 'Created' },
      { type: 'task.started', label: 'Started' },
      { type: 'task.completed', label: 'Completed' },
      { type: 'task.faulted', label: 'Failed' },
      { type: 'task.retried', label: 'Retried' },
      { type: 'task.cancelled', label: 'Cancelled' },
      { type: 'task.suspended', label: 'Suspended' },
      { type: 'task.resumed', label: 'Resumed' },
    ],
  },
  {
    title: 'Of approvals',
    all: { type: 'approval.*', label: 'All of approvals' },
    choices: [
      { type: 'approval.requested', label: 'People are asked' },
      { type: 'approval.resolved', label: 'It was decided' },
    ],
  },
];

const offered = new Set(
  eventFamilies.flatMap(({ all, choices }) =>
    [all, ...choices].map(({ type }) => type),
  ),
);

/** Patterns that a webhook has and that are not offered: they were written by hand. */
export function patternsApart(events: readonly string[]): readonly string[] {
  return events.filter(type => !offered.has(type));
}
