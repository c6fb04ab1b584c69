import { assertNever } from '../assertNever';
import type {
  FlowDirective,
  SwitchTask,
  Task,
  TryTask,
} from '../language/WorkflowDefinition';
import type { Lane } from './lanesOf';
import { describeCase } from './words/describeCase';
import { describeCatch } from './words/describeCatch';
import type { GraphEdge, GraphEdgeKind } from './WorkflowGraph';

/** A way out of a task, before it is known where it leads. */
interface WayOut {
  /** Tells it from the other ways out of the same task. */
  readonly name: string;
  readonly then: FlowDirective;
  readonly kind?: GraphEdgeKind;
  readonly label?: string;
}

/** All edges between the nodes of one list, and those to the lane in which the errors of its tasks are caught. */
export function edgesOfLane(lane: Lane): readonly GraphEdge[] {
  return [
    ...edgesOfStart(lane),
    ...lane.tasks.flatMap((task, index) => [
      ...waysOut(task).map(way => edgeOf(way, task, index, lane)),
      ...catchEdge(task),
    ]),
    ...edgesOfEnd(lane),
  ];
}

function edgesOfStart({ id, role, tasks }: Lane): readonly GraphEdge[] {
  const from = `${id}/start`;
  const ids = tasks.map(({ pointer }) => pointer);
  const firsts = role === 'branches' ? ids : [ids[0] ?? `${id}/end`];
  return firsts.map((to, index) => ({
    id: `${from}#${index}`,
    kind: 'next',
    from,
    to,
  }));
}

function edgesOfEnd({ id, again }: Lane): readonly GraphEdge[] {
  if (again === undefined) return [];
  const [from, to] = [`${id}/end`, `${id}/start`];
  return [{ id: `${from}#again`, kind: 'loop', from, to, label: again }];
}

function catchEdge(task: Task): readonly GraphEdge[] {
  if (task.kind !== 'try') return [];
  const [from, to] = [`${task.pointer}/try`, `${task.pointer}/catch/do`];
  const label = describeCatch(task.catch);
  return [{ id: `${from}#catch`, kind: 'catch', from, to, label }];
}

function waysOut(task: Task): readonly WayOut[] {
  switch (task.kind) {
    case 'switch':
      return waysOutOfSwitch(task);
    case 'try':
      return waysOutOfTry(task);
    case 'raise':
      return task.if === undefined ? [] : [skipped(task)];
    default:
      return [{ name: 'then', then: task.then }];
  }
}

/** Where no case holds, the task's own `then` counts; so it does where the task is skipped. */
function waysOutOfSwitch(task: SwitchTask): readonly WayOut[] {
  const cases = task.switch.map(
    (each, index): WayOut => ({
      name: `case/${index}`,
      then: each.then,
      kind: 'case',
      label: describeCase(each),
    }),
  );
  const hasDefault = task.switch.some(({ when }) => when === undefined);
  if (!hasDefault) {
    const label = 'otherwise';
    return [...cases, { name: 'then', then: task.then, kind: 'case', label }];
  }
  return task.if === undefined ? cases : [...cases, skipped(task)];
}

function waysOutOfTry(task: TryTask): readonly WayOut[] {
  const then: WayOut = { name: 'then', then: task.then };
  if (!task.catch.then) return [then];
  const label = 'when caught';
  return [
    then,
    { name: 'caught', then: task.catch.then, kind: 'catch', label },
  ];
}

function skipped({ then }: Task): WayOut {
  return { name: 'skipped', then, label: 'when skipped' };
}

function edgeOf(
  { name, then, label, kind = kindOf(then) }: WayOut,
  { pointer: from }: Task,
  index: number,
  lane: Lane,
): GraphEdge {
  const to = targetOf(then, index, lane);
  return { id: `${from}#${name}`, kind, from, to, label };
}

function kindOf({ kind }: FlowDirective): GraphEdgeKind {
  return kind === 'continue' ? 'next' : 'jump';
}

function targetOf(then: FlowDirective, index: number, lane: Lane): string {
  const { id, role, tasks } = lane;
  const end = `${id}/end`;
  switch (then.kind) {
    case 'continue':
      return (role !== 'branches' && tasks[index + 1]?.pointer) || end;
    case 'exit':
      return end;
    case 'end':
      return role === 'workflow' ? end : `${id}/stop`;
    case 'task':
      return tasks.find(({ name }) => name === then.name)?.pointer ?? end;
    default:
      return assertNever(then, 'flow directive');
  }
}
