/**
 * {@link InstanceStore} in memory, for tests and simulations: what it holds is gone with the process.
 *
 * Every method does its whole work in one turn, as a transaction would. Leases go by the clock that it is given. It holds instances
 * alone: steps that ask people, or wait for events, are refused, because nothing here could ever answer them.
 */
import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import { EngineError } from '../../EngineError';
import { chooseFairly } from '../chooseFairly';
import { createdEntry } from '../createdEntry';
import {
  DROPPED_TOKENS,
  KEY_LIFETIME_MS,
  WorkerFencedError,
  type Accepted,
  type Append,
  type Claim,
  type Commit,
  type Committed,
  type Creation,
  type Idempotency,
  type Instance,
  type InstanceStore,
  type KeyUse,
  type LogEntry,
  type NewInstance,
  type QueuedWorkflow,
  type Signal,
  type SignalAccepted,
} from '../InstanceStore';

/** What a row of the database would hold, and the rows of other tables that belong to it. */
interface Kept {
  instance: Instance;
  owner?: string;
  wakeAt?: number;
  readonly priority: number;
  readonly idempotency?: Idempotency;
  readonly log: LogEntry[];
  readonly payloads: Map<string, string>;
  signals: Signal[];
}

interface UsedKey {
  readonly requestHash: string;
  readonly at: number;
}

/** @throws {@link EngineError} `NOT_IMPLEMENTED`: the step waits for what only other stores can bring */
function requireNobodyAsked({ instanceId, approvals, awaits }: Append): void {
  if (!approvals && !awaits) return;
  throw new EngineError(
    'NOT_IMPLEMENTED',
    `Instance ${instanceId} asks people or waits for events, which a store in memory does not hold; run it on a database`,
  );
}

/** Kinds of signals by which an instance goes on that has failed. */
const REOPENING: ReadonlySet<Signal['kind']> = new Set(['retry', 'act']);

/** See the module header. @public */
export class MemoryInstanceStore implements InstanceStore {
  readonly commitsAtOnce = 1;
  readonly #kept = new Map<string, Kept>();
  readonly #leases = new Map<string, number>();
  readonly #keys = new Map<string, UsedKey>();

  /** @param isCurrent - whether an instance has the present definition of an enabled workflow, which is known elsewhere; default: all have */
  constructor(
    private readonly clock: { now(): number },
    private readonly isCurrent: (instance: NewInstance) => boolean = () => true,
  ) {}

  /** What the row of an instance would say. */
  get(id: string): Instance | undefined {
    const kept = this.#kept.get(id);
    return kept && { ...kept.instance, openSignals: kept.signals.length };
  }

  get size(): number {
    return this.#kept.size;
  }

  get signalCount(): number {
    return this.#all(() => true).flatMap(({ signals }) => signals).length;
  }

  /** Makes another worker the owner, as somebody else's write to a database could. */
  giveTo(workerId: string, id: string): void {
    const kept = this.#kept.get(id);
    if (kept) kept.owner = workerId;
  }

  /** Ends a lease, and leaves what the worker owned. */
  forgetWorker(workerId: string): void {
    this.#leases.delete(workerId);
  }

  async create(instance: NewInstance): Promise<Accepted> {
    return this.#accept({ instance, isOwned: false }, undefined);
  }

  async signal(
    signal: Signal,
    idempotency?: Idempotency,
    authTokens?: string,
  ): Promise<SignalAccepted> {
    const by = { actor: signal.actor, now: signal.createdAt };
    const use = idempotency ? await this.keyUse(idempotency, by) : 'new';
    if (use !== 'new') return use;
    const kept = this.#kept.get(signal.instanceId);
    if (!kept || !takes(kept.instance, signal)) return 'refused';
    kept.signals.push(signal);
    kept.wakeAt = 0;
    if (authTokens) kept.instance = { ...kept.instance, authTokens };
    if (idempotency) this.#useKey(idempotency, by);
    return 'accepted';
  }

  async keyUse(
    { key, requestHash }: Idempotency,
    { actor, now }: { readonly actor: Actor; readonly now: number },
  ): Promise<KeyUse> {
    const used = this.#keys.get(keyOf(actor, key));
    if (!used || used.at < now - KEY_LIFETIME_MS) return 'new';
    return used.requestHash === requestHash ? 'known' : 'conflict';
  }

  async forgetIdempotencyKeys(before: number): Promise<void> {
    for (const [name, { at }] of this.#keys) {
      if (at < before) this.#keys.delete(name);
    }
    for (const [id, kept] of this.#kept) {
      if (kept.instance.createdAt < before) {
        this.#kept.set(id, { ...kept, idempotency: undefined });
      }
    }
  }

