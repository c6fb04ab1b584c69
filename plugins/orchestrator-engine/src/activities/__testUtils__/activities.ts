import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ErrorDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ActivityEffect } from '../../interpreter/DurableHost';
import type { ActivityContext, ActivityExecutor } from '../ActivityExecutor';
import { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import { Secrets } from '../secrets/Secrets';
import type { Call } from '../Call';
import { GuardedHttp, type GuardedHttpOptions } from '../egress/GuardedHttp';

/** What every effect has, for tests that do not care. */
export const BASE = { id: 'id', taskKey: '/do/0/get' };

const noPlugins: GuardedHttpOptions['plugins'] = {
  resolve: async id => {
    throw new Error(`There is no plugin ${id}`);
  },
};

/** HTTP that stays on loopback. */
export function loopbackHttp(
  options: Partial<GuardedHttpOptions> & { readonly now?: () => number } = {},
): AuthenticatedHttp {
  const { now, ...more } = options;
  const http = new GuardedHttp({
    plugins: noPlugins,
    egress: { allowedHosts: ['127.0.0.1', 'localhost'] },
    ...more,
  });
  return new AuthenticatedHttp({ http, now });
}

export function activityContext(
  signal: AbortSignal = new AbortController().signal,
): ActivityContext {
  const idempotencyKey = 'instance/do/0/get';
  return { signal, idempotencyKey, requireLease: () => {} };
}

/** As of a process that stood still: nothing may leave it. */
export function inDoubt(): ActivityContext {
  const requireLease = () => {
    throw new Error('The lease is in doubt');
  };
  return { ...activityContext(), requireLease };
}

/** A call outside of any activity. */
export function someCall(): Call {
  return { ...activityContext(), secrets: new Secrets() };
}

/** The value that an effect gives; an error fails the test. */
export async function valueOf<E extends ActivityEffect>(
  activity: ActivityExecutor<E>,
  effect: E,
  context = activityContext(),
): Promise<Json> {
  const { outcome } = await activity.execute(effect, context);
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}

/** The error that an effect ends with, `undefined` when it ends well. */
export async function errorOf<E extends ActivityEffect>(
  activity: ActivityExecutor<E>,
  effect: E,
  context = activityContext(),
): Promise<ErrorDetails | undefined> {
  const { outcome } = await activity.execute(effect, context);
  return outcome.ok ? undefined : outcome.error;
}
