import { parseTaskBase } from './parseTaskBase';
import type { ParseScope } from './ParseScope';
import type { ObjectReader } from './source/ObjectReader';
import { suggest, withSuggestion } from './source/suggest';
import type { SourceMember, SourceNode } from './source/SourceNode';
import { parseCallTask } from './tasks/parseCallTask';
import { parseDoTask } from './tasks/parseDoTask';
import { parseEmitTask } from './tasks/parseEmitTask';
import { parseForkTask } from './tasks/parseForkTask';
import { parseForTask } from './tasks/parseForTask';
import { parseListenTask } from './tasks/parseListenTask';
import { parseRaiseTask } from './tasks/parseRaiseTask';
import { parseRunTask } from './tasks/parseRunTask';
import { parseSetTask } from './tasks/parseSetTask';
import { parseSwitchTask } from './tasks/parseSwitchTask';
import { parseTryTask } from './tasks/parseTryTask';
import { parseWaitTask } from './tasks/parseWaitTask';
import type { TaskParser } from './tasks/TaskParser';
import type { Task } from './WorkflowDefinition';

/** Who reads the task that has this property. */
const TASK_PARSERS: ReadonlyMap<string, TaskParser> = new Map<
  string,
  TaskParser
>([
  ['call', parseCallTask],
  ['emit', parseEmitTask],
  ['for', parseForTask],
  ['fork', parseForkTask],
  ['listen', parseListenTask],
  ['raise', parseRaiseTask],
  ['run', parseRunTask],
  ['set', parseSetTask],
  ['switch', parseSwitchTask],
  ['try', parseTryTask],
  ['wait', parseWaitTask],
  ['do', parseDoTask],
]);

const KINDS = [...TASK_PARSERS.keys()];

/** Reads one task; `undefined` when its kind cannot be told or another fault hides it, which is reported. @internal */
export function parseTask(
  { name, value }: SourceMember,
  scope: ParseScope,
): Task | undefined {
  return value.object(task => {
    const base = parseTaskBase(task, name, scope);
    const parser = findParser(task, name);
    if (parser) return parser(task, base, scope);
    task.allowUnknown();
    return undefined;
  }, `what task \`${name}\` does (an object)`);
}

function findParser(task: ObjectReader, name: string): TaskParser | undefined {
  if (!task.node.isObject()) return undefined;
  const [kind, other] = kindsOf(task.node);
  if (kind === undefined) reportNoKind(task, name);
  else if (other === undefined) return TASK_PARSERS.get(kind);
  else {
    const message = `task \`${name}\` has both \`${kind}\` and \`${other}\`; make two tasks of it`;
    task.node.member(other)?.reportAtKey({ code: 'INVALID_TASK', message });
  }
  return undefined;
}

/** The properties that say what the task does; the `do` of a `for` does not. */
function kindsOf(node: SourceNode): readonly string[] {
  const kinds = node.members.flatMap(({ name }) =>
    TASK_PARSERS.has(name) ? name : [],
  );
  return kinds.includes('for') ? kinds.filter(kind => kind !== 'do') : kinds;
}

function reportNoKind(task: ObjectReader, name: string): void {
  for (const unknown of task.unknown()) {
    const suggestion = suggest(unknown.name, KINDS);
    if (suggestion) {
      const message = `unknown property \`${unknown.name}\``;
      unknown.value.reportAtKey({
        code: 'UNKNOWN_PROPERTY',
        ...withSuggestion(message, suggestion),
      });
      return;
    }
  }
  task.node.reportAtKey({
    code: 'INVALID_TASK',
    message: `task \`${name}\` does not say what to do; give it one of ${KINDS.join(
      ', ',
    )}`,
  });
}
