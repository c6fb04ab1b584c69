import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../assertNever';
import { EngineError } from '../EngineError';
import type { InstanceReader } from '../store/InstanceReader';
import {
  KEY_LIFETIME_MS,
  type Accepted,
  type Instance,
  type InstanceStore,
  type NewInstance,
} from '../store/InstanceStore';
import type { Clock } from './Clock';
import type { InstanceFactory } from './InstanceFactory';
import { decodePayload } from './payloads';
import { instanceNotFound } from './refusals';
import type { AuthTokens } from './secrets/AuthTokens';
import type { Telemetry } from './telemetry/Telemetry';
import type { Act, StartRequest } from './WorkflowRuntime';

/** @internal */
export interface InstanceStarterOptions {
  readonly instances: InstanceStore;
  readonly reader: InstanceReader;
  readonly factory: InstanceFactory;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Accepts an instance and begins it at once; `undefined` when nothing of this process can. */
  readonly acceptHere: (
    instance: NewInstance,
  ) => Promise<Accepted | undefined> | undefined;
}

/** Starts instances: for people, and for what starts them by itself. What it has started is durable. */
export class InstanceStarter {
  constructor(private readonly options: InstanceStarterOptions) {}

  /** See {@link WorkflowRuntime.start}. */
  async start(request: StartRequest): Promise<string> {
    const { factory } = this.options;
    const presumed = await factory.presume(request);
    const accepted = presumed && (await this.#outcomeOf(presumed));
    return presumed && accepted && accepted.kind !== 'outdated'
      ? this.#idOf(presumed, accepted)
      : this.accept(await factory.make(request));
  }

  /** See {@link WorkflowRuntime.rerun}. */
  async rerun(
    instanceId: string,
    request: { readonly input?: Json; readonly authTokens?: AuthTokens },
    { actor, idempotencyKey }: Act,
  ): Promise<string> {
    const { factory, reader } = this.options;
    const instance = await reader.get(instanceId);
    if (!instance) throw instanceNotFound(instanceId);
    const { businessKey, labels, targetEntity, workflowId } = instance;
    const again = await factory.make({
      workflowId,
      targetEntity,
      businessKey,
      labels,
      input: request.input ?? (await this.#inputOf(instance)),
      authTokens: request.authTokens,
      initiator: actor.ref,
      actor,
      idempotencyKey,
      rerunOf: instanceId,
    });
    return this.accept(again);
  }

  /**
   * @returns the id of the instance, or of the one that was accepted under the same idempotency key
   * @throws {@link EngineError} `IDEMPOTENCY_CONFLICT`, `OVERLOADED`, `STORE_UNAVAILABLE`
   */
  async accept(instance: NewInstance): Promise<string> {
    return this.#idOf(instance, await this.#outcomeOf(instance));
  }

  async #outcomeOf(instance: NewInstance): Promise<Accepted> {
    const { acceptHere, instances } = this.options;
    const here = await acceptHere(instance);
    const outcome = here ?? (await instances.create(instance));
    const { kind } = outcome;
    if (kind === 'created' || kind === 'outdated') return outcome;
    return isItself(outcome, instance) ? outcome : this.#tryAgain(instance);
  }

  #idOf({ id, workflowId: workflow }: NewInstance, outcome: Accepted): string {
    switch (outcome.kind) {
      case 'created':
        this.options.telemetry.count('orchestrator.instances.started', 1, {
          workflow,
        });
        return id;
      case 'known':
        return outcome.id;
      case 'conflict':
        throw new EngineError(
          'IDEMPOTENCY_CONFLICT',
          'This Idempotency-Key was used for a request with another workflow or body; send a new key',
        );
      case 'outdated':
        throw new Error(`Nothing was presumed of workflow ${workflow}`);
      default:
        return assertNever(outcome, 'outcome');
    }
  }

  /** Its idempotency key was used before; it counts no more when that is long ago. */
  async #tryAgain(instance: NewInstance): Promise<Accepted> {
    const { clock, instances } = this.options;
    await instances.forgetIdempotencyKeys(clock.now() - KEY_LIFETIME_MS);
    return instances.create(instance);
  }

  async #inputOf({ id, input }: Instance): Promise<Json> {
    const hashes = 'sha256' in input ? [input.sha256] : [];
    const texts = await this.options.instances.loadPayloads(id, hashes);
    return decodePayload(input, texts);
  }
}

/** Whether an earlier try has accepted it, although that was not heard of. */
function isItself(accepted: Accepted, { id }: NewInstance): boolean {
  return accepted.kind === 'known' && accepted.id === id;
}
