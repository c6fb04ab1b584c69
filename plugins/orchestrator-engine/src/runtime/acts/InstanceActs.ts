/** What people ask of instances: checked against where the instance stands, then submitted; the instance takes it up. */
import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import { EngineError } from '../../EngineError';
import { askingOf } from '../../interpreter/askingOf';
import type { Asked, Effect, GateEffect } from '../../interpreter/DurableHost';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../../store/DefinitionStore';
import type { Instance } from '../../store/InstanceStore';
import type { TaskAction } from '../../TaskAction';
import { findAsking } from '../approvals/findAsking';
import { instanceConflict } from '../refusals';
import { answersFor, refusalOf } from './refusalOf';
import type { Act, CancelAct, RetryRequest } from '../WorkflowRuntime';
import { ActSubmission, type ActSubmissionOptions } from './ActSubmission';
import {
  InstanceRehearsal,
  type InstanceRehearsalOptions,
} from './InstanceRehearsal';

/** @internal */
export interface InstanceActsOptions
  extends ActSubmissionOptions,
    InstanceRehearsalOptions {
  readonly definitions: DefinitionStore;
}

/** See the module header. */
export class InstanceActs {
  readonly #submission: ActSubmission;
  readonly #rehearsal: InstanceRehearsal;

  constructor(private readonly options: InstanceActsOptions) {
    this.#submission = new ActSubmission(options);
    this.#rehearsal = new InstanceRehearsal(options);
  }

  async cancel(id: string, { force, ...act }: CancelAct): Promise<void> {
    const data = force ? { force } : {};
    await this.#submission.submit(id, act, ['cancel', data], async () => ({
      kind: 'cancel',
      data,
    }));
  }

  async suspend(id: string, act: Act): Promise<void> {
    await this.#submission.submit(id, act, ['suspend'], async instance => {
      requireAble(instance, { kind: 'suspend' });
      return { kind: 'suspend', data: {} };
    });
  }

  async resume(id: string, act: Act): Promise<void> {
    await this.#submission.submit(id, act, ['resume'], async instance => {
      requireAble(instance, { kind: 'resume' });
      return { kind: 'resume', data: {} };
    });
  }

  async retry(id: string, request: RetryRequest, act: Act): Promise<void> {
    const { from, input, version } = request;
    const hashed = ['retry', from, input, version];
    await this.#submission.submit(id, act, hashed, async instance => {
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
    await this.#submission.submit(id, act, hashed, async instance => {
      await this.#requireDecidable(instance, taskKey, action);
      return { kind: 'act', data: { taskKey, action } };
    });
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

  /** @throws {@link EngineError} `STATE_CONFLICT` */
  async #requireRetryable(
    instance: Instance,
    { from, input }: RetryRequest,
    definition: StoredDefinition | undefined,
  ): Promise<void> {
    const stands = await this.#rehearsal.standsAt(instance, definition?.hash);
    const gates = stands.filter(isGate);
    if (gates.length === 0) {
      throw instanceConflict(
        instance.id,
        'it has failed for good: no task of it can run again. Re-run it as a new instance',
      );
    }
    if (input !== undefined && from === undefined && gates.length > 1) {
      const pointers = gates.map(({ pointer }) => pointer).join(', ');
      throw instanceConflict(
        instance.id,
        `several tasks have failed; say by \`from\` which one the input is for: ${pointers}`,
      );
    }
    await this.#rehearsal.standsAt(instance, definition?.hash, {
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
    if (hasEnded) throw await this.#submission.hasEnded(instance.id);
    const stands = await this.#rehearsal.standsAt(instance);
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
    throw instanceConflict(
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
  if (why !== undefined) throw instanceConflict(id, why);
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
