import type { Capabilities, OfferedFunction } from '../language/Capabilities';
import { parseWorkflow } from '../language/parseWorkflow';
import type { JsonSchema } from '../language/WorkflowDefinition';
import { taskSchemas } from '../schema/language/languageSchemas';
import { KIND_TEMPLATES } from './kindTemplates';
import { skeletonOf } from './skeletonOf';
import type { TaskTemplate } from './TaskTemplate';

/**
 * What new tasks there can be in a deployment: the kinds of the language that it has the means for, then its functions.
 *
 * @public
 */
export function taskTemplates(
  capabilities: Capabilities,
): readonly TaskTemplate[] {
  const functions = [...(capabilities.functions ?? [])];
  return [
    ...KIND_TEMPLATES.filter(template => canRun(template, capabilities)),
    ...functions.map(([name, offered]) => functionTemplate(name, offered)),
  ];
}

function canRun({ example }: TaskTemplate, capabilities: Capabilities) {
  const { problems } = parseWorkflow(JSON.stringify(workflowOf(example)), {
    capabilities,
  });
  return problems.length === 0;
}

function workflowOf(example: TaskTemplate['example']) {
  return {
    document: {
      dsl: '1.0.3',
      namespace: 'default',
      name: 'example',
      version: '1.0.0',
    },
    do: [{ example }],
  };
}

function functionTemplate(
  name: string,
  { title, description, inputSchema = {} }: OfferedFunction,
): TaskTemplate {
  return {
    id: `function:${name}`,
    kind: 'call',
    function: name,
    title: title ?? name,
    description: description ?? `Calls the function ${name}.`,
    schema: callOf(name, inputSchema),
    example: { call: name, with: skeletonOf(inputSchema) },
  };
}

/** The schema of a call of any function, narrowed to this one. */
function callOf(name: string, inputSchema: JsonSchema): JsonSchema {
  const $id = `urn:function:${encodeURIComponent(name)}`;
  return {
    ...Object(taskSchemas.callFunction),
    allOf: [
      {
        properties: {
          call: { const: name },
          with: { $id, ...Object(inputSchema) },
        },
      },
    ],
  };
}
