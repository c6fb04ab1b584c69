import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  parseWorkflow,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** A definition with what was found wrong with it. */
export function presentWorkflowDetails(
  stored: StoredDefinition,
): WorkflowDetails {
  const { definition, document } = parseWorkflow(stored.text);
  const { workflowId, namespace, name, version, format } = stored;
  return {
    workflowId,
    namespace,
    name,
    version,
    format,
    title: stored.title,
    description: stored.description,
    valid: stored.isValid,
    problems: [...stored.problems],
    tags: Object.entries(document.tags ?? {}).map(presentTag),
    inputSchema: definition && objectOf(inputSchemaOf(stored)),
    definition: definition && objectOf(definition.raw),
  };
}

/** The JSON Schema of the workflow's input, if it has one and can be read. */
export function inputSchemaOf({ text }: StoredDefinition): Json | undefined {
  return parseWorkflow(text).definition?.input?.schema;
}

/** The language has tags with a value; most often the name says it all. */
function presentTag([name, value]: [string, Json]): string {
  return value === '' || value === true ? name : `${name}:${String(value)}`;
}

/** What the API can present as an object; a schema may be `true` as well. */
export function objectOf(
  value: Json | undefined,
): { [key: string]: Json } | undefined {
  return isObject(value) ? { ...value } : undefined;
}

function isObject(
  value: Json | undefined,
): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
