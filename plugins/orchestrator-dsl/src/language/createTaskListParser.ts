import { DIRECTIVES } from './parseFlowDirective';
import { parseTask } from './parseTask';
import type { ParseScope, ParseTasks, Siblings } from './ParseScope';
import { reportDuplicateNames } from './reportDuplicateNames';
import { reportUnreachable, type PlacedTask } from './reportUnreachable';
import type { ProblemLog } from './source/ProblemLog';
import type { SourceMember, SourceNode } from './source/SourceNode';

/** How many tasks a definition may have. @internal */
export const MAX_TASKS = 2000;

/** How many task lists may be inside each other. @internal */
export const MAX_TASK_DEPTH = 25;

/** A parser of task lists that counts all tasks of one definition. @internal */
export function createTaskListParser(log: ProblemLog): ParseTasks {
  let taskCount = 0;

  function isWithinLimit({ value }: SourceMember): boolean {
    taskCount += 1;
    if (taskCount === MAX_TASKS + 1) {
      const message = `a definition can have at most ${MAX_TASKS} tasks`;
      value.reportAtKey({ code: 'LIMIT_EXCEEDED', message });
    }
    return taskCount <= MAX_TASKS;
  }

  return (node, outside, kind = 'sequence') => {
    const depth = outside.depth + 1;
    if (isTooDeep(node, depth)) return [];
    const errorsBefore = log.errorCount;
    const members = node.items('a list of tasks').flatMap(namedTask);
    reportDuplicateNames(members, 'task', 'DUPLICATE_TASK');
    reportDirectiveNames(members);
    const scope = { ...outside, depth, siblings: siblingsOf(kind, members) };
    const tasks = members
      .filter(isWithinLimit)
      .flatMap(member => placedTask(member, scope));
    if (kind === 'sequence' && log.errorCount === errorsBefore) {
      reportUnreachable(tasks);
    }
    return tasks.map(({ task }) => task);
  };
}

function isTooDeep(node: SourceNode, depth: number): boolean {
  if (depth <= MAX_TASK_DEPTH) return false;
  const message = `tasks are nested more than ${MAX_TASK_DEPTH} deep; put some into a workflow of their own`;
  node.reportAtKey({ code: 'LIMIT_EXCEEDED', message });
  return true;
}

/** An item of a task list is an object of one property: the task's name. */
function namedTask(item: SourceNode): readonly SourceMember[] {
  if (!item.isObject()) {
    item.reportType('a task (an object with its name)');
    return [];
  }
  if (item.members.length === 1) return item.members;
  const names = item.members.map(({ name }) => `\`${name}\``).join(', ');
  const message =
    item.members.length === 0
      ? 'a task needs a name'
      : `a task has exactly one name, found ${names}; indent what belongs to the task below its name`;
  item.report({ code: 'INVALID_TASK', message });
  return [];
}

/** `then: end` never leads to a task of that name. */
function reportDirectiveNames(members: readonly SourceMember[]): void {
  for (const { name, value } of members) {
    if (!DIRECTIVES.some(directive => directive === name)) continue;
    const message = `\`then: ${name}\` does not lead to a task of this name; rename it`;
    value.reportAtKey({ code: 'INVALID_NAME', severity: 'warning', message });
  }
}

function siblingsOf(
  kind: Siblings['kind'],
  members: readonly SourceMember[],
): Siblings {
  return kind === 'branches'
    ? { kind }
    : { kind, names: members.map(({ name }) => name) };
}

function placedTask(
  member: SourceMember,
  scope: ParseScope,
): readonly PlacedTask[] {
  const task = parseTask(member, scope);
  return task ? [{ task, node: member.value }] : [];
}
