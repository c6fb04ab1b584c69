import type {
  ErrorDetails,
  EventData,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ListenEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { ApprovalTerms, NewApproval } from '../../store/ApprovalStore';
import type { NewAwait } from '../../store/EventStore';
import type { Append, Instance, Signal } from '../../store/InstanceStore';
import type { NewEntry } from '../Settlement';
import { childId } from '../children/ChildStarter';
import { awaitsOf } from './listeners';

/** What one step says of who waits for events, what it asks people, and what it tells other instances. */
export class StepWaits {
  readonly #instance: Pick<Instance, 'id' | 'createdAt' | 'parent'>;
  #awaits: NewAwait[] = [];
  #ended: string[] | 'all' = [];
  #signals: Signal[] = [];
  #approvals: NewApproval[] = [];
  #withdrawn: string[] | 'all' = [];

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

  /** Nobody need decide any more; what was asked in the same step is never written. */
  withdraw(effectId: string): void {
    const others = this.#approvals.filter(one => one.effectId !== effectId);
    const isWritten = others.length === this.#approvals.length;
    if (isWritten && this.#withdrawn !== 'all') this.#withdrawn.push(effectId);
    this.#approvals = others;
  }

  /** Nothing of the instance listens any more, or asks anybody. */
  endAll(): void {
    this.#awaits = [];
    this.#ended = 'all';
    this.#approvals = [];
    this.#withdrawn = 'all';
  }

  /** Notes what people are asked; tells a parent that waits for it when the instance has ended. */
  follow(entry: NewEntry): void {
    const { type, data, time } = entry;
    if (type === 'approval.requested') this.#approvals.push(approvalOf(entry));
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
  get members(): Pick<
    Append,
    'awaits' | 'endedAwaits' | 'signals' | 'approvals' | 'withdrawnApprovals'
  > {
    return {
      ...(this.#awaits.length > 0 && { awaits: this.#awaits }),
      ...(this.#ended.length > 0 && { endedAwaits: this.#ended }),
      ...(this.#signals.length > 0 && { signals: this.#signals }),
      ...(this.#approvals.length > 0 && { approvals: this.#approvals }),
      ...(this.#withdrawn.length > 0 && {
        withdrawnApprovals: this.#withdrawn,
      }),
    };
  }

  clear(): void {
    this.#awaits = [];
    this.#ended = [];
    this.#signals = [];
    this.#approvals = [];
    this.#withdrawn = [];
  }
}

/** What people are told, as the log tells it: without secrets. */
function approvalOf({ data, taskKey, time }: NewEntry): NewApproval {
  const asked = data as unknown as EventData['approval.requested'];
  const { approvalId, effectId, title, approvers, dueAt } = asked;
  const { decisions, required, excludeInitiator } = asked;
  const request = data.request as Pick<
    ApprovalTerms,
    'description' | 'formSchema'
  >;
  return {
    id: approvalId,
    effectId,
    taskKey: taskKey ?? '',
    title,
    approvers,
    request: { ...request, decisions, required, excludeInitiator },
    requestedAt: time,
    ...(dueAt !== undefined && { dueAt: Date.parse(dueAt) }),
  };
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
