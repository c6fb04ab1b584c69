/**
 * What people ask of instances: checked against where the instance stands, then committed as a signal, which the instance takes up.
 *
 * - A1 What is accepted is a committed row; the worker notes it in the log, or that it had become impossible meanwhile.
 * - A2 What is refused has changed nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import { EngineError } from '../EngineError';
import { askingOf } from '../interpreter/askingOf';
import { GoingBack } from '../interpreter/decisions';
import type { Asked, Effect, GateEffect } from '../interpreter/DurableHost';
import { PlaceLostError } from '../interpreter/Resumable';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import type { InstanceReader } from '../store/InstanceReader';
import type {
  Instance,
  InstanceStore,
  Signal,
  SignalData,
} from '../store/InstanceStore';
import type { TaskAction } from '../TaskAction';
import { findAsking } from './approvals/findAsking';
import { Breath } from './Breath';
import type { Clock } from './Clock';
import type { DefinitionCache } from './DefinitionCache';
import { loadRecording, type Recording } from './loadRecording';
import { decodePayload } from './payloads';
import { projectLog } from './projectEntry';
import { answersFor, refusalOf, statusAfter } from './refusalOf';
import { rehearse } from './Rehearsal';
import { NonDeterminismError } from './Replay';
import { givenNow, runOptionsFor, type RunMeans } from './runOptionsFor';
import type { AuthTokens } from './secrets/AuthTokens';
import type { AuthTokenVault } from './secrets/AuthTokenVault';
import type { Act, CancelAct, RetryRequest } from './WorkflowRuntime';

/** @internal */
export interface InstanceActsOptions extends RunMeans {
  readonly instances: InstanceStore;
  readonly reader: InstanceReader;
  readonly definitions: DefinitionStore;
  readonly parsed: DefinitionCache;
  readonly tokens: AuthTokenVault;
  readonly clock: Clock;
  /** There is something for a worker to take up. */
  readonly onAccepted: () => void;
}

/** A signal that is yet to be addressed. */
type Message = {
  [K in 'cancel' | 'suspend' | 'resume' | 'retry' | 'act']: {
    readonly kind: K;
    readonly data: SignalData[K];
  };
}['cancel' | 'suspend' | 'resume' | 'retry' | 'act'];

/** Tokens that come with a message, as they are kept. */
interface WithTokens {
  readonly authTokens?: string;
}

/** See the module header. */
export class InstanceActs {
  readonly #breath: Breath;

  constructor(private readonly options: InstanceActsOptions) {
    this.#breath = new Breath(options.clock);
  }