  async registerWorker(workerId: string, leaseMs: number): Promise<void> {
    this.#leases.set(workerId, this.clock.now() + leaseMs);
  }

  async renewLease(workerId: string, leaseMs: number): Promise<boolean> {
    if (!this.#leases.has(workerId)) return false;
    this.#leases.set(workerId, this.clock.now() + leaseMs);
    return true;
  }

  async takeOver(workerId: string): Promise<number> {
    for (const [id, until] of this.#leases) {
      if (id !== workerId && until < this.clock.now()) this.#leases.delete(id);
    }
    const left = this.#all(
      ({ owner }) => owner !== undefined && !this.#leases.has(owner),
    );
    left.forEach(kept => release(kept, 0));
    return left.length;
  }

  async releaseWorker(workerId: string): Promise<void> {
    for (const kept of this.#ownedBy(workerId)) {
      release(kept, kept.wakeAt ?? 0);
    }
    this.#leases.delete(workerId);
  }

  async claimDue({ workerId, now, ...room }: Claim) {
    this.#requireAlive(workerId);
    const chosen = chooseFairly(this.#due(now).map(candidateOf), room);
    return chosen.flatMap(({ id }) => {
      const kept = this.#kept.get(id);
      if (kept) kept.owner = workerId;
      return this.get(id) ?? [];
    });
  }

  async queued({
    now,
    countUpTo,
  }: {
    readonly now: number;
    readonly countUpTo: number;
  }): Promise<readonly QueuedWorkflow[]> {
    const lanes = new Map<string, QueuedWorkflow>();
    for (const { instance, priority } of this.#due(now)) {
      const { workflowId } = instance;
      const name = JSON.stringify([priority, workflowId]);
      const due = (lanes.get(name)?.due ?? 0) + 1;
      lanes.set(name, {
        workflowId,
        priority,
        due: Math.min(due, countUpTo),
      });
    }
    return [...lanes.values()].sort(
      (a, b) =>
        b.priority - a.priority || a.workflowId.localeCompare(b.workflowId),
    );
  }

  async requeue(workerId: string, instanceId: string): Promise<void> {
    const kept = this.#kept.get(instanceId);
    if (kept?.owner === workerId) release(kept, 0);
  }

  async postpone(
    workerId: string,
    instanceId: string,
    until: { readonly wakeAt: number; readonly isFault: boolean },
  ): Promise<void> {
    const kept = this.#kept.get(instanceId);
    if (kept?.owner !== workerId) return;
    const faults = (kept.instance.faults ?? 0) + (until.isFault ? 1 : 0);
    kept.instance = { ...kept.instance, faults };
    release(kept, until.wakeAt);
  }

  async ownedBy(workerId: string): Promise<readonly string[]> {
    return this.#ownedBy(workerId).map(({ instance }) => instance.id);
  }

  async pendingSignals(workerId: string): Promise<readonly Signal[]> {
    return this.#ownedBy(workerId).flatMap(({ signals }) => signals);
  }

  async signalsOf(instanceId: string): Promise<readonly Signal[]> {
    return [...(this.#kept.get(instanceId)?.signals ?? [])];
  }

  async loadLog(instanceId: string, fromSeq = 1): Promise<readonly LogEntry[]> {
    const log = this.#kept.get(instanceId)?.log ?? [];
    return log.filter(({ seq }) => seq >= fromSeq);
  }

  async loadPayloads(
    instanceId: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const payloads = this.#kept.get(instanceId)?.payloads ?? new Map();
    return new Map([...payloads].filter(([hash]) => hashes.includes(hash)));
  }

  async commit(
    workerId: string,
    { steps, created }: Commit,
  ): Promise<Committed> {
    this.#requireAlive(workerId);
    steps.forEach(requireNobodyAsked);
    return {
      steps: steps.map(step => this.#append(workerId, step)),
      created: created.map(creation => this.#accept(creation, workerId)),
    };
  }

  #append(workerId: string, step: Append): boolean {
    const kept = this.#kept.get(step.instanceId);
    if (!kept) return false;
    if (kept.owner !== workerId || kept.instance.seq !== step.afterSeq) {
      return isRepeated(kept.log, step);
    }
    write(kept, step);
    for (const signal of step.signals ?? []) {
      this.#kept.get(signal.instanceId)?.signals.push(signal);
    }
    return true;
  }

  #accept(
    { instance, isOwned, firstStep }: Creation,
    workerId: string | undefined,
  ): Accepted {
    const { id } = instance;
    if (this.#kept.has(id)) return { kind: 'known', id };
    if (instance.onlyIfCurrent && !this.isCurrent(instance)) {
      return { kind: 'outdated' };
    }
    const known = this.#keptUnderKeyOf(instance);
    if (known) {
      const isSame =
        known.idempotency?.requestHash === instance.idempotency?.requestHash;
      return isSame
        ? { kind: 'known', id: known.instance.id }
        : { kind: 'conflict' };
    }
    const kept = newlyKept(instance, isOwned, workerId);
    this.#kept.set(id, kept);
    if (firstStep) {
      const taken = { afterSeq: kept.instance.seq, takenSignals: [] };
      write(kept, { instanceId: id, ...taken, ...firstStep });
    }
    return { kind: 'created' };
  }

  #keptUnderKeyOf({ initiator, idempotency }: NewInstance): Kept | undefined {
    if (!idempotency) return undefined;
    const [known] = this.#all(
      kept =>
        kept.instance.initiator === initiator &&
        kept.idempotency?.key === idempotency.key,
    );
    return known;
  }

  #useKey(
    { key, requestHash }: Idempotency,
    { actor, now }: { readonly actor: Actor; readonly now: number },
  ) {
    this.#keys.set(keyOf(actor, key), { requestHash, at: now });
  }

  /** @throws {@link WorkerFencedError} */
  #requireAlive(workerId: string) {
    if (this.#leases.has(workerId)) return;
    throw new WorkerFencedError(`Worker ${workerId} has lost its lease`);
  }

  #due(now: number): readonly Kept[] {
    return this.#all(
      ({ owner, wakeAt }) =>
        owner === undefined && wakeAt !== undefined && wakeAt <= now,
    );
  }

  #ownedBy(workerId: string): readonly Kept[] {
    return this.#all(({ owner }) => owner === workerId);
  }

  #all(isWanted: (kept: Kept) => boolean): readonly Kept[] {
    return [...this.#kept.values()].filter(isWanted);
  }
}

