import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  createJqExpressionEvaluator,
  type Capabilities,
  type ExpressionEvaluator,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  createActivities,
  DatabaseVersion,
  EmbeddedRuntime,
  JobRunner,
  KnexWorkflowEditor,
  KnexWorkflowReader,
  limitSilence,
  migrate,
  openStores,
  requireKnown,
  systemClock,
  telemetryOf,
  type ActivityExecutor,
  type AnswerStore,
  type ApprovalStore,
  type DefinitionStore,
  type JobStore,
  type RunMeans,
  type ScheduleStore,
  type OfferedFunctions,
  type SecretSource,
  type InstanceReader,
  type WorkflowEditor,
  type WorkflowReader,
  type WorkflowRuntime,
  Webhooks,
  type TrialStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { version } from '../package.json';
import { capabilitiesOf } from './capabilitiesOf';
import { DiscoveredPluginEndpoints } from './DiscoveredPluginEndpoints';
import { createWatching, type WatchingServices } from './createWatching';
import type { OrchestratorConfig } from './readConfig';
import type { FeedWatcher } from './service/feeds/FeedWatcher';
import type { LogWatcher } from './service/instances/LogWatcher';
import type { DefinitionReader } from './service/workflows/WorkflowLibrary';
import { readDefinition } from './sources/readDefinition';
import { stopTogether, type Stoppable } from './stopTogether';
import { SparingLogger } from './telemetry/SparingLogger';
import { apiAddressOf, upkeepOf, type UpkeepServices } from './upkeepOf';

/** The engine over the plugin's database. */
export interface Engine {
  readonly runtime: WorkflowRuntime;
  readonly definitions: DefinitionStore;
  readonly workflows: WorkflowReader;
  readonly editor: WorkflowEditor;
  readonly reader: InstanceReader;
  readonly expressions: ExpressionEvaluator;
  readonly executor: ActivityExecutor;
  readonly means: RunMeans;
  readonly readDefinition: DefinitionReader;
  readonly schedules: ScheduleStore;
  readonly approvals: ApprovalStore;
  readonly webhooks: Webhooks;
  readonly jobs: JobStore;
  readonly answers: AnswerStore;
  readonly jobRunner: JobRunner;
  /** What definitions may ask for here. */
  readonly capabilities: Capabilities;
  readonly trials: TrialStore;
  readonly watcher: LogWatcher;
  readonly feed: FeedWatcher;
  readonly database: 'sqlite' | 'postgres';
  /** Whether this process knows the database's tables. */
  readonly version: DatabaseVersion;
  /**
   * Ends what runs, or leaves it to the next process after the time that is configured, and closes all connections but the database's.
   *
   * @param others - what is to stop meanwhile
   */
  stop(others?: Stoppable): Promise<void>;
}

/** What modules add to the engine. */
export interface EngineExtensions {
  readonly functions: OfferedFunctions;
  readonly secrets: SecretSource;
}

/** What the engine is built with of the portal. */
export interface EngineServices extends WatchingServices, UpkeepServices {
  readonly auth: AuthService;
  readonly database: DatabaseService;
  readonly discovery: DiscoveryService;
  readonly metrics: MetricsService;
}

/** Brings the database's tables up to date and builds the engine over them. It runs nothing yet. */
export async function createEngine(
  config: OrchestratorConfig,
  services: EngineServices,
  { functions, secrets }: EngineExtensions,
): Promise<Engine> {
  const logger = new SparingLogger(services.logger, systemClock);
  const knex = await openDatabase(services.database);
  const stores = openStores(knex);
  const expressions = createJqExpressionEvaluator({ isGivenTime: true });
  const { http } = config.means;
  const { activities, close } = createActivities({
    ...config.means,
    http: { ...http, plugins: new DiscoveredPluginEndpoints(services) },
    functions,
  });
  const capabilities = capabilitiesOf(activities, config.means, functions);
  const reading = { expressions, capabilities, clock: systemClock };
  const means = runMeansOf(config, { expressions, secrets });
  const watching = createWatching(stores, services);
  const telemetry = telemetryOf(services.metrics);
  const webhooks = new Webhooks({
    ...stores,
    source: apiAddressOf(config),
    egress: http.egress,
    cipher: config.cipher,
    telemetry,
    logger,
  });
  const runtime = new EmbeddedRuntime({
    ...stores,
    ...means,
    activities,
    cipher: config.cipher,
    upkeep: upkeepOf(config, services, { stores, webhooks }),
    telemetry,
    logger,
    settings: config.worker,
    onAppended: watching.onAppended,
  });
  const jobRunner = new JobRunner({
    ...stores,
    runtime,
    clock: systemClock,
    logger,
  });
  const tables = new DatabaseVersion({
    requireKnown: () => requireKnown(knex),
    clock: systemClock,
  });
  // From the start: a process that comes too late is to read only.
  await tables.obstacle();
  return {
    ...stores,
    ...watching,
    runtime,
    jobRunner,
    workflows: new KnexWorkflowReader(knex),
    editor: new KnexWorkflowEditor(knex),
    expressions,
    executor: activities,
    means,
    webhooks,
    capabilities,
    readDefinition: (text, location) => readDefinition(text, location, reading),
    database: knex.client.config.client === 'pg' ? 'postgres' : 'sqlite',
    version: tables,
    async stop(others = {}) {
      const { shutdownGraceMs: graceMs } = config;
      const all = { ...others, 'The runner of jobs': () => jobRunner.stop() };
      await stopTogether(runtime, all, { graceMs, clock: systemClock, logger });
      await close();
    },
  };
}

async function openDatabase(database: DatabaseService) {
  const knex = await database.getClient();
  if (!database.migrations?.skip) await migrate(knex);
  limitSilence(knex);
  return knex;
}

/** What runs know of where they run. */
function runMeansOf(
  { portalUrl, backendUrl, limits }: OrchestratorConfig,
  given: Pick<RunMeans, 'expressions' | 'secrets'>,
): RunMeans {
  return {
    ...given,
    limits,
    runtime: {
      name: 'orchestrator',
      version,
      metadata: { portalUrl, backendUrl },
    },
  };
}
