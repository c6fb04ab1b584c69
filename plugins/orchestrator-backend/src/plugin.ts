import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  logFunction,
  systemClock,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import {
  orchestratorDefinitionSourcesExtensionPoint,
  orchestratorFunctionsExtensionPoint,
  orchestratorSecretsExtensionPoint,
  readinessChecksServiceRef,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import { createEngine } from './createEngine';
import { receiveEvents } from './events/receiveEvents';
import { AddedFunctions } from './functions/AddedFunctions';
import { checkHealth } from './health/checkHealth';
import { serveApi } from './http/serveApi';
import { liveStreamsServiceRef } from './http/stream/liveStreamsServiceRef';
import { readConfig } from './readConfig';
import { ChosenSecretSource } from './secrets/ChosenSecretSource';
import { createCallerPermissions } from './service/access/createCallerPermissions';
import { createOrchestratorService } from './service/createOrchestratorService';
import { serverInfo } from './serverInfo';
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
    const functions = new AddedFunctions();
    env.registerExtensionPoint(orchestratorFunctionsExtensionPoint, functions);
    const secrets = new ChosenSecretSource();
    env.registerExtensionPoint(orchestratorSecretsExtensionPoint, secrets);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        liveStreams: liveStreamsServiceRef,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        readinessChecks: readinessChecksServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { lifecycle, logger, readinessChecks } = services;
        const config = readConfig(services.config);
        secrets.fallBackOn(config.secrets);
        functions.addFunction(logFunction(logger));
        const engine = await createEngine(config, services, {
          functions: functions.offered,
          secrets,
        });
        const permissions = createCallerPermissions(engine, services);
        const service = createOrchestratorService(
          engine,
          permissions,
          services,
        );
        serveApi(config, services, {
          service,
          answers: engine.answers,
          tables: engine.version,
          info: serverInfo(config, engine),
        });
        readinessChecks.add('orchestrator', () => checkHealth(engine));

        const loader = new DefinitionLoader({
          store: engine.definitions,
          expressions: engine.expressions,
          capabilities: engine.capabilities,
          logger,
          clock: systemClock,
          sources: [
            ...createConfiguredSources(config, services),
            ...addedSources.list(),
          ],
        });
        await loader.start();
        await receiveEvents({
          ...services,
          topics: config.upkeep.topics,
          runtime: engine.runtime,
        });
        lifecycle.addStartupHook(async () => {
          await engine.runtime.startWorkers();
          engine.jobRunner.start();
        });
        lifecycle.addShutdownHook(async () => {
          services.liveStreams.shutDown();
          await engine.stop({
            'The loader of definitions': () => loader.stop(),
          });
        });
      },
    });
  },
});
