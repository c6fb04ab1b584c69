import {
  coreServices,
  createServiceFactory,
  type RootHealthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  readinessChecksServiceRef,
  type ReadinessChecks,
} from '@stagecraft/backstage-plugin-orchestrator-node';

type Phase = 'starting' | 'running' | 'stopping';

const phaseMessages = {
  starting: 'Backend has not started yet',
  stopping: 'Backend is shutting down',
} as const;

/** Backstage's own health, and that of every part that has registered a readiness check. */
class CheckingRootHealthService implements RootHealthService {
  phase: Phase = 'starting';

  constructor(private readonly checks: ReadinessChecks) {}

  async getLiveness() {
    return { status: 200, payload: { status: 'ok' } };
  }

  async getReadiness() {
    if (this.phase !== 'running') {
      const message = phaseMessages[this.phase];
      return { status: 503, payload: { status: 'error', message } };
    }
    const reports = await Promise.all(
      [...this.checks.list()].map(async ([name, check]) => ({
        name,
        ...(await check()),
      })),
    );
    const isReady = reports.every(report => report.isReady);
    const parts: JsonObject = Object.fromEntries(
      reports.map(({ name, details }) => [name, details]),
    );
    return {
      status: isReady ? 200 : 503,
      payload: { status: isReady ? 'ok' : 'error', parts },
    };
  }
}

/**
 * The backend's health service, with readiness checks that plugins register.
 *
 * Backstage's own one cannot be extended; add this to the backend in its place:
 * `backend.add(rootHealthServiceFactory)`. The orchestrator then reports whether its database answers at
 * `/.backstage/health/v1/readiness`.
 *
 * @public
 */
export const rootHealthServiceFactory = createServiceFactory({
  service: coreServices.rootHealth,
  deps: {
    lifecycle: coreServices.rootLifecycle,
    checks: readinessChecksServiceRef,
  },
  factory({ lifecycle, checks }) {
    const health = new CheckingRootHealthService(checks);
    lifecycle.addStartupHook(() => {
      health.phase = 'running';
    });
    lifecycle.addBeforeShutdownHook(() => {
      health.phase = 'stopping';
    });
    return health;
  },
});
