/**
 * What people decide: checked against what they were asked, then counted.
 *
 * - V1 A decision that is accepted is a committed row, and the instance is told in the same transaction if it is the one that counts.
 * - V2 What is refused has changed nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  validateValue,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError, type Fault } from '../../EngineError';
import { listFaults } from '../../listFaults';
import type { Approval, ApprovalStore, Voted } from '../../store/ApprovalStore';
import type { Clock } from '../Clock';
import { keyConflict } from '../refusals';
import type { Act } from '../WorkflowRuntime';

/** What somebody decides. @public */
export interface DecisionRequest {
  readonly approvalId: string;
  /** One of those that the approval allows. */
  readonly decision: string;
  readonly comment?: string;
  /** What was filled in. */
  readonly data?: Json;
}

/** @internal */
export interface DecisionsOptions {
  readonly approvals: ApprovalStore;
  readonly clock: Clock;
  /** There is something for a worker to take up. */
  readonly onAccepted: () => void;
}

/** See the module header. */
export class Decisions {
  constructor(private readonly options: DecisionsOptions) {}

  /**
   * Counts what the actor decides.
   *
   * @returns the approval as it then is
   * @throws {@link EngineError} `APPROVAL_NOT_FOUND`, `INPUT_INVALID`, `STATE_CONFLICT` with who has decided, `IDEMPOTENCY_CONFLICT`
   */
  async decide(
    request: DecisionRequest,
    { actor, idempotencyKey: key }: Act,
  ): Promise<Approval> {
    const { approvals, clock, onAccepted } = this.options;
    const { approvalId, ...decided } = request;
    requireFit(await this.#get(approvalId), request);
    const vote = { ...decided, by: actor.ref ?? '', at: clock.now() };
    const requestHash = hashOf(request);
    const voted = await approvals.vote(
      { approvalId, vote, actor, signalId: randomUUID() },
      key === undefined ? undefined : { key, requestHash },
    );
    const approval = await this.#get(approvalId);
    requireCounted(voted, approval);
    onAccepted();
    return approval;
  }

  async #get(id: string): Promise<Approval> {
    const approval = await this.options.approvals.get(id);
    if (approval) return approval;
    throw new EngineError('APPROVAL_NOT_FOUND', `There is no approval ${id}`);
  }
}

/** @throws {@link EngineError} `INPUT_INVALID` */
function requireFit(approval: Approval, request: DecisionRequest): void {
  const faults = faultsOf(approval, request);
  if (faults.length === 0) return;
  throw new EngineError(
    'INPUT_INVALID',
    `The decision does not fit what is asked: ${listFaults(faults)}`,
    { faults },
  );
}

function faultsOf(
  { decisions, formSchema }: Approval,
  { decision, data }: DecisionRequest,
): readonly Fault[] {
  if (!decisions.includes(decision)) {
    const message = `must be one of ${decisions.join(', ')}`;
    return [{ pointer: '/decision', message }];
  }
  if (formSchema === undefined) {
    const message = 'must be left out: nothing is to be filled in';
    return data === undefined ? [] : [{ pointer: '/data', message }];
  }
  if (data === undefined) {
    const message = `is required to ${decision}`;
    return decision === decisions[0] ? [{ pointer: '/data', message }] : [];
  }
  return validateValue(formSchema, data).map(({ pointer, message }) => ({
    pointer: `/data${pointer}`,
    message,
  }));
}

/** @throws {@link EngineError} `STATE_CONFLICT`, `IDEMPOTENCY_CONFLICT` */
function requireCounted(voted: Voted, approval: Approval): void {
  switch (voted) {
    case 'counted':
    case 'known':
      return;
    case 'conflict':
      throw keyConflict();
    case 'repeated':
      throw conflict(approval, 'you have already decided');
    default:
      throw conflict(approval, closing(approval));
  }
}

/** Why nothing can be decided any more. */
function closing({ status, decision, votes }: Approval): string {
  if (status !== 'decided') {
    return 'it is withdrawn: the run has ended, or gone another way';
  }
  const deciders = votes
    .filter(vote => vote.decision === decision)
    .map(({ by }) => by);
  return `already decided by ${deciders.join(' and ')}: ${decision}`;
}

function conflict({ id }: Approval, why: string): EngineError {
  return new EngineError('STATE_CONFLICT', `Approval ${id}: ${why}`);
}

function hashOf(request: DecisionRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}
