import {
  isTerminal,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { EngineError } from '../../EngineError';
import type { AskedItem, ItemResult, JobAction } from '../../store/JobStore';

/** How long an instance may take to do what it was asked. Milliseconds. */
const WITHIN_MS = 10 * 60_000;

/** What comes of an item, without its place. */
export type Outcome = Pick<ItemResult, 'outcome' | 'code' | 'message'>;

/** How an action is over, in words. */
const done: { readonly [A in JobAction]: string } = {
  suspend: 'suspended',
  resume: 'resumed',
  cancel: 'cancelled',
  retry: 'retried',
  delete: 'deleted',
};

/** Errors that say that there is nothing to do, not that it went wrong. */
const SKIPPING: readonly EngineError['code'][] = [
  'STATE_CONFLICT',
  'INSTANCE_NOT_FOUND',
];

/** Errors after which the same may succeed later. */
const PASSING: readonly EngineError['code'][] = [
  'STORE_UNAVAILABLE',
  'OVERLOADED',
];

/** Whether the same may succeed later. */
export function isPassing(error: unknown): boolean {
  return error instanceof EngineError && PASSING.includes(error.code);
}

/** What a refusal means for the item; `undefined` when it is none. */
export function outcomeOfRefusal(error: unknown): Outcome | undefined {
  if (!(error instanceof EngineError)) return undefined;
  const { code, message } = error;
  const outcome = SKIPPING.includes(code) ? 'skipped' : 'failed';
  return { outcome, code, message };
}

/** What has become of an instance that was asked, `undefined` as long as it has not said. @param now - milliseconds since the epoch */
export function outcomeOfAsked(
  action: JobAction,
  { askedAt, instance, noted }: AskedItem,
  now: number,
): Outcome | undefined {
  if (!instance) return gone;
  const status = instance.status as InstanceStatus;
  const first = noted.find(
    ({ type, data }) => type !== 'instance.act_refused' || data.act === action,
  );
  if (first?.type === 'instance.act_refused') return refused(first.data.why);
  const isTakenUp = first !== undefined;
  if (isTakenUp && action !== 'cancel') return { outcome: 'succeeded' };
  if (action === 'cancel' && status === 'cancelled') {
    return { outcome: 'succeeded' };
  }
  if (instance.openSignals === 0 && isTerminal(status)) {
    return refused(`it was ${status} before it could be ${done[action]}`);
  }
  return now - askedAt > WITHIN_MS ? late(status) : undefined;
}

const gone: Outcome = {
  outcome: 'skipped',
  code: 'INSTANCE_NOT_FOUND',
  message: 'it was deleted before it could answer',
};

function refused(why: unknown): Outcome {
  return { outcome: 'failed', code: 'STATE_CONFLICT', message: String(why) };
}

function late(status: InstanceStatus): Outcome {
  const minutes = WITHIN_MS / 60_000;
  const message = `it was asked ${minutes} minutes ago and is still ${status}`;
  return { outcome: 'failed', message };
}
