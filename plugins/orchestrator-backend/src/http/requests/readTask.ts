import type { TaskText } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** The body with the task that it holds. What was parsed from JSON holds nothing but JSON. */
export function readTask<Body extends { readonly task?: object }>(body: Body) {
  return body as Omit<Body, 'task'> & {
    readonly task: Body['task'] extends object
      ? TaskText
      : TaskText | undefined;
  };
}
