import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Run a workflow with what the form collected',
    example: stringify({
      steps: [
        {
          id: 'run',
          name: 'Audit the catalog',
          action: 'orchestrator:workflow:run',
          input: {
            workflow_id: 'catalog-audit',
            parameters: '${{ parameters }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Wait for the end, and fail when the run fails',
    example: stringify({
      steps: [
        {
          id: 'run',
          name: 'Audit the catalog',
          action: 'orchestrator:workflow:run',
          input: {
            workflow_id: 'catalog-audit',
            parameters: '${{ parameters }}',
            wait: true,
            timeout_seconds: 300,
          },
        },
      ],
    }),
  },
];
