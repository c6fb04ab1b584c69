/** What a metric is, apart from its name. @public */
export interface Metric {
  /** `counter`: how much came together. `histogram`: how values are spread. `gauge`: what is the case now. */
  readonly kind: 'counter' | 'histogram' | 'gauge';
  /** As UCUM has it. */
  readonly unit: string;
  readonly description: string;
  /** What each of its values is told apart by. */
  readonly attributes: readonly (keyof AttributeTypes)[];
  /** Between which values a histogram tells apart, if whoever collects it heeds that. */
  readonly boundaries?: readonly number[];
}

/** What attributes hold, in whichever metric. Never payloads, never secrets. @public */
export interface AttributeTypes {
  /** The id of the workflow. */
  readonly workflow: string;
  /** How an instance has ended. */
  readonly status: string;
  readonly isDuplicate: boolean;
  /** `delivered`, `pending` (it will be tried again) or `failed`. */
  readonly outcome: string;
  /** Of an activity, such as `http`. */
  readonly kind: string;
  readonly ok: boolean;
  /** What a timer is for. */
  readonly purpose: string;
}

/** Where a few milliseconds matter. */
const MOMENTS_MS = [
  1, 2.5, 5, 10, 25, 50, 75, 100, 250, 500, 1_000, 2_500, 5_000, 10_000,
];

/** What others take: from moments to hours. */
const CALLS_MS = [
  5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000,
  300_000, 1_800_000, 7_200_000,
];

const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** All that the engine counts and measures: docs/configuration.md shows the same. @public */
export const METRICS = {
  'orchestrator.instances.started': {
    kind: 'counter',
    unit: '{instance}',
    description: 'Instances that this process accepted',
    attributes: ['workflow'],
  },
  'orchestrator.instances.ended': {
    kind: 'counter',
    unit: '{instance}',
    description: 'Instances that this process brought to their end',
    attributes: ['workflow', 'status'],
  },
  'orchestrator.instances.taken_over': {
    kind: 'counter',
    unit: '{instance}',
    description: 'Instances taken over from processes that had died',
    attributes: [],
  },
  'orchestrator.events.received': {
    kind: 'counter',
    unit: '{event}',
    description: 'Events that came, duplicates among them',
    attributes: ['isDuplicate'],
  },
  'orchestrator.webhooks.attempts': {
    kind: 'counter',
    unit: '{attempt}',
    description: 'Attempts to send an event to a webhook',
    attributes: ['outcome'],
  },
  'orchestrator.step.commit_lag': {
    kind: 'histogram',
    unit: 'ms',
    description: 'From when a step was ready to when it was in the log',
    attributes: [],
    boundaries: MOMENTS_MS,
  },
  'orchestrator.commit.size': {
    kind: 'histogram',
    unit: '{part}',
    description: 'Steps and new instances written in one transaction',
    attributes: [],
    boundaries: SIZES,
  },
  'orchestrator.commit.duration': {
    kind: 'histogram',
    unit: 'ms',
    description: 'How long such a transaction took',
    attributes: [],
    boundaries: MOMENTS_MS,
  },
  'orchestrator.activity.duration': {
    kind: 'histogram',
    unit: 'ms',
    description: 'How long a call of a task took',
    attributes: ['kind', 'ok'],
    boundaries: CALLS_MS,
  },
  'orchestrator.timer.lag': {
    kind: 'histogram',
    unit: 'ms',
    description: 'From when a timer was due to when it fired',
    attributes: ['purpose'],
    boundaries: MOMENTS_MS,
  },
  'orchestrator.webhooks.duration': {
    kind: 'histogram',
    unit: 'ms',
    description: 'How long an attempt to send an event to a webhook took',
    attributes: ['outcome'],
    boundaries: CALLS_MS,
  },
  'orchestrator.queue.depth': {
    kind: 'gauge',
    unit: '{instance}',
    description:
      'Instances of all processes that are due and wait for a worker, as this one last counted',
    attributes: [],
  },
  'orchestrator.webhooks.backlog': {
    kind: 'gauge',
    unit: '{delivery}',
    description:
      'Events still to be sent to webhooks, as last counted by the process that queues them',
    attributes: [],
  },
} as const satisfies { readonly [name: `orchestrator.${string}`]: Metric };

/** The metrics of a kind. @public */
export type MetricName<K extends Metric['kind'] = Metric['kind']> = {
  [N in keyof typeof METRICS]: (typeof METRICS)[N]['kind'] extends K
    ? N
    : never;
}[keyof typeof METRICS];

/** What is told with each value of a metric. @public */
export type AttributesOf<N extends MetricName> = Pick<
  AttributeTypes,
  (typeof METRICS)[N]['attributes'][number]
>;
