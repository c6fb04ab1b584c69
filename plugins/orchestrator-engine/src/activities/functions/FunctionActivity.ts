import type { FunctionEffect } from '../../interpreter/DurableHost';
import { standardError, WorkflowError } from '../../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import { untilAborted } from '../untilAborted';
import { carryOut, reasonOf } from '../carryOut';
import { instanceOf } from '../instanceOf';
import type { OfferedFunctions } from './OfferedFunctions';

/** Calls functions that the deployment offers (DSL, "Default Catalog"). */
export class FunctionActivity implements ActivityExecutor<FunctionEffect> {
  readonly #functions: OfferedFunctions;
  readonly #timeoutMs: number;

  constructor(options: { functions: OfferedFunctions; timeoutMs: number }) {
    this.#functions = options.functions;
    this.#timeoutMs = options.timeoutMs;
  }

  async execute(
    { name, input, taskKey }: FunctionEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const undertaking = { target: name, timeoutMs: this.#timeoutMs };
    const { idempotencyKey, traceparent } = context;
    return carryOut(undertaking, context, async ({ signal, requireLease }) => {
      requireLease();
      const calling = this.#functions.call(name, input, {
        signal,
        idempotencyKey,
        traceparent,
        instanceId: instanceOf(idempotencyKey, taskKey),
        taskKey,
      });
      const value = await untilAborted(calling, signal).catch(error => {
        throw named(name, error, signal);
      });
      return { outcome: { ok: true, value } };
    });
  }
}

function named(name: string, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted || error instanceof WorkflowError) return error;
  return standardError('runtime', `${name} failed: ${reasonOf(error)}`);
}