  async cancel(id: string, { force, ...act }: CancelAct): Promise<void> {
    const data = force ? { force } : {};
    await this.#submit(id, act, ['cancel', data], async () => ({
      kind: 'cancel',
      data,
    }));
  }

  async suspend(id: string, act: Act): Promise<void> {
    await this.#submit(id, act, ['suspend'], async instance => {
      requireAble(instance, { kind: 'suspend' });
      return { kind: 'suspend', data: {} };
    });
  }

  async resume(id: string, act: Act): Promise<void> {
    await this.#submit(id, act, ['resume'], async instance => {
      requireAble(instance, { kind: 'resume' });
      return { kind: 'resume', data: {} };
    });
  }

  async retry(id: string, request: RetryRequest, act: Act): Promise<void> {
    const { from, input, version } = request;
    const hashed = ['retry', from, input, version];
    await this.#submit(id, act, hashed, async instance => {
      requireAble(instance, { kind: 'retry', from, input });
      const other = await this.#otherDefinition(instance, version);
      const authTokens = await this.#lock(request, instance, other);
      const withTokens = authTokens ? { ...instance, authTokens } : instance;
      await this.#requireRetryable(withTokens, request, other);
      const definition = other && changeOf(instance, other);
      const afterSeq = instance.seq;
      const data = { afterSeq, from, input, definition };
      return { kind: 'retry', data, authTokens };
    });
  }

  async actOnTask(
    id: string,
    taskKey: string,
    action: TaskAction,
    act: Act,
  ): Promise<void> {
    const hashed = ['act', taskKey, action];
    await this.#submit(id, act, hashed, async instance => {
      await this.#requireDecidable(instance, taskKey, action);
      return { kind: 'act', data: { taskKey, action } };
    });
  }

  /** @param message - says what to tell the instance, or throws why it cannot be told so */
  async #submit(
    instanceId: string,
    { actor, idempotencyKey: key }: Act,
    hashed: readonly unknown[],
    message: (instance: Instance) => Promise<Message & WithTokens>,
  ): Promise<void> {
    const { instances, clock, onAccepted } = this.options;
    const requestHash = hashOf([instanceId, ...hashed]);
    const idempotency = key === undefined ? undefined : { key, requestHash };
    const now = clock.now();
    const isKnown = async () => {
      if (!idempotency) return false;
      const use = await instances.keyUse(idempotency, { actor, now });
      return requireUsable(use) === 'known';
    };
    if (await isKnown()) return;
    let told: Message & WithTokens;
    try {
      told = await message(await this.#told(instanceId));
    } catch (error) {
      // The same request may have been accepted just now, and be what makes it impossible.
      if (await isKnown()) return;
      throw error;
    }
    const { authTokens, ...said } = told;
    const signal = { id: randomUUID(), instanceId, actor, createdAt: now };
    const accepted = await instances.signal(
      { ...signal, ...said } as Signal,
      idempotency,
      authTokens,
    );
    if (accepted === 'refused') throw await this.#hasEnded(instanceId);
    requireUsable(accepted);
    onAccepted();
  }

  /**
   * The instance as it will stand: what has been asked of it before counts, though it has not yet come to that. What it is still to
   * take up is read first: it may do so meanwhile, and to count that twice makes no difference.
   *
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`
   */
  async #told(id: string): Promise<Instance> {
    const { instances, reader } = this.options;
    const signals = await instances.signalsOf(id);
    const instance = await reader.get(id);
    if (!instance) throw notFound(id);
    return { ...instance, status: statusAfter(instance.status, signals) };
  }

  async #hasEnded(id: string): Promise<EngineError> {
    const instance = await this.options.reader.get(id);
    if (!instance) return notFound(id);
    return conflict(id, `it has already ended: it is ${instance.status}`);
  }

  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, `DEFINITION_INVALID` */
  async #otherDefinition(
    { workflowId, definitionHash }: Instance,
    version: string | undefined,
  ): Promise<StoredDefinition | undefined> {
    if (version === undefined) return undefined;
    const { definitions, parsed } = this.options;
    const current = await definitions.getCurrent(workflowId);
    const isCurrent = version === 'current' || version === current?.version;
    const stored = isCurrent
      ? current
      : await definitions.getByHash(workflowId, version);
    if (!stored) {
      throw new EngineError(
        'WORKFLOW_NOT_FOUND',
        `Workflow ${workflowId} has no version ${version}; name its present version, "current", or the hash of a definition`,
      );
    }
    parsed.parsed(stored);
    return stored.hash === definitionHash ? undefined : stored;
  }

  /** New tokens as they are kept, when the definition to go on with names them. @throws {@link EngineError} `ENCRYPTION_KEY_MISSING` */
  async #lock(
    { authTokens }: RetryRequest,
    { id: instanceId, workflowId, definitionHash }: Instance,
    other: StoredDefinition | undefined,
  ): Promise<string | undefined> {
    const { tokens, parsed } = this.options;
    const hash = other?.hash ?? definitionHash;
    const definition = await parsed.byHash(workflowId, hash);
    return tokens.lock(authTokens, { instanceId, definition });
  }

  /** What has been run with tokens cannot be run over without. @throws {@link EngineError} `AUTH_TOKENS_REQUIRED` */
  async #tokensOf(instance: Instance): Promise<AuthTokens | undefined> {
    const { tokens } = this.options;
    if (!(await tokens.areDropped(instance))) return tokens.tokensOf(instance);
    throw new EngineError(
      'AUTH_TOKENS_REQUIRED',
      `Instance ${instance.id} was given tokens, which were dropped when it failed; retry it with \`authTokens\``,
    );
  }

  /** @throws {@link EngineError} `STATE_CONFLICT` */
  async #requireRetryable(
    instance: Instance,
    { from, input }: RetryRequest,
    definition: StoredDefinition | undefined,
  ): Promise<void> {
    const stands = await this.#rehearse(instance, definition?.hash);
    const gates = stands.filter(isGate);
    if (gates.length === 0) {
      throw conflict(
        instance.id,
        'it has failed for good: no task of it can run again. Re-run it as a new instance',
      );
    }
    if (input !== undefined && from === undefined && gates.length > 1) {
      const pointers = gates.map(({ pointer }) => pointer).join(', ');
      throw conflict(
        instance.id,
        `several tasks have failed; say by \`from\` which one the input is for: ${pointers}`,
      );
    }
    await this.#rehearse(instance, definition?.hash, {
      kind: 'retry',
      from,
      input,
    });
  }

  /** @throws {@link EngineError} `TASK_NOT_FOUND`, `STATE_CONFLICT` */
  async #requireDecidable(
    instance: Instance,
    taskKey: string,
    action: TaskAction,
  ): Promise<void> {
    if (!(await this.#hasComeTo(instance, taskKey))) {
      throw new EngineError(
        'TASK_NOT_FOUND',
        `Instance ${instance.id} has not come to a task ${taskKey}`,
      );
    }
    const hasEnded =
      instance.status === 'completed' || instance.status === 'cancelled';
    if (hasEnded) throw await this.#hasEnded(instance.id);
    const stands = await this.#rehearse(instance);
    const { workflowId, definitionHash } = instance;
    const { parsed } = this.options;
    const definition = await parsed.byHash(workflowId, definitionHash);
    const { people, workflows } = askingOf(
      definition,
      parseTaskKey(taskKey).ref,
    );
    const ofTask = stands.filter(effect => effect.taskKey === taskKey);
    const asked = { kind: 'act', taskKey, action } as const;
    requireAble(instance, asked, { effects: ofTask, asksPeople: people });
    if (!answersFor(action)) return;
    const run = ofTask.flatMap(e => (e.kind === 'child' ? e.workflowId : []));
    const asking = await findAsking([...run, ...workflows], parsed);
    if (asking === undefined) return;
    throw conflict(
      instance.id,
      `The task ${taskKey} runs the workflow ${asking}, which asks for an approval: nobody but its approvers can decide it. The task can be failed, and retried once it has failed`,
    );
  }

  /** What waits or stands failed has begun since the last checkpoint: only of what has not is the whole log asked. */
  async #hasComeTo(
    { id, checkpointSeq }: Instance,
    taskKey: string,
  ): Promise<boolean> {
    const { instances, reader } = this.options;
    const recent = await instances.loadLog(id, checkpointSeq);
    if (recent.some(entry => entry.taskKey === taskKey)) return true;
    return (await reader.countLog(id, { task: taskKey })) > 0;
  }

  /** @throws {@link EngineError} `STATE_CONFLICT` with both sides, or with what is asked for that cannot be */
  async #rehearse(
    instance: Instance,
    otherHash?: string,
    asked?: Asked,
  ): Promise<readonly Effect[]> {
    const { instances, parsed } = this.options;
    const { id, workflowId, definitionHash, input } = instance;
    const hash = otherHash ?? definitionHash;
    const recording = await loadRecording(instances, instance);
    const start = {
      instanceId: id,
      input: decodePayload(input, recording.payloadTexts),
      startedAt: instance.startedAt ?? instance.createdAt,
      behaviour: instance.behaviourVersion,
    };
    const definition = await parsed.byHash(workflowId, hash);
    const means = await runOptionsFor(definition, this.options, () =>
      this.#tokensOf(instance),
    );
    const { given = givenNow(this.options) } = projectLog(recording);
    const run = { ...means, ...given, start };
    const breathe = () => this.#breath.take();
    try {
      return await rehearse(run, recording, { asked, breathe });
    } catch (error) {
      if (error instanceof GoingBack) {
        throw conflict(id, whyNotBack(error, recording));
      }
      if (!isMisfit(error)) throw error;
      throw conflict(
        id,
        `its log does not fit the definition ${hash}: ${error.message}`,
      );
    }
  }
}

