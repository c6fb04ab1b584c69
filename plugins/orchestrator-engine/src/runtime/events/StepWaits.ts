import type {
  ErrorDetails,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ListenEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { NewAwait } from '../../store/EventStore';
import type { Append, Instance, Signal } from '../../store/InstanceStore';
import type { NewEntry } from '../Settlement';
import { childId } from '../children/ChildStarter';
import { awaitsOf } from './listeners';

/** What one step says of who waits for events, and what it tells other instances. */
export class StepWaits {
  readonly #instance: Pick<Instance, 'id' | 'createdAt' | 'parent'>;
  #awaits: NewAwait[] = [];
  #ended: string[] | 'all' = [];
  #signals: Signal[] = [];

  constructor(instance: Pick<Instance, 'id' | 'createdAt' | 'parent'>) {
    this.#instance = instance;
  }

  /** A task listens; events that came before its instance do not count. */
  begin(effect: ListenEffect): void {
    this.#awaits.push(...awaitsOf(effect, this.#instance.createdAt));
  }

  /** An effect listens no more; what began in the same step is never written. */
  end(effectId: string): void {
    const others = this.#awaits.filter(one => one.effectId !== effectId);
    const isWritten = others.length === this.#awaits.length;
    if (isWritten && this.#ended !== 'all') this.#ended.push(effectId);
    this.#awaits = others;
  }

  /** Nothing of the instance listens any more. */
  endAll(): void {
    this.#awaits = [];
    this.#ended = 'all';
  }

  /** Tells a parent that waits for it when the instance has ended. */
  follow({ type, data, time }: NewEntry): void {
    const status = ENDS[type];
    const { id, parent } = this.#instance;
    if (!status || !parent?.isAwaited) return;
    this.#signals.push({
      id: `${id}:end`,
      instanceId: parent.instanceId,
      kind: 'child',
      actor: { kind: 'system' },
      data: { effectId: parent.effectId, status, ...resultOf(data, status) },
      createdAt: time,
    });
  }

  /** Tells a child to stop whose end nobody waits for any more; one that has ended, or never began, takes no notice. */
  abandon(effectId: string, time: number): void {
    const { id } = this.#instance;
    const instanceId = childId({ id }, { id: effectId });
    const reason = `Instance ${id} has no use for it any more`;
    this.#signals.push({
      id: `${instanceId}:abandoned`,
      instanceId,
      kind: 'cancel',
      actor: { kind: 'system', reason },
      data: {},
      createdAt: time,
    });
  }

  /** The members of the step that are not empty. */
  get members(): Pick<Append, 'awaits' | 'endedAwaits' | 'signals'> {
    return {
      ...(this.#awaits.length > 0 && { awaits: this.#awaits }),
      ...(this.#ended.length > 0 && { endedAwaits: this.#ended }),
      ...(this.#signals.length > 0 && { signals: this.#signals }),
    };
  }

  clear(): void {
    this.#awaits = [];
    this.#ended = [];
    this.#signals = [];
  }
}

/** Entries with which an instance ends. */
const ENDS: { readonly [type: string]: InstanceStatus | undefined } = {
  'instance.completed': 'completed',
  'instance.failed': 'failed',
  'instance.cancelled': 'cancelled',
};

function resultOf(
  { output, error }: NewEntry['data'],
  status: InstanceStatus,
): { readonly output?: Json; readonly error?: ErrorDetails } {
  if (status === 'completed') return { output: output as Json };
  if (error) return { error: error as ErrorDetails };
  return { error: standardError('runtime', 'It was cancelled').details };
}
