/**
 * Brings an act to its instance: once for each key, and only what the instance can do as it will stand.
 *
 * - A1 What is accepted is a committed row; the worker notes it in the log, or that it had become impossible meanwhile.
 * - A2 What is refused has changed nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { EngineError } from '../../EngineError';
import type { InstanceReader } from '../../store/InstanceReader';
import type {
  Idempotency,
  Instance,
  InstanceStore,
  Signal,
  SignalData,
} from '../../store/InstanceStore';
import type { Clock } from '../Clock';
import { instanceHasEnded, instanceNotFound, keyConflict } from '../refusals';
import { statusAfter } from './refusalOf';
import type { Act } from '../WorkflowRuntime';

/** @internal */
export interface ActSubmissionOptions {
  readonly instances: InstanceStore;
  readonly reader: InstanceReader;
  readonly clock: Clock;
  /** There is something for a worker to take up. */
  readonly onAccepted: () => void;
}

type ActKind = 'cancel' | 'suspend' | 'resume' | 'retry' | 'act';

/** A signal that is yet to be addressed. */
type Message = {
  [K in ActKind]: { readonly kind: K; readonly data: SignalData[K] };
}[ActKind];

/** What an instance is to be told, with the tokens that come with it as they are kept. */
export type ActMessage = Message & { readonly authTokens?: string };

/** See the module header. */
export class ActSubmission {
  constructor(private readonly options: ActSubmissionOptions) {}

  /**
   * Tells the instance, unless the same request has done so.
   *
   * @param hashed - what of the request makes it the same one
   * @param message - says what to tell the instance as it will stand, or throws why it cannot be told so
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`, `STATE_CONFLICT`, `IDEMPOTENCY_CONFLICT`, and what `message` throws
   */
  async submit(
    instanceId: string,
    { actor, idempotencyKey: key }: Act,
    hashed: readonly unknown[],
    message: (instance: Instance) => Promise<ActMessage>,
  ): Promise<void> {
    const { clock, onAccepted } = this.options;
    const requestHash = hashOf([instanceId, ...hashed]);
    const idempotency = key === undefined ? undefined : { key, requestHash };
    const now = clock.now();
    const isKnown = () => this.#isKnown(idempotency, { actor, now });
    if (await isKnown()) return;
    let told: ActMessage;
    try {
      told = await message(await this.#standing(instanceId));
    } catch (error) {
      // The same request may have been accepted just now, and be what makes it impossible.
      if (await isKnown()) return;
      throw error;
    }
    const signal = { id: randomUUID(), instanceId, actor, createdAt: now };
    await this.#commit(signal, told, idempotency);
    onAccepted();
  }

  async #isKnown(
    idempotency: Idempotency | undefined,
    by: Parameters<InstanceStore['keyUse']>[1],
  ): Promise<boolean> {
    if (!idempotency) return false;
    const use = await this.options.instances.keyUse(idempotency, by);
    if (use === 'conflict') throw keyConflict();
    return use === 'known';
  }

  async #commit(
    address: Pick<Signal, 'id' | 'instanceId' | 'actor' | 'createdAt'>,
    { authTokens, ...said }: ActMessage,
    idempotency: Idempotency | undefined,
  ): Promise<void> {
    const accepted = await this.options.instances.signal(
      { ...address, ...said } as Signal,
      idempotency,
      authTokens,
    );
    if (accepted === 'conflict') throw keyConflict();
    if (accepted === 'refused') throw await this.hasEnded(address.instanceId);
  }

  /**
   * The instance as it will stand: what has been asked of it before counts, though it has not yet come to that. What it is still to
   * take up is read first: it may do so meanwhile, and to count that twice makes no difference.
   *
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`
   */
  async #standing(id: string): Promise<Instance> {
    const { instances, reader } = this.options;
    const signals = await instances.signalsOf(id);
    const instance = await reader.get(id);
    if (!instance) throw instanceNotFound(id);
    return { ...instance, status: statusAfter(instance.status, signals) };
  }

  /** That nothing can be asked of the instance any more, as an error. */
  async hasEnded(id: string): Promise<EngineError> {
    const instance = await this.options.reader.get(id);
    return instance ? instanceHasEnded(instance) : instanceNotFound(id);
  }
}

function hashOf(request: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}
