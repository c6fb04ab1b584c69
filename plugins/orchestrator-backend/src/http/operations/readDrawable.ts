import {
  parseWorkflow,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { ServiceError } from '../../service/ServiceError';

/** A definition to draw. @throws {@link ServiceError} `DEFINITION_INVALID` */
export function readDrawable({
  workflowId,
  text,
}: StoredDefinition): WorkflowDefinition {
  const { definition } = parseWorkflow(text);
  if (definition) return definition;
  throw new ServiceError(
    'DEFINITION_INVALID',
    `The workflow "${workflowId}" cannot be drawn: its definition cannot be read`,
  );
}
