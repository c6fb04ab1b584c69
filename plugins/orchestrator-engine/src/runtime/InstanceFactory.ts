import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  validateValue,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError, isUnavailable } from '../EngineError';
import { BEHAVIOUR_VERSION } from '../interpreter/runWorkflow';
import { listFaults } from '../listFaults';
import type { CurrentVersion } from '../store/DefinitionStore';
import type { NewInstance, ParentRef } from '../store/InstanceStore';
import type { Clock } from './Clock';
import type { DefinitionCache } from './DefinitionCache';
import { encodePayload } from './payloads';
import type { AuthTokenVault } from './secrets/AuthTokenVault';
import { isTraceparent } from './telemetry/traced';
import { timeOrderedId } from './timeOrderedId';
import type { StartRequest } from './WorkflowRuntime';

/** A request, and what only the engine itself can ask for. */
export interface InternalStartRequest extends StartRequest {
  /** Default: a new one. */
  readonly id?: string;
  readonly parent?: ParentRef;
  /** Who asks for it, and why. Default: the initiator. */
  readonly actor?: Actor;
  /** The version that must be the present one. Default: any. */
  readonly version?: string;
}

/** Makes new instances of the present definitions of workflows. */
export class InstanceFactory {
  constructor(
    private readonly definitions: DefinitionCache,
    private readonly clock: Clock,
    private readonly tokens?: Pick<AuthTokenVault, 'lock'>,
  ) {}

  /**
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, `WORKFLOW_DISABLED`, `DEFINITION_INVALID`, `INPUT_INVALID` with a fault for each faulty
   *   member, `ENCRYPTION_KEY_MISSING`, `STORE_UNAVAILABLE`
   */
  async make(request: InternalStartRequest): Promise<NewInstance> {
    const { workflowId } = request;
    const current = await this.definitions.current(workflowId);
    if (!current) {
      throw new EngineError(
        'WORKFLOW_NOT_FOUND',
        `There is no workflow ${workflowId}`,
      );
    }
    return this.#makeOf(current, request);
  }

  /**
   * The same without a question to the database, of the definition that the workflow had when this process last asked: to be
   * accepted only if it has that still.
   *
   * @returns `undefined` when nothing is known, or what is known speaks against it: that may be another by now
   * @throws {@link EngineError} `STORE_UNAVAILABLE`
   */
  async presume(
    request: InternalStartRequest,
  ): Promise<NewInstance | undefined> {
    const known = this.definitions.lastKnown(request.workflowId);
    if (!known) return undefined;
    try {
      const instance = await this.#makeOf(known, request);
      return { ...instance, onlyIfCurrent: true };
    } catch (error) {
      if (isUnavailable(error) || !(error instanceof EngineError)) throw error;
      return undefined;
    }
  }

  async #makeOf(
    current: CurrentVersion,
    request: InternalStartRequest,
  ): Promise<NewInstance> {
    const { workflowId, version } = request;
    requireVersion(current, version);
    requireEnabled(current);
    if (!current.isValid) throw await this.#invalid(current);
    const definition = await this.definitions.byHash(workflowId, current.hash);
    requireValidInput(definition, request);
    const instance = this.#newInstance(request, current);
    const use = { instanceId: instance.id, definition };
    const authTokens = this.tokens?.lock(request.authTokens, use);
    return { ...instance, authTokens };
  }

  /** What was found when the definition was loaded counts, not what parsing it again would find. */
  async #invalid({ workflowId, hash }: CurrentVersion): Promise<EngineError> {
    const { problems } = await this.definitions.stored(workflowId, hash);
    const faults = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer, line, column, message }) => ({
        pointer,
        message: `line ${line}, column ${column}: ${message}`,
      }));
    return new EngineError(
      'DEFINITION_INVALID',
      `The workflow "${workflowId}" cannot run: ${faults[0]?.message}`,
      { faults },
    );
  }

  #newInstance(
    request: InternalStartRequest,
    { version, hash }: CurrentVersion,
  ): NewInstance {
    const { payload, stored } = encodePayload(request.input);
    const { idempotencyKey, initiator } = request;
    const createdAt = this.clock.now();
    return {
      id: request.id ?? timeOrderedId(createdAt),
      workflowId: request.workflowId,
      workflowVersion: version,
      definitionHash: hash,
      behaviourVersion: BEHAVIOUR_VERSION,
      epoch: randomUUID().slice(0, 8),
      input: payload,
      initiator,
      actor: request.actor ?? initiatorOf(request),
      targetEntity: request.targetEntity,
      parent: request.parent,
      rerunOf: request.rerunOf,
      businessKey: request.businessKey,
      labels: request.labels,
      testSession: request.testSession,
      traceparent: spanIn(request),
      priority: request.priority,
      createdAt,
      payloads: stored ? [stored] : [],
      ...(idempotencyKey && {
        idempotency: { key: idempotencyKey, requestHash: hashOf(request) },
      }),
    };
  }
}

/** What is no span is passed over, as W3C Trace Context asks for. */
function spanIn({ traceparent }: StartRequest): string | undefined {
  return traceparent && isTraceparent(traceparent) ? traceparent : undefined;
}

function initiatorOf({
  initiator: ref,
  initiatorKind: kind = 'user',
}: StartRequest): Actor | undefined {
  return ref ? { kind, ref } : undefined;
}

/** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` */
function requireVersion(
  current: CurrentVersion,
  version: string | undefined,
): void {
  if (version === undefined || version === current.version) return;
  throw new EngineError(
    'WORKFLOW_NOT_FOUND',
    `The present version of workflow ${current.workflowId} is ${current.version}, not ${version}`,
  );
}

/** Whoever starts something asks this: people, schedules, parents of children. @throws {@link EngineError} `WORKFLOW_DISABLED` */
function requireEnabled({ workflowId, isEnabled }: CurrentVersion): void {
  if (isEnabled) return;
  throw new EngineError(
    'WORKFLOW_DISABLED',
    `The workflow "${workflowId}" is disabled: it may not be run`,
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
  throw new EngineError(
    'INPUT_INVALID',
    `The input does not fit workflow ${id}: ${listFaults(faults)}`,
    { faults },
  );
}

function hashOf({ workflowId, input, targetEntity }: StartRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([workflowId, input, targetEntity ?? null]))
    .digest('hex');
}
