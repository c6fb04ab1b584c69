import { resolve } from 'node:path';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_RUN_LIMITS,
  defaultWorkerSettings,
  SecretCipher,
  type RunLimits,
  type SecretValues,
  type WorkerSettings,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readMeans, type MeansConfig } from './readMeans';
import type { StreamLimitConfig } from './http/limits/StreamLimit';
import { readRateLimit, type RateLimitConfig } from './readRateLimit';
import { readSecrets } from './readSecrets';
import { readStreamLimit } from './readStreamLimit';
import { readUpkeep, type UpkeepConfig } from './readUpkeep';
import { countOf, durationOf, positiveDurationOf } from './readValues';

/** What the deployment says, with defaults filled in. Described in `config.d.ts`. */
export interface OrchestratorConfig {
  /** Absolute paths. */
  readonly folders: readonly string[];
  readonly urls: readonly string[];
  /** How often the URLs are read. */
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly worker: WorkerSettings;
  readonly limits: RunLimits;
  /** Secrets by name, as the configuration has them now: it may be read anew while the backend runs. */
  readonly secrets: () => SecretValues;
  /** What encrypts what is kept in the database; absent when no key is configured. */
  readonly cipher: SecretCipher | undefined;
  readonly means: MeansConfig;
  readonly upkeep: UpkeepConfig;
  readonly shutdownGraceMs: number;
  /** How often live streams show that they live. */
  readonly heartbeatMs: number;
  readonly streamLimit: StreamLimitConfig;
  readonly maxBodyBytes: number;
  /** Absent when callers may ask as often as they like. */
  readonly rateLimit: RateLimitConfig | undefined;
  /** Whether answers are checked against the API's contract: while developing, not in production. */
  readonly validateResponses: boolean;
  /** Address of the portal's pages. */
  readonly portalUrl: string;
  readonly backendUrl: string;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 1 },
};

/**
 * Reads everything that is configurable; the only place that does.
 *
 * @throws {@link @backstage/errors#InputError} and errors of Backstage's reader, naming the key whose value is wrong
 */
export function readConfig(root: RootConfigService): OrchestratorConfig {
  return {
    folders: listOf(root, 'orchestrator.definitions.folders').map(folder =>
      resolve(folder),
    ),
    urls: readUrls(root),
    schedule: readSchedule(root),
    worker: readWorker(root),
    limits: readLimits(root),
    secrets: readSecretsOf(root),
    cipher: readCipher(root),
    means: readMeans(root),
    upkeep: readUpkeep(root),
    shutdownGraceMs: durationOf(root, 'orchestrator.shutdownGrace') ?? 10_000,
    heartbeatMs: readHeartbeat(root),
    streamLimit: readStreamLimit(root),
    maxBodyBytes:
      countOf(root, 'orchestrator.http.maxBodyBytes') ?? 1024 * 1024,
    rateLimit: readRateLimit(root),
    validateResponses: process.env.NODE_ENV !== 'production',
    portalUrl: root.getString('app.baseUrl'),
    backendUrl: root.getString('backend.baseUrl'),
  };
}

/** What is wrong with them is told at once; what they are is read each time. */
function readSecretsOf(root: RootConfigService): () => SecretValues {
  readSecrets(root);
  return () => readSecrets(root);
}

/** Slower, and connections are cut on the way; faster, and it is only load. */
function readHeartbeat(config: Config): number {
  const key = 'orchestrator.events.heartbeat';
  const ms = durationOf(config, key) ?? 15_000;
  if (ms >= 5_000 && ms <= 30_000) return ms;
  throw new InputError(`${key} must be from 5 to 30 seconds`);
}

function listOf(config: Config, key: string): readonly string[] {
  return config.getOptionalStringArray(key) ?? [];
}

function readCipher(config: Config): SecretCipher | undefined {
  const keys = listOf(config, ENCRYPTION_KEYS);
  if (keys.length === 0) return undefined;
  try {
    return new SecretCipher(keys);
  } catch (cause) {
    throw new InputError(`${ENCRYPTION_KEYS} does not hold keys`, cause);
  }
}

/** Where the configuration has the keys of {@link OrchestratorConfig.cipher}. */
export const ENCRYPTION_KEYS = 'orchestrator.encryptionKeys';

function readUrls(config: Config): readonly string[] {
  const key = 'orchestrator.definitions.urls';
  const urls = listOf(config, key);
  const wrong = urls.find(url => !URL.canParse(url));
  if (wrong === undefined) return urls;
  throw new InputError(`${key} holds "${wrong}", which is not a URL`);
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(
    'orchestrator.definitions.schedule',
  );
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : defaultSchedule;
}

function readWorker(config: Config): WorkerSettings {
  const key = (name: string) => `orchestrator.worker.${name}`;
  const standard = defaultWorkerSettings;
  return {
    pollMs: positiveDurationOf(config, key('poll')) ?? standard.pollMs,
    leaseMs: positiveDurationOf(config, key('lease')) ?? standard.leaseMs,
    parkAfterMs: durationOf(config, key('parkAfter')) ?? standard.parkAfterMs,
    ...readWorkerLimits(config),
    maxRunningActivitiesByKind: readLimitsByKind(
      config,
      key('maxRunningActivitiesByKind'),
    ),
  };
}

function readWorkerLimits(config: Config) {
  const limit = (name: WorkerLimit) =>
    countOf(config, `orchestrator.worker.${name}`) ??
    defaultWorkerSettings[name];
  return {
    entriesPerCheckpoint: limit('entriesPerCheckpoint'),
    maxResidentInstances: limit('maxResidentInstances'),
    maxResidentInstancesPerWorkflow: limit('maxResidentInstancesPerWorkflow'),
    maxRunningActivities: limit('maxRunningActivities'),
    maxRunningActivitiesPerWorkflow: limit('maxRunningActivitiesPerWorkflow'),
    maxQueuedInstances: limit('maxQueuedInstances'),
    maxQueuedInstancesPerWorkflow: limit('maxQueuedInstancesPerWorkflow'),
  };
}

type WorkerLimit = Exclude<
  keyof typeof defaultWorkerSettings,
  'pollMs' | 'leaseMs' | 'parkAfterMs' | 'maxRunningActivitiesByKind'
>;

function readLimitsByKind(config: Config, key: string) {
  const kinds = config.getOptionalConfig(key)?.keys() ?? [];
  return Object.fromEntries(
    kinds.map(kind => [kind, countOf(config, `${key}.${kind}`) ?? Infinity]),
  );
}

function readLimits(config: Config): RunLimits {
  const limit = (name: keyof RunLimits) =>
    countOf(config, `orchestrator.limits.${name}`) ?? DEFAULT_RUN_LIMITS[name];
  return {
    iterations: limit('iterations'),
    valueBytes: limit('valueBytes'),
    callDepth: limit('callDepth'),
    tasks: limit('tasks'),
  };
}
