import {
  foldEvents,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Json,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityExecutor } from '../../activities/ActivityExecutor';
import { runWorkflow } from '../../interpreter/runWorkflow';
import { EventReader } from '../events/EventReader';
import { presentEvent } from '../presentEvent';
import { givenNow, runOptionsFor, type RunMeans } from '../runOptionsFor';
import { SecretMask } from '../secrets/SecretMask';
import { MockedWorld, type Mock, type TrialCall } from './MockedWorld';
import { TrialHost } from './TrialHost';

/** What is tried out, and what answers for the world. @public */
export interface Trial {
  readonly definition: WorkflowDefinition;
  readonly input: Json;
  /** By the pointer of the task. */
  readonly mocks?: { readonly [pointer: string]: Mock };
  /** The pointer that mocks have for the one of the run. Default: the same. */
  readonly pointerOf?: (ref: string) => string;
  /** Whether calls without a mock are made; otherwise they answer `null`. Default: not. */
  readonly isReal?: boolean;
  readonly executor: ActivityExecutor;
  readonly means: RunMeans;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

/** How a trial went. @public */
export interface TrialReport {
  /** Values are inline, whatever their size. */
  readonly state: InstanceState;
  readonly calls: readonly TrialCall[];
  /** How long the run would have waited. */
  readonly virtualMs: number;
  /** Whether it was ended because it would not have ended. */
  readonly isEndless: boolean;
}

/** Members of an entry's data that hold a workflow's values. */
const VALUES = new Set(['input', 'output', 'request', 'response', 'event']);

/**
 * Runs a workflow by the interpreter, in memory: nothing of it is kept, and timers pass at once.
 *
 * @throws what is a fault of the engine; a run that fails is a report
 * @public
 */
export async function tryWorkflow(trial: Trial): Promise<TrialReport> {
  const { definition, input, means, startedAt } = trial;
  const options = await runOptionsFor(definition, means);
  const world = new MockedWorld({
    mocks: trial.mocks ?? {},
    pointerOf: trial.pointerOf ?? (ref => ref),
    executor: trial.executor,
    isReal: trial.isReal ?? false,
    signal: trial.signal,
    events: new EventReader(means.expressions),
  });
  const mask = new SecretMask(options.secrets);
  const host = new TrialHost({ world, startedAt, mask });
  const run = runWorkflow({
    ...options,
    ...givenNow(means),
    host,
    start: { instanceId: 'trial', input, startedAt },
  });
  await Promise.race([run, host.stands]);
  return {
    state: stateOf(definition, input, host),
    calls: world.calls.map(call => mask.of(call)),
    virtualMs: host.elapsedMs,
    isEndless: host.isEndless,
  };
}

function stateOf(
  { id, document }: WorkflowDefinition,
  input: Json,
  { entries, startedAt: time }: TrialHost,
): InstanceState {
  const instance = {
    id: 'trial',
    epoch: 'trial',
    workflowId: id,
    workflowVersion: document.version,
  };
  const created = { type: 'instance.created', time, data: { input } } as const;
  const started = { type: 'instance.started', time, data: {} } as const;
  const events = [created, started, ...entries].map((entry, index) =>
    presentEvent(instance, {
      ...entry,
      seq: index + 1,
      data: withInlineValues(entry.data),
    }),
  );
  return foldEvents(events);
}

function withInlineValues(data: { readonly [key: string]: unknown }) {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      VALUES.has(name) && value !== undefined
        ? [name, { value }]
        : [name, value],
    ),
  );
}
