import { suggest, withSuggestion } from '../source/suggest';
import type { SourceNode } from '../source/SourceNode';
import { parseCallHttpTask } from './parseCallHttpTask';
import type { TaskParser } from './TaskParser';

/** Who reads which `call`. */
const CALL_PARSERS: ReadonlyMap<string, TaskParser> = new Map([
  ['http', parseCallHttpTask],
]);

/** DSL reference, "Call". @internal */
export const parseCallTask: TaskParser = (task, base, scope) => {
  const parser = task.required('call', findParser);
  if (parser) return parser(task, base, scope);
  task.allowUnknown();
  return undefined;
};

function findParser(node: SourceNode): TaskParser | undefined {
  const name = node.text('what to call, such as http');
  const parser = CALL_PARSERS.get(name);
  if (!parser && node.isText()) {
    const message = `\`call: ${name}\` is not supported yet`;
    node.report({
      code: 'UNSUPPORTED',
      ...withSuggestion(message, suggest(name, [...CALL_PARSERS.keys()])),
    });
  }
  return parser;
}
