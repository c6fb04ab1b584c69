import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  DEFAULT_RUN_LIMITS,
  defaultRetention,
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
      cipher: undefined,
      upkeep: {
        misfire: 'one',
        retention: defaultRetention,
        lifecycle: 'workflow',
        notifyApprovers: false,
        topics: [],
      },
      means: { http: { egress: {} }, run: { script: {} }, mcp: {} },
      shutdownGraceMs: 10_000,
      heartbeatMs: 15_000,
      streamLimit: { max: 100, maxForServices: Infinity },
      maxBodyBytes: 1_048_576,
      rateLimit: { windowMs: 60_000, max: 600, maxForServices: Infinity },
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
        entriesPerCheckpoint: 300,
        maxResidentInstances: 7,
        maxRunningActivities: 3,
        maxRunningActivitiesByKind: { http: 2 },
        maxQueuedInstancesPerWorkflow: 9,
      },
      limits: { iterations: 5, tasks: 50 },
      secrets: { token: 'abc', login: { username: 'ada' } },
      encryptionKeys: [Buffer.alloc(32, 1).toString('base64')],
      egress: {
        allowedHosts: ['*.example.com'],
        timeout: '90s',
        maxAnswerBytes: 1_000,
      },
      schedules: { misfire: 'skip' },
      approvals: { notify: true },
      retention: { completed: { days: 30 }, events: 'PT1H' },
      events: {
        heartbeat: '5s',
        lifecycle: 'off',
        topics: ['github.push'],
        maxStreams: 8,
        maxStreamsForServices: 50,
      },
      mcp: { stdioCommands: ['my-server'] },
      run: {
        script: { timeout: '5s', python: 'python3.13' },
        shell: { enabled: true, path: '/bin' },
        container: {
          enabled: true,
          allowedImages: ['alpine:*'],
          environment: { DOCKER_HOST: 'unix:///x' },
        },
      },
      shutdownGrace: '3s',
      http: { maxBodyBytes: 500 },
      rateLimit: { window: '10s', max: 5, maxForServices: 50 },
    });

    expect(config).toMatchObject({
      folders: ['/absolute', `${process.cwd()}/relative`],
      urls: ['https://host/a.yaml'],
      schedule: { timeout: { minutes: 2 } },
      worker: {
        pollMs: 250,
        leaseMs: 5_000,
        parkAfterMs: 120_000,
        entriesPerCheckpoint: 300,
        maxResidentInstances: 7,
        maxRunningActivities: 3,
        maxRunningActivitiesByKind: { http: 2 },
        maxQueuedInstancesPerWorkflow: 9,
      },
      limits: { iterations: 5, tasks: 50, callDepth: 20 },
      means: {
        http: {
          egress: { allowedHosts: ['*.example.com'] },
          timeoutMs: 90_000,
          maxAnswerBytes: 1_000,
        },
        mcp: { stdioCommands: ['my-server'] },
        run: {
          script: { timeoutMs: 5_000, python: 'python3.13' },
          shell: { path: '/bin' },
          container: {
            allowedImages: ['alpine:*'],
            environment: { DOCKER_HOST: 'unix:///x' },
          },
        },
      },
      upkeep: {
        misfire: 'skip',
        retention: { completedMs: 30 * 86_400_000, eventsMs: 3_600_000 },
        lifecycle: 'off',
        notifyApprovers: true,
        topics: ['github.push'],
      },
      shutdownGraceMs: 3_000,
      heartbeatMs: 5_000,
      streamLimit: { max: 8, maxForServices: 50 },
      maxBodyBytes: 500,
      rateLimit: { windowMs: 10_000, max: 5, maxForServices: 50 },
    });
    expect(config.cipher?.decrypt(config.cipher.encrypt('a', 'b'), 'b')).toBe(
      'a',
    );
    expect(config.secrets()).toEqual({
      token: 'abc',
      login: { username: 'ada' },
    });
  });

  it('offers no processes but scripts unless told to, and no scripts when told so', () => {
    expect(read().means.run).toMatchObject({
      shell: undefined,
      container: undefined,
    });
    expect(read({ run: { script: { enabled: false } } }).means.run).toEqual({
      script: false,
    });
  });

  it('limits no rates when told so', () => {
    expect(read({ rateLimit: { enabled: false } }).rateLimit).toBeUndefined();
  });

  it.each<[JsonObject, string]>([
    [{ definitions: { folders: 'x' } }, 'orchestrator.definitions.folders'],
    [{ definitions: { urls: ['no url'] } }, 'orchestrator.definitions.urls'],
    [{ definitions: { schedule: {} } }, 'orchestrator.definitions.schedule'],
    [{ worker: { poll: 'often' } }, 'orchestrator.worker.poll'],
    [{ worker: { poll: 'PT0S' } }, 'orchestrator.worker.poll'],
    [{ worker: { poll: 500 } }, 'orchestrator.worker.poll must be a duration'],
    [{ secrets: 'text' }, 'orchestrator.secrets'],
    [{ secrets: { pin: 12345678 } }, 'orchestrator.secrets.pin must be text'],
    [
      { secrets: { shop: { username: 'portal', password: 12345678 } } },
      'orchestrator.secrets.shop.password must be text',
    ],
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
    [{ encryptionKeys: ['short'] }, 'orchestrator.encryptionKeys'],
    [{ encryptionKeys: 'text' }, 'orchestrator.encryptionKeys'],
    [{ run: { script: { enabled: 'no way' } } }, 'run.script.enabled'],
    [{ run: { shell: { enabled: true, timeout: 'x' } } }, 'run.shell.timeout'],
    [{ schedules: { misfire: 'maybe' } }, 'orchestrator.schedules.misfire'],
    [{ retention: { failed: 'PT0S' } }, 'orchestrator.retention.failed'],
    [{ shutdownGrace: 'soon' }, 'orchestrator.shutdownGrace'],
    [{ events: { heartbeat: '31s' } }, 'orchestrator.events.heartbeat'],
    [{ events: { maxStreams: 0 } }, 'orchestrator.events.maxStreams'],
    [{ rateLimit: { window: 'often' } }, 'orchestrator.rateLimit.window'],
    [{ rateLimit: { max: 0 } }, 'orchestrator.rateLimit.max'],
    [{ http: { maxBodyBytes: 1.5 } }, 'orchestrator.http.maxBodyBytes'],
  ])('names the key of %j', (orchestrator, key) => {
    expect(() => read(orchestrator)).toThrow(key);
  });
});
