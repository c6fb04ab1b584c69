import { randomUUID } from 'node:crypto';
import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  createJqExpressionEvaluator,
  type Capabilities,
  type ExpressionEvaluator,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  createActivities,
  EmbeddedRuntime,
  JobRunner,
  KnexWorkflowEditor,
  KnexWorkflowReader,
  limitSilence,
  migrate,
  openStores,
  systemClock,
  type ActivityExecutor,
  type AnswerStore,
  type ApprovalStore,
  type DefinitionStore,
  type JobStore,
  type LifecycleOptions,
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
import { publishTo } from './events/lifecycleTopic';
import type { OrchestratorConfig } from './readConfig';
import { notifyApprovers } from './service/approvals/notifyApprovers';
import { FeedWatcher } from './service/feeds/FeedWatcher';
import { LogWatcher } from './service/instances/LogWatcher';
import type { DefinitionReader } from './service/workflows/WorkflowLibrary';
import { readDefinition } from './sources/readDefinition';
import { StatusSignals } from './service/instances/StatusSignals';
import { MetricsTelemetry } from './telemetry/MetricsTelemetry';

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
  /** Ends what runs, or leaves it to the next process after the time that is configured, and closes all connections but the database's. */
  stop(): Promise<void>;
}

/** What modules add to the engine. */
export interface EngineExtensions {
  readonly functions: OfferedFunctions;
  readonly secrets: SecretSource;
}

/** Brings the database's tables up to date and builds the engine over them. It runs nothing yet. */
export async function createEngine(
  config: OrchestratorConfig,
  services: {
    readonly auth: AuthService;
    readonly database: DatabaseService;
    readonly discovery: DiscoveryService;
    readonly events: EventsService;
    readonly logger: LoggerService;
    readonly metrics: MetricsService;
    readonly notifications: NotificationService;
    readonly signals: SignalsService;
  },
  extensions: EngineExtensions,
): Promise<Engine> {
  const { database, logger } = services;
  const { means } = config;
  const { functions, secrets } = extensions;
  const knex = await database.getClient();
  if (!database.migrations?.skip) await migrate(knex);
  limitSilence(knex);

  const stores = openStores(knex);
  const { definitions, reader } = stores;
  const expressions = createJqExpressionEvaluator({ isGivenTime: true });
  const watcher = new LogWatcher({ reader, clock: systemClock });
  const feed = new FeedWatcher({
    reader: stores.feed,
    clock: systemClock,
  });
  const signals = new StatusSignals({ ...services, reader });
  const { activities, close } = createActivities({
    ...means,
    http: { ...means.http, plugins: new DiscoveredPluginEndpoints(services) },
    functions,
  });
  const capabilities = capabilitiesOf(activities, means, functions);
  const reading = { expressions, capabilities, clock: systemClock };
  const runMeans: RunMeans = {
    expressions,
    runtime: {
      name: 'orchestrator',
      version,
      metadata: {
        portalUrl: config.portalUrl,
        backendUrl: config.backendUrl,
      },
    },
    limits: config.limits,
    secrets,
  };
  const telemetry = new MetricsTelemetry(services.metrics);
  const webhooks = new Webhooks({
    ...stores,
    source: apiAddress(config),
    egress: means.http.egress,
    cipher: config.cipher,
    telemetry,
    logger,
  });
  const runtime = new EmbeddedRuntime({
    ...stores,
    ...runMeans,
    activities,
    cipher: config.cipher,
    upkeep: {
      ...stores,
      misfire: config.upkeep.misfire,
      retention: config.upkeep.retention,
      lifecycle: lifecycleOf(config, services.events),
      ...(config.upkeep.notifyApprovers && {
        asked: {
          approvals: stores.approvals,
          tell: notifyApprovers(services.notifications),
        },
      }),
      outgoing: webhooks,
    },
    telemetry,
    logger,
    settings: config.worker,
    onAppended: (instanceId, status) => {
      watcher.nudge(instanceId);
      feed.nudge();
      signals.onAppended(instanceId, status);
    },
  });
  const jobRunner = new JobRunner({
    ...stores,
    runtime,
    clock: systemClock,
    logger,
    holder: randomUUID(),
  });
  return {
    runtime,
    jobs: stores.jobs,
    answers: stores.answers,
    jobRunner,
    definitions,
    workflows: new KnexWorkflowReader(knex),
    editor: new KnexWorkflowEditor(knex),
    reader,
    expressions,
    executor: activities,
    means: runMeans,
    schedules: stores.schedules,
    approvals: stores.approvals,
    webhooks,
    trials: stores.trials,
    capabilities,
    readDefinition: (text, location) => readDefinition(text, location, reading),
    watcher,
    feed,
    database: knex.client.config.client === 'pg' ? 'postgres' : 'sqlite',
    async stop() {
      await jobRunner.stop();
      await runtime.stop({ graceMs: config.shutdownGraceMs });
      await close();
    },
  };
}

function apiAddress({ backendUrl }: OrchestratorConfig): string {
  return `${backendUrl}/api/orchestrator`;
}

function lifecycleOf(
  config: OrchestratorConfig,
  events: EventsService,
): LifecycleOptions | undefined {
  const { upkeep } = config;
  if (upkeep.lifecycle === 'off') return undefined;
  return {
    level: upkeep.lifecycle,
    source: apiAddress(config),
    publish: publishTo(events),
  };
}
