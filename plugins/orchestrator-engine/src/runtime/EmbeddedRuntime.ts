import { createHash, randomUUID } from 'node:crypto';
import type {
  Actor,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  validateValue,
  type ExpressionEvaluator,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityExecutor } from '../activities/ActivityExecutor';
import { EngineError } from '../EngineError';
import type { RuntimeInfo } from '../interpreter/Run';
import { BEHAVIOUR_VERSION } from '../interpreter/runWorkflow';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import type { InstanceReader } from '../store/InstanceReader';
import type { InstanceStore, NewInstance } from '../store/InstanceStore';
import { systemClock, type Clock } from './Clock';
import { DefinitionCache } from './DefinitionCache';
import { encodePayload } from './payloads';
import { messageOf, type EngineLogger } from './EngineLogger';
import { Worker } from './Worker';
import { defaultWorkerSettings, type WorkerSettings } from './WorkerSettings';
import type { StartRequest, WorkflowRuntime } from './WorkflowRuntime';

/** @public */
export interface EmbeddedRuntimeOptions {
  readonly instances: InstanceStore;
  readonly reader: InstanceReader;
  readonly definitions: DefinitionStore;
  readonly activities: ActivityExecutor;
  readonly expressions: ExpressionEvaluator;
  /** `$runtime` of expressions. */
  readonly runtime: RuntimeInfo;
  readonly logger: EngineLogger;
  /** Default: the process's own. */
  readonly clock?: Clock;
  /** Default: {@link defaultWorkerSettings}. */
  readonly settings?: Partial<WorkerSettings>;
  /**
   * Told after each commit of this process that an instance's log has grown, and what the instance's status is now. Must be
   * quick and must not throw.
   */
  readonly onAppended?: (instanceId: string, status: InstanceStatus) => void;
}

/** How long to wait before a new worker is tried after one could not begin. */
const RESTART_AFTER_MS = 2_000;

/** {@link WorkflowRuntime} in this process, over a database. @public */
export class EmbeddedRuntime implements WorkflowRuntime {
  readonly #options: EmbeddedRuntimeOptions;
  readonly #clock: Clock;
  readonly #definitions: DefinitionCache;
  #worker: Worker | undefined;
  #isStopped = false;

  constructor(options: EmbeddedRuntimeOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#definitions = new DefinitionCache(options.definitions);
  }

  async start(request: StartRequest): Promise<string> {
    const stored = await this.#definitions.current(request.workflowId);
    if (!stored) {
      throw new EngineError(
        'WORKFLOW_NOT_FOUND',
        `There is no workflow ${request.workflowId}`,
      );
    }
    requireRunnable(stored);
    const definition = this.#definitions.parsed(stored);
    requireValidInput(definition, request);
    return this.#accept(
      this.#newInstance(request, {
        version: definition.document.version,
        hash: stored.hash,
      }),
    );
  }

  /** @returns the id of the instance, or of the one that was accepted under the same idempotency key */
  async #accept(instance: NewInstance): Promise<string> {
    const byWorker = await this.#worker?.accept(instance);
    const accepted =
      byWorker ?? (await this.#options.instances.create(instance));
    if (accepted.kind === 'conflict') {
      throw new EngineError(
        'IDEMPOTENCY_CONFLICT',
        'This Idempotency-Key was used for a request with another workflow or body; send a new key',
      );
    }
    return accepted.kind === 'known' ? accepted.id : instance.id;
  }

  async cancel(instanceId: string, by: Actor): Promise<void> {
    const { instances, reader } = this.#options;
    const isAccepted = await instances.signal({
      id: randomUUID(),
      instanceId,
      kind: 'cancel',
      data: {},
      actor: by,
      createdAt: this.#clock.now(),
    });
    if (isAccepted) {
      this.#worker?.nudge();
      return;
    }
    const instance = await reader.get(instanceId);
    if (!instance) {
      throw new EngineError(
        'INSTANCE_NOT_FOUND',
        `There is no instance ${instanceId}`,
      );
    }
    throw new EngineError(
      'STATE_CONFLICT',
      `Instance ${instanceId} has already ended: it is ${instance.status}`,
    );
  }

  async startWorkers(): Promise<void> {
    if (this.#isStopped) return;
    const { logger } = this.#options;
    const worker = new Worker(
      {
        store: this.#options.instances,
        definitions: this.#definitions,
        activities: this.#options.activities,
        expressions: this.#options.expressions,
        runtime: this.#options.runtime,
        clock: this.#clock,
        logger: this.#options.logger,
        settings: { ...defaultWorkerSettings, ...this.#options.settings },
        onAppended: this.#options.onAppended,
      },
      () => void this.startWorkers(),
    );
    this.#worker = worker;
    try {
      await worker.start();
    } catch (error) {
      logger.warn(
        `A worker could not begin; trying again: ${messageOf(error)}`,
      );
      this.#clock.schedule(() => void this.startWorkers(), RESTART_AFTER_MS);
    }
  }

  isRunning(): boolean {
    return this.#worker?.isRunning ?? false;
  }

  async stop({ graceMs }: { readonly graceMs: number }): Promise<void> {
    this.#isStopped = true;
    await this.#worker?.stop(graceMs);
    this.#worker = undefined;
  }

  #newInstance(
    request: StartRequest,
    definition: { readonly version: string; readonly hash: string },
  ): NewInstance {
    const { payload, stored } = encodePayload(request.input);
    const { idempotencyKey, initiator, targetEntity, workflowId } = request;
    return {
      id: randomUUID(),
      workflowId,
      workflowVersion: definition.version,
      definitionHash: definition.hash,
      behaviourVersion: BEHAVIOUR_VERSION,
      epoch: randomUUID().slice(0, 8),
      input: payload,
      initiator,
      ...(initiator && {
        actor: { kind: request.initiatorKind ?? 'user', ref: initiator },
      }),
      targetEntity,
      createdAt: this.#clock.now(),
      payloads: stored ? [stored] : [],
      ...(idempotencyKey && {
        idempotency: { key: idempotencyKey, requestHash: hashOf(request) },
      }),
    };
  }
}

/**
 * What was found when the definition was loaded counts, not what parsing it again would find.
 *
 * @throws {@link EngineError} `DEFINITION_INVALID` with a fault for each problem
 */
function requireRunnable({ workflowId, isValid, problems }: StoredDefinition) {
  if (isValid) return;
  const faults = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, line, column, message }) => ({
      pointer,
      message: `line ${line}, column ${column}: ${message}`,
    }));
  throw new EngineError(
    'DEFINITION_INVALID',
    `The workflow "${workflowId}" cannot run: ${faults[0]?.message}`,
    { faults },
  );
}

/** @throws {@link EngineError} `INPUT_INVALID` */
function requireValidInput(
  { id, input }: WorkflowDefinition,
  request: StartRequest,
): void {
  if (input?.schema === undefined) return;
  const faults = validateValue(input.schema, request.input);
  if (faults.length === 0) return;
  const list = faults.map(({ pointer, message }) =>
    `${pointer} ${message}`.trim(),
  );
  throw new EngineError(
    'INPUT_INVALID',
    `The input does not fit workflow ${id}: ${list.join('; ')}`,
    { faults },
  );
}

function hashOf({ workflowId, input, targetEntity }: StartRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([workflowId, input, targetEntity ?? null]))
    .digest('hex');
}
