import type {
  NextWorkflowDTO,
  WorkflowOutputDTO,
  WorkflowResultDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { objectOf } from './objectOf';

const formats = ['text', 'number', 'link', 'markdown'] as const;

/**
 * A workflow's output in the form that is shown to people.
 *
 * The output's member `result` if it has one, else all of the output. Members that the form knows keep their shape only where
 * they fit it; others stay as they are.
 */
export function presentResult(output: Json): WorkflowResultDTO {
  const whole = objectOf(output);
  const result = whole?.result ?? output;
  const members = objectOf(result);
  if (!members) return { message: textOf(result) };
  const { message, outputs, nextWorkflows, ...others } = members;
  return {
    ...others,
    ...(message !== undefined && { message: textOf(message) }),
    ...(Array.isArray(outputs) && { outputs: outputs.flatMap(presentOutput) }),
    ...(Array.isArray(nextWorkflows) && {
      nextWorkflows: nextWorkflows.flatMap(presentNextWorkflow),
    }),
  };
}

function presentOutput(output: Json): WorkflowOutputDTO[] {
  const { key, value, format } = objectOf(output) ?? {};
  if (typeof key !== 'string' || value === undefined) return [];
  const known = formats.find(one => one === format);
  return [
    {
      key,
      value: typeof value === 'number' ? value : textOf(value),
      ...(known && { format: known }),
    },
  ];
}

function presentNextWorkflow(next: Json): NextWorkflowDTO[] {
  const { id, name } = objectOf(next) ?? {};
  return typeof id === 'string' && typeof name === 'string'
    ? [{ id, name }]
    : [];
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
