/**
 * Starts children of instances and tells them to stop.
 *
 * A child's id comes of its parent and the effect that asks for it, so starting it again finds the one that is there. What the
 * database cannot be told now is tried again until it can, or until the worker is done with the parent.
 */
import { randomUUID } from 'node:crypto';
import type { ActivityResult } from '../../activities/ActivityExecutor';
import { EngineError, isUnavailable } from '../../EngineError';
import { deterministicId } from '../../interpreter/deterministicId';
import type { ChildEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Instance, NewInstance, Signal } from '../../store/InstanceStore';
import type { Clock } from '../Clock';
import { messageOf, type EngineLogger } from '../EngineLogger';
import type { InstanceFactory } from '../InstanceFactory';

/** What a starter of children needs. */
export interface ChildStarterOptions {
  readonly instances: InstanceFactory;
  /** Keeps a new instance, or finds that it is there. */
  readonly accept: (instance: NewInstance) => Promise<string>;
  /** Whether there is an instance of this id. */
  readonly isThere: (instanceId: string) => Promise<boolean>;
  /** Tells an instance something, unless it has ended. */
  readonly signal: (signal: Signal) => Promise<void>;
  readonly clock: Clock;
  readonly logger: EngineLogger;
}

/** The part of an instance that its children take over. */
type Parent = Pick<
  Instance,
  'id' | 'initiator' | 'targetEntity' | 'testSession' | 'traceparent'
>;

const RETRY_AFTER_MS = 1_000;

/** See the module header. */
export class ChildStarter {
  readonly #options: ChildStarterOptions;

  constructor(options: ChildStarterOptions) {
    this.#options = options;
  }

  /** Does not reject. @returns what stands against it, or the child's id when nobody waits for its end; else `undefined` */
  async start(
    parent: Parent,
    effect: ChildEffect,
  ): Promise<ActivityResult | undefined> {
    return this.#untilAvailable(() => this.#start(parent, effect));
  }

  /** Asks a child to stop; does not reject. One that has ended has told its parent already. */
  async cancel(parent: Parent, effect: ChildEffect): Promise<void> {
    const { logger } = this.#options;
    const instanceId = childId(parent, effect);
    try {
      await this.#untilAvailable(() => this.#signalCancel(parent, instanceId));
    } catch (error) {
      logger.error(`The child cannot be cancelled: ${messageOf(error)}`, {
        instanceId,
      });
    }
  }

  #signalCancel({ id }: Parent, instanceId: string): Promise<void> {
    const { signal, clock } = this.#options;
    const reason = `Instance ${id} has no use for it any more`;
    return signal({
      id: randomUUID(),
      instanceId,
      kind: 'cancel',
      data: {},
      actor: { kind: 'system', reason },
      createdAt: clock.now(),
    });
  }

  async #start(
    parent: Parent,
    effect: ChildEffect,
  ): Promise<ActivityResult | undefined> {
    const { instances, accept, isThere } = this.#options;
    const { version, isAwaited } = effect;
    const id = childId(parent, effect);
    const started = isAwaited
      ? undefined
      : ({ outcome: { ok: true, value: id } } as const);
    try {
      const instance = await instances.make({
        id,
        workflowId: effect.workflowId,
        ...(version !== 'latest' && { version }),
        input: effect.input,
        initiator: parent.initiator,
        targetEntity: parent.targetEntity,
        testSession: parent.testSession,
        traceparent: parent.traceparent,
        parent: { instanceId: parent.id, effectId: effect.id, isAwaited },
      });
      await accept(instance);
      return started;
    } catch (error) {
      if (isUnavailable(error)) throw error;
      // Its workflow may have changed since it was started.
      const isStarted = await this.#untilAnswered(() => isThere(id));
      return isStarted ? started : refusalOf(error);
    }
  }

  async #untilAvailable<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        await this.#pause();
      }
    }
  }

  /** Whatever the database says instead: its parent would wait for ever. */
  async #untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        const { logger } = this.#options;
        logger.warn(
          `It is not known whether a child runs: ${messageOf(error)}`,
        );
        await this.#pause();
      }
    }
  }

  #pause(): Promise<void> {
    const { clock } = this.#options;
    return new Promise(resolve => clock.schedule(resolve, RETRY_AFTER_MS));
  }
}

/** The same whenever the effect is carried out. */
export function childId(
  { id }: Pick<Instance, 'id'>,
  effect: Pick<ChildEffect, 'id'>,
): string {
  return deterministicId(JSON.stringify([id, effect.id]));
}

/** What can be told of a child that cannot be started. */
function refusalOf(error: unknown): ActivityResult {
  const { details } =
    error instanceof EngineError
      ? standardError(
          error.code === 'INPUT_INVALID' ? 'validation' : 'configuration',
          error.message,
        )
      : standardError('runtime', 'The workflow could not be started');
  return { outcome: { ok: false, error: details } };
}
