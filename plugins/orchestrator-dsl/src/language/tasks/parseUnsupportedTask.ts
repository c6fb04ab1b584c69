import type { TaskParser } from './TaskParser';

/** For a kind of task that the language has, but that cannot be run yet. @internal */
export function parseUnsupportedTask(kind: string): TaskParser<undefined> {
  return task => {
    task.unsupported(kind, `the task kind \`${kind}\``);
    task.allowUnknown();
    return undefined;
  };
}