/** Whether the log, or its checkpoint, does not fit the definition. */
function isMisfit(error: unknown): error is Error {
  return (
    error instanceof NonDeterminismError || error instanceof PlaceLostError
  );
}

function whyNotBack({ message, to }: GoingBack, { start }: Recording): string {
  return start
    ? `the task at ${to} has not run in a list around the failed task since the last checkpoint; what ran before it cannot be chosen`
    : message;
}

/** @throws {@link EngineError} `STATE_CONFLICT` */
function requireAble(
  { id, status }: Instance,
  act: Asked,
  {
    effects,
    asksPeople,
  }: { readonly effects: readonly Effect[]; readonly asksPeople: boolean } = {
    effects: [],
    asksPeople: false,
  },
): void {
  const why = refusalOf(act, {
    status,
    ofTask: () => effects,
    asksPeople: () => asksPeople,
  });
  if (why !== undefined) throw conflict(id, why);
}

/** @throws {@link EngineError} `IDEMPOTENCY_CONFLICT` */
function requireUsable<T extends string>(use: T | 'conflict'): T {
  if (use !== 'conflict') return use as T;
  throw new EngineError(
    'IDEMPOTENCY_CONFLICT',
    'This Idempotency-Key was used for another request; send a new key',
  );
}

function changeOf(
  { definitionHash, workflowVersion }: Instance,
  { hash, version }: StoredDefinition,
) {
  return {
    from: { hash: definitionHash, version: workflowVersion },
    to: { hash, version },
  };
}

function isGate(effect: Effect): effect is GateEffect {
  return effect.kind === 'gate';
}

function conflict(instanceId: string, why: string): EngineError {
  return new EngineError('STATE_CONFLICT', `Instance ${instanceId}: ${why}`);
}

function notFound(instanceId: string): EngineError {
  return new EngineError(
    'INSTANCE_NOT_FOUND',
    `There is no instance ${instanceId}`,
  );
}

function hashOf(request: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}
