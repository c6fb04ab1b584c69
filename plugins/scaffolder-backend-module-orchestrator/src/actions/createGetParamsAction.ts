import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { askOrchestrator } from '../errors';
import {
  createOrchestratorApi,
  type ActionServices,
} from './createOrchestratorApi';

/**
 * `orchestrator:workflow:get_params`: a workflow's title, description and input schema, to write a template with.
 *
 * @public
 */
export function createGetParamsAction(services: ActionServices) {
  return createTemplateAction({
    id: 'orchestrator:workflow:get_params',
    description:
      "Reads a workflow's title, description and input, as a template's parameters.",
    examples: [
      {
        description: 'Read what a workflow takes',
        example: stringify({
          steps: [
            {
              id: 'params',
              name: 'Read the parameters',
              action: 'orchestrator:workflow:get_params',
              input: { workflow_id: 'catalog-audit', indent: 4 },
            },
          ],
        }),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        workflow_id: z => z.string().min(1).describe('The id of the workflow'),
        indent: z =>
          z
            .number()
            .int()
            .min(0)
            .optional()
            .describe('How many spaces to put before each line of the YAML'),
      },
      output: {
        title: z => z.string().describe('The title, or the name without one'),
        description: z => z.string().describe('The description, or nothing'),
        parameters: z =>
          z
            .string()
            .describe(
              'A list of one page, the input schema, as YAML text on a line of its own; {} without a schema',
            ),
      },
    },
    async handler(ctx) {
      const { workflow_id: workflowId, indent = 0 } = ctx.input;
      const initiator = await ctx.getInitiatorCredentials();
      const { api, token } = createOrchestratorApi(services, initiator);
      const workflow = await askOrchestrator(
        api.getWorkflow({ workflowId }, { token, signal: ctx.signal }),
      );
      ctx.output('title', workflow.title ?? workflow.name);
      ctx.output('description', workflow.description ?? '');
      ctx.output('parameters', pagesOf(workflow.inputSchema, indent));
    },
  });
}

function pagesOf(inputSchema: object | undefined, indent: number): string {
  if (!inputSchema) return '{}';
  const yaml = stringify([inputSchema], { lineWidth: 0 }).trimEnd();
  return `\n${yaml.replace(/^(?=.)/gm, ' '.repeat(indent))}`;
}
