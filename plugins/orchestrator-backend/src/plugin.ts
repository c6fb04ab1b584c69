import {
  coreServices,
  createBackendPlugin,
  type LoggerService,
  type PermissionsRegistryService,
  type SchedulerService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  orchestratorInstanceAdminViewPermission,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { createJqWebExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  EmbeddedRuntime,
  HttpActivity,
  KnexDefinitionStore,
  KnexInstanceReader,
  KnexInstanceStore,
  migrate,
  systemClock,
  type DefinitionStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import {
  orchestratorDefinitionSourcesExtensionPoint,
  readinessChecksServiceRef,
  type DefinitionSource,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import { version } from '../package.json';
import { DiscoveredPluginEndpoints } from './DiscoveredPluginEndpoints';
import { checkHealth } from './health/checkHealth';
import { createCallerOf } from './http/createCallerOf';
import { createRouter } from './http/createRouter';
import { LiveStreams, standardStreamSettings } from './http/stream/LiveStreams';
import { readConfig, type OrchestratorConfig } from './readConfig';
import { AuditedOrchestratorService } from './service/AuditedOrchestratorService';
import { AuthorizedOrchestratorService } from './service/AuthorizedOrchestratorService';
import { CallerPermissions } from './service/CallerPermissions';
import { DefaultOrchestratorService } from './service/DefaultOrchestratorService';
import { LogWatcher } from './service/LogWatcher';
import {
  orchestratorWorkflowResourceRef,
  workflowPermissionRules,
} from './service/workflowPermissionRules';
import { AddedDefinitionSources } from './sources/AddedDefinitionSources';
import { DefinitionLoader } from './sources/DefinitionLoader';
import { FolderDefinitionSource } from './sources/FolderDefinitionSource';
import { UrlDefinitionSource } from './sources/UrlDefinitionSource';

/**
 * Runs workflows of the Serverless Workflow DSL, durably, and tells what they do.
 *
 * @public
 */
export const orchestratorPlugin = createBackendPlugin({
  pluginId: 'orchestrator',
  register(env) {
    const addedSources = new AddedDefinitionSources();
    env.registerExtensionPoint(
      orchestratorDefinitionSourcesExtensionPoint,
      addedSources,
    );
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        readinessChecks: readinessChecksServiceRef,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ logger, lifecycle, database, ...services }) {
        const config = readConfig(services.config);
        const knex = await database.getClient();
        if (!database.migrations?.skip) await migrate(knex);

        const definitions = new KnexDefinitionStore(knex);
        const reader = new KnexInstanceReader(knex);
        const expressions = await createJqWebExpressionEvaluator();
        const watcher = new LogWatcher({ reader, clock: systemClock });
        const runtime = new EmbeddedRuntime({
          instances: new KnexInstanceStore(knex),
          reader,
          definitions,
          expressions,
          activities: new HttpActivity({
            plugins: new DiscoveredPluginEndpoints(services),
            egress: config.egress,
          }),
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
          onAppended: instanceId => watcher.nudge(instanceId),
        });
        const loader = new DefinitionLoader({
          store: definitions,
          expressions,
          logger,
          clock: systemClock,
          sources: [
            ...configuredSources(config, { logger, ...services }),
            ...addedSources.list(),
          ],
        });

        registerPermissions(services.permissionsRegistry, definitions);
        const service = new AuditedOrchestratorService(
          new AuthorizedOrchestratorService(
            new DefaultOrchestratorService({
              runtime,
              definitions,
              reader,
              watcher,
              clock: systemClock,
            }),
            new CallerPermissions({
              permissions: services.permissions,
              registry: services.permissionsRegistry,
            }),
          ),
          services.auditor,
        );
        const streams = new LiveStreams({
          clock: systemClock,
          settings: standardStreamSettings,
        });
        services.httpRouter.use(
          createRouter({
            service,
            callerOf: createCallerOf(services),
            streams,
            logger,
            maxBodyBytes: config.maxBodyBytes,
            validateResponses: config.validateResponses,
          }),
        );
        services.readinessChecks.add('orchestrator', () => checkHealth(reader));

        await loader.start();
        lifecycle.addStartupHook(() => runtime.startWorkers());
        lifecycle.addShutdownHook(async () => {
          streams.shutDown();
          await loader.stop();
          await runtime.stop({ graceMs: config.shutdownGraceMs });
        });
      },
    });
  },
});

function configuredSources(
  config: OrchestratorConfig,
  services: {
    readonly logger: LoggerService;
    readonly scheduler: SchedulerService;
    readonly urlReader: UrlReaderService;
  },
): readonly DefinitionSource[] {
  const { logger, scheduler, urlReader: reader } = services;
  const tasks = scheduler.createScheduledTaskRunner({
    ...config.schedule,
    scope: 'local',
  });
  return [
    ...config.folders.map(
      folder => new FolderDefinitionSource({ folder, logger }),
    ),
    ...config.urls.map(
      url => new UrlDefinitionSource({ url, reader, tasks, logger }),
    ),
  ];
}

function registerPermissions(
  registry: PermissionsRegistryService,
  definitions: DefinitionStore,
) {
  registry.addResourceType({
    resourceRef: orchestratorWorkflowResourceRef,
    permissions: [
      orchestratorWorkflowPermission,
      orchestratorWorkflowUsePermission,
    ],
    rules: Object.values(workflowPermissionRules),
    getResources: async workflowIds => {
      const current = await definitions.listCurrent();
      const known = new Set(current.map(({ workflowId }) => workflowId));
      return workflowIds.map(workflowId =>
        known.has(workflowId) ? { workflowId } : undefined,
      );
    },
  });
  registry.addPermissions([orchestratorInstanceAdminViewPermission]);
}
