import { closedObject, partOf, type Properties, type Schema } from './elements';

/** What every task may have. */
const BASE: Properties = {
  if: partOf('expression', 'Passes the task over unless this holds.'),
  input: partOf('input', 'What comes into the task.'),
  output: partOf('output', 'What goes out of the task.'),
  export: partOf('export', 'What becomes of the context after the task.'),
  timeout: partOf('timeout'),
  then: partOf('flowDirective'),
  metadata: {
    type: 'object',
    description: 'Anything that tools want to know of the task.',
  },
};

/** A task with properties of its own beside those that every task may have. @internal */
export function task(
  title: string,
  description: string,
  properties: Properties,
  required: readonly string[],
): Schema {
  return {
    title,
    ...closedObject(description, { ...properties, ...BASE }, required),
  };
}
