import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createJqExpressionEvaluator,
  type ExpressionEvaluator,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  createActivities,
  EmbeddedRuntime,
  KnexDefinitionStore,
  KnexInstanceReader,
  KnexInstanceStore,
  migrate,
  systemClock,
  type DefinitionStore,
  type InstanceReader,
  type WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { version } from '../package.json';
import { DiscoveredPluginEndpoints } from './DiscoveredPluginEndpoints';
import type { OrchestratorConfig } from './readConfig';
import { LogWatcher } from './service/LogWatcher';

/** The engine over the plugin's database. */
export interface Engine {
  readonly runtime: WorkflowRuntime;
  readonly definitions: DefinitionStore;
  readonly reader: InstanceReader;
  readonly expressions: ExpressionEvaluator;
  readonly watcher: LogWatcher;
  /** Ends what runs, or leaves it to the next process after the time that is configured, and closes all connections but the database's. */
  stop(): Promise<void>;
}

/** Brings the database's tables up to date and builds the engine over them. It runs nothing yet. */
export async function createEngine(
  config: OrchestratorConfig,
  services: {
    readonly auth: AuthService;
    readonly database: DatabaseService;
    readonly discovery: DiscoveryService;
    readonly logger: LoggerService;
  },
): Promise<Engine> {
  const { database, logger } = services;
  const knex = await database.getClient();
  if (!database.migrations?.skip) await migrate(knex);

  const definitions = new KnexDefinitionStore(knex);
  const reader = new KnexInstanceReader(knex);
  const expressions = createJqExpressionEvaluator({ isGivenTime: true });
  const watcher = new LogWatcher({ reader, clock: systemClock });
  const { activities, close } = createActivities({
    http: {
      plugins: new DiscoveredPluginEndpoints(services),
      egress: config.egress,
    },
  });
  const runtime = new EmbeddedRuntime({
    instances: new KnexInstanceStore(knex),
    reader,
    definitions,
    expressions,
    activities,
    runtime: {
      name: 'orchestrator',
      version,
      metadata: {
        portalUrl: config.portalUrl,
        backendUrl: config.backendUrl,
      },
    },
    logger,
    settings: config.worker,
    limits: config.limits,
    secrets: { secretsFor: async () => config.secrets() },
    onAppended: instanceId => watcher.nudge(instanceId),
  });
  return {
    runtime,
    definitions,
    reader,
    expressions,
    watcher,
    async stop() {
      await runtime.stop({ graceMs: config.shutdownGraceMs });
      await close();
    },
  };
}
