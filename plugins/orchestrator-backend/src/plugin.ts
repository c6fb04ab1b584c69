import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import {
  orchestratorDefinitionSourcesExtensionPoint,
  readinessChecksServiceRef,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import { createEngine } from './createEngine';
import { checkHealth } from './health/checkHealth';
import { createCallerOf } from './http/createCallerOf';
import { createRouter } from './http/createRouter';
import { LiveStreams, standardStreamSettings } from './http/stream/LiveStreams';
import { readConfig } from './readConfig';
import { createOrchestratorService } from './service/createOrchestratorService';
import { AddedDefinitionSources } from './sources/AddedDefinitionSources';
import { createConfiguredSources } from './sources/createConfiguredSources';
import { DefinitionLoader } from './sources/DefinitionLoader';

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
      async init(services) {
        const { httpRouter, lifecycle, logger, readinessChecks } = services;
        const config = readConfig(services.config);
        const engine = await createEngine(config, services);
        const streams = new LiveStreams({
          clock: systemClock,
          settings: standardStreamSettings,
        });
        httpRouter.use(
          createRouter({
            service: createOrchestratorService(engine, services),
            callerOf: createCallerOf(services),
            streams,
            logger,
            maxBodyBytes: config.maxBodyBytes,
            validateResponses: config.validateResponses,
          }),
        );
        readinessChecks.add('orchestrator', () => checkHealth(engine));

        const loader = new DefinitionLoader({
          store: engine.definitions,
          expressions: engine.expressions,
          logger,
          clock: systemClock,
          sources: [
            ...createConfiguredSources(config, services),
            ...addedSources.list(),
          ],
        });
        await loader.start();
        lifecycle.addStartupHook(() => engine.runtime.startWorkers());
        lifecycle.addShutdownHook(async () => {
          streams.shutDown();
          await loader.stop();
          await engine.stop();
        });
      },
    });
  },
});
