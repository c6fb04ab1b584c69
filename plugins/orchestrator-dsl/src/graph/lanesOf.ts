import type {
  Foreach,
  ForTask,
  ForkTask,
  Task,
  TryTask,
} from '../language/WorkflowDefinition';
import type { GraphContainerRole } from './WorkflowGraph';

/** A list of tasks with its place, before it is drawn. */
export interface Lane {
  /** JSON pointer of the list. */
  readonly id: string;
  readonly role: GraphContainerRole;
  readonly tasks: readonly Task[];
  readonly label?: string;
  /** Why there is another round after the last task. */
  readonly again?: string;
}

/** The lists of tasks that a task holds, in the order in which they are drawn. */
export function lanesOf(task: Task): readonly Lane[] {
  switch (task.kind) {
    case 'do':
      return [{ id: `${task.pointer}/do`, role: 'body', tasks: task.do }];
    case 'for':
      return [bodyOfFor(task)];
    case 'fork':
      return [branchesOf(task)];
    case 'try':
      return tryAndCatch(task);
    case 'listen':
      return foreachLane(task.foreach, `${task.pointer}/foreach`, 'event');
    case 'call':
      return task.call === 'asyncapi'
        ? foreachLane(
            task.with.subscription?.foreach,
            `${task.pointer}/with/subscription/foreach`,
            'message',
          )
        : [];
    default:
      return [];
  }
}

function bodyOfFor(task: ForTask): Lane {
  return {
    id: `${task.pointer}/do`,
    role: 'body',
    tasks: task.do,
    again: `next ${task.for.each}`,
  };
}

function branchesOf({ pointer, branches }: ForkTask): Lane {
  return { id: `${pointer}/fork/branches`, role: 'branches', tasks: branches };
}

function tryAndCatch(task: TryTask): readonly Lane[] {
  return [
    { id: `${task.pointer}/try`, role: 'try', tasks: task.try, label: 'try' },
    {
      id: `${task.pointer}/catch/do`,
      role: 'catch',
      tasks: task.catch.do ?? [],
      label: `catch as ${task.catch.as}`,
    },
  ];
}

function foreachLane(
  foreach: Foreach | undefined,
  pointer: string,
  what: string,
): readonly Lane[] {
  if (!foreach) return [];
  return [
    {
      id: `${pointer}/do`,
      role: 'foreach',
      tasks: foreach.do,
      label: `each ${what} as ${foreach.item}`,
      again: `next ${what}`,
    },
  ];
}
