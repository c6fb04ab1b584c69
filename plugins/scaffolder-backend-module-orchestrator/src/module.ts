import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGetParamsAction } from './actions/createGetParamsAction';
import { createRunWorkflowAction } from './actions/createRunWorkflowAction';

/** Adds the actions that run workflows to the scaffolder. @public */
export const scaffolderModuleOrchestrator = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'orchestrator',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ scaffolder, ...services }) {
        scaffolder.addActions(
          createRunWorkflowAction(services),
          createGetParamsAction(services),
        );
      },
    });
  },
});
