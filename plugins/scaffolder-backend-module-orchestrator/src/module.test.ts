import { startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { scaffolderModuleOrchestrator } from './module';

describe('scaffolderModuleOrchestrator', () => {
  it('adds the actions, each with what it takes and gives', async () => {
    const added: TemplateAction<any, any, any>[] = [];
    await startTestBackend({
      features: [scaffolderModuleOrchestrator],
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          { addActions: (...actions) => added.push(...actions) },
        ],
      ],
    });
    expect(
      added.map(({ id, supportsDryRun, schema }) => ({
        id,
        supportsDryRun,
        takes: Object.keys(schema?.input?.properties ?? {}),
        gives: Object.keys(schema?.output?.properties ?? {}),
      })),
    ).toEqual([
      {
        id: 'orchestrator:workflow:run',
        supportsDryRun: true,
        takes: [
          'workflow_id',
          'parameters',
          'target_entity',
          'wait',
          'timeout_seconds',
        ],
        gives: [
          'instanceId',
          'instanceUrl',
          'orchestratorWorkflowsUrl',
          'catalogEntityUrl',
          'status',
          'result',
        ],
      },
      {
        id: 'orchestrator:workflow:get_params',
        supportsDryRun: true,
        takes: ['workflow_id', 'indent'],
        gives: ['title', 'description', 'parameters'],
      },
    ]);
  });
});
