import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  EngineError,
  type Act,
  type Instance,
  type InstanceReader,
  type WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { actorOf, type Caller } from '../Caller';
import type { InstanceRecords } from '../instances/InstanceRecords';
import { taskNotFound, workflowNotFound } from '../notFound';
import { ServiceError } from '../ServiceError';
import type {
  ExecuteRequest,
  InstanceAct,
  OrderService,
  RerunRequest,
} from './OrderService';

/** {@link OrderService} over the engine. Lets everyone do everything. */
export class DefaultOrderService implements OrderService {
  readonly #runtime: WorkflowRuntime;
  readonly #reader: InstanceReader;
  readonly #records: InstanceRecords;

  constructor(options: {
    readonly runtime: WorkflowRuntime;
    readonly reader: InstanceReader;
    readonly records: InstanceRecords;
  }) {
    this.#runtime = options.runtime;
    this.#reader = options.reader;
    this.#records = options.records;
  }

  async execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    const { ref: initiator, kind: initiatorKind } = caller;
    try {
      return await this.#runtime.start({
        ...request,
        initiator,
        initiatorKind,
      });
    } catch (error) {
      throw inOurWords(error, request);
    }
  }

  async rerun(
    { instanceId, input, idempotencyKey, authTokens }: RerunRequest,
    caller: Caller,
  ): Promise<string> {
    const act = { actor: actorOf(caller), idempotencyKey };
    return this.#runtime.rerun(instanceId, { input, authTokens }, act);
  }

  async act(act: InstanceAct, caller: Caller): Promise<Instance> {
    await this.#carryOut(act, {
      actor: { ...actorOf(caller), reason: act.reason },
      idempotencyKey: act.idempotencyKey,
    });
    return this.#records.get(act.instanceId);
  }

  async delete(instanceId: string): Promise<void> {
    const { status } = await this.#records.get(instanceId);
    if (await this.#reader.deleteEnded(instanceId)) return;
    throw new ServiceError(
      'STATE_CONFLICT',
      `The instance "${instanceId}" has not ended: it is ${status}; cancel it first`,
    );
  }

  async #carryOut(act: InstanceAct, by: Act): Promise<void> {
    const { instanceId } = act;
    switch (act.verb) {
      case 'suspend':
        return this.#runtime.suspend(instanceId, by);
      case 'resume':
        return this.#runtime.resume(instanceId, by);
      case 'cancel':
        return this.#runtime.cancel(instanceId, { ...by, force: act.force });
      case 'retry':
        return this.#runtime.retry(instanceId, act.request, by);
      default: {
        const key = await this.#latestRunOf(instanceId, act.task);
        return this.#runtime.actOnTask(instanceId, key, act.action, by);
      }
    }
  }

  /** A task is named by the key of one of its runs, or by its pointer. */
  async #latestRunOf(instanceId: string, task: string): Promise<string> {
    const instance = await this.#records.get(instanceId);
    const { tasks } = await this.#records.stateOf(instance);
    const { ref } = parseTaskKey(task);
    const run =
      tasks.find(({ key }) => key === task && key !== ref) ??
      tasks.findLast(one => one.ref === task);
    if (!run) throw taskNotFound(instanceId, task);
    return run.key;
  }
}

/** What is not there is told in the words that are used of what the caller may not see. */
function inOurWords(error: unknown, { workflowId }: ExecuteRequest): unknown {
  return error instanceof EngineError && error.code === 'WORKFLOW_NOT_FOUND'
    ? workflowNotFound(workflowId)
    : error;
}
