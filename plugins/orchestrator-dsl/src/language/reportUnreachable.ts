import { CONTINUE } from './parseFlowDirective';
import type { SourceNode } from './source/SourceNode';
import type { FlowDirective, SwitchTask, Task } from './WorkflowDefinition';

/** A task with the place of its name. @internal */
export interface PlacedTask {
  readonly task: Task;
  readonly node: SourceNode;
}

/**
 * Warns of tasks that no flow of their list leads to. Of several that only lead to each other the first is reported.
 *
 * @internal
 */
export function reportUnreachable(list: readonly PlacedTask[]): void {
  if (list.length < 2) return;
  const reached = new Set<number>();
  const visit = (index: number): void => {
    if (index >= list.length || reached.has(index)) return;
    reached.add(index);
    for (const directive of waysOut(list[index].task)) {
      const next = targetOf(directive, index, list);
      if (next !== undefined) visit(next);
    }
  };
  visit(0);
  list.forEach(({ task, node }, index) => {
    if (reached.has(index)) return;
    node.reportAtKey({
      code: 'UNREACHABLE_TASK',
      severity: 'warning',
      message: `no task leads to \`${task.name}\`; it never runs`,
    });
    visit(index);
  });
}

function targetOf(
  directive: FlowDirective,
  index: number,
  list: readonly PlacedTask[],
): number | undefined {
  switch (directive.kind) {
    case 'continue':
      return index + 1;
    case 'task':
      return list.findIndex(({ task }) => task.name === directive.name);
    default:
      return undefined;
  }
}

/** Everything that may come after the task. A task with `if` may be passed over as though it were not there. */
function waysOut(task: Task): readonly FlowDirective[] {
  return task.if === undefined
    ? waysOutWhenRun(task)
    : [...waysOutWhenRun(task), task.then, CONTINUE];
}

function waysOutWhenRun(task: Task): readonly FlowDirective[] {
  switch (task.kind) {
    case 'raise':
      return [];
    case 'switch':
      return waysOutOfSwitch(task);
    case 'try':
      return task.catch.then ? [task.then, task.catch.then] : [task.then];
    default:
      return [task.then];
  }
}

function waysOutOfSwitch(task: SwitchTask): readonly FlowDirective[] {
  const cases = task.switch.map(({ then }) => then);
  const hasDefault = task.switch.some(({ when }) => when === undefined);
  return hasDefault ? cases : [...cases, task.then];
}
