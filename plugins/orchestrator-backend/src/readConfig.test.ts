import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  DEFAULT_RUN_LIMITS,
  defaultWorkerSettings,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readConfig } from './readConfig';

function read(orchestrator?: JsonObject) {
  return readConfig(
    mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://portal' },
        backend: { baseUrl: 'https://backend' },
        ...(orchestrator && { orchestrator }),
      },
    }),
  );
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      folders: [],
      urls: [],
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 1 } },
      worker: defaultWorkerSettings,
      limits: DEFAULT_RUN_LIMITS,
      secrets: expect.any(Function),
      egress: { allowedHosts: undefined },
      shutdownGraceMs: 10_000,
      maxBodyBytes: 1_048_576,
      validateResponses: true,
      portalUrl: 'https://portal',
      backendUrl: 'https://backend',
    });
  });

  it('reads everything', () => {
    const config = read({
      definitions: {
        folders: ['/absolute', 'relative'],
        urls: ['https://host/a.yaml'],
        schedule: { frequency: 'PT1H', timeout: { minutes: 2 } },
      },
      worker: {
        poll: '250ms',
        lease: { seconds: 5 },
        parkAfter: 'PT2M',
        maxResidentInstances: 7,
        maxRunningActivities: 3,
        maxRunningActivitiesByKind: { http: 2 },
        maxQueuedInstancesPerWorkflow: 9,
      },
      limits: { iterations: 5, tasks: 50 },
      secrets: { token: 'abc', login: { username: 'ada' } },
      egress: { allowedHosts: ['*.example.com'] },
      shutdownGrace: '3s',
      http: { maxBodyBytes: 500 },
    });

    expect(config).toMatchObject({
      folders: ['/absolute', `${process.cwd()}/relative`],
      urls: ['https://host/a.yaml'],
      schedule: { timeout: { minutes: 2 } },
      worker: {
        pollMs: 250,
        leaseMs: 5_000,
        parkAfterMs: 120_000,
        maxResidentInstances: 7,
        maxRunningActivities: 3,
        maxRunningActivitiesByKind: { http: 2 },
        maxQueuedInstancesPerWorkflow: 9,
      },
      limits: { iterations: 5, tasks: 50, callDepth: 20 },
      egress: { allowedHosts: ['*.example.com'] },
      shutdownGraceMs: 3_000,
      maxBodyBytes: 500,
    });
    expect(config.secrets()).toEqual({
      token: 'abc',
      login: { username: 'ada' },
    });
  });

  it.each<[JsonObject, string]>([
    [{ definitions: { folders: 'x' } }, 'orchestrator.definitions.folders'],
    [{ definitions: { urls: ['no url'] } }, 'orchestrator.definitions.urls'],
    [{ definitions: { schedule: {} } }, 'orchestrator.definitions.schedule'],
    [{ worker: { poll: 'often' } }, 'orchestrator.worker.poll'],
    [{ worker: { poll: 'PT0S' } }, 'orchestrator.worker.poll'],
    [{ worker: { lease: {} } }, 'orchestrator.worker.lease'],
    [
      { worker: { maxResidentInstances: 0 } },
      'orchestrator.worker.maxResidentInstances',
    ],
    [
      { worker: { maxRunningActivities: 'few' } },
      'orchestrator.worker.maxRunningActivities',
    ],
    [{ egress: { allowedHosts: {} } }, 'orchestrator.egress.allowedHosts'],
    [{ shutdownGrace: 'soon' }, 'orchestrator.shutdownGrace'],
    [{ http: { maxBodyBytes: 1.5 } }, 'orchestrator.http.maxBodyBytes'],
  ])('names the key of %j', (orchestrator, key) => {
    expect(() => read(orchestrator)).toThrow(key);
  });
});