function newlyKept(
  instance: NewInstance,
  isOwned: boolean,
  workerId: string | undefined,
): Kept {
  const { payloads, idempotency, priority = 0, ...more } = instance;
  const { actor: _, onlyIfCurrent: __, ...row } = more;
  return {
    instance: { ...row, seq: 1, status: 'pending', openSignals: 0 },
    priority,
    idempotency,
    log: [createdEntry(instance)],
    payloads: new Map(payloads.map(({ sha256, text }) => [sha256, text])),
    signals: [],
    ...(isOwned ? { owner: workerId } : { wakeAt: instance.createdAt }),
  };
}

/** The step's entries, and the row that they imply. */
function write(kept: Kept, step: Append) {
  const { change, entries, payloads, takenSignals } = step;
  const { canRetry, definition, wakeAt, ...columns } = change;
  const isOver = change.endedAt !== undefined && !canRetry;
  kept.log.push(...entries);
  payloads.forEach(({ sha256, text }) => kept.payloads.set(sha256, text));
  kept.signals = isOver
    ? []
    : kept.signals.filter(({ id }) => !takenSignals.includes(id));
  kept.instance = {
    ...kept.instance,
    ...columns,
    ...(definition && {
      definitionHash: definition.hash,
      workflowVersion: definition.version,
    }),
    seq: step.afterSeq + entries.length,
    ...(change.endedAt !== undefined &&
      kept.instance.authTokens && { authTokens: DROPPED_TOKENS }),
  };
  kept.wakeAt = isOver ? undefined : wakeAt;
  if (!step.release) return;
  kept.owner = undefined;
  if (kept.signals.length > 0) kept.wakeAt = 0;
}

/** Whether an earlier try of the step is in the log. */
function isRepeated(
  log: readonly LogEntry[],
  { entries, release: isReleased }: Append,
): boolean {
  const last = entries.at(-1);
  if (!last) return isReleased;
  const found = log.find(({ seq }) => seq === last.seq);
  return found !== undefined && JSON.stringify(found) === JSON.stringify(last);
}

function release(kept: Kept, wakeAt: number) {
  kept.owner = undefined;
  kept.wakeAt = wakeAt;
}

function takes({ status }: Instance, { kind }: Signal): boolean {
  if (status === 'failed') return REOPENING.has(kind);
  return status !== 'completed' && status !== 'cancelled';
}

function candidateOf({ instance, priority, wakeAt = 0 }: Kept) {
  const { id, workflowId } = instance;
  return { id, workflowId, priority, wakeAt };
}

function keyOf({ ref = '' }: Actor, key: string): string {
  return JSON.stringify([ref, key]);
}
