/**
 * Changes one task in the text of a definition.
 *
 * - Everything else keeps its order and its comments; YAML keeps its indentation, JSON stays JSON. Spacing is made even.
 * - A task's new name goes into the `then`s of its list that lead to it.
 * - Whether the result is a sound definition is not checked: parse it.
 */
import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  YAMLSeq,
  type Document,
  type YAMLMap,
} from 'yaml';
import { pointerKeys } from '../jsonPointer';
import type { Json } from '../language/WorkflowDefinition';
import { redirect } from './redirect';
import {
  TaskEditError,
  type CanvasPosition,
  type TaskEdit,
  type TaskText,
} from './TaskEdit';
import { writeText } from './writeText';

/**
 * See the module header.
 *
 * @throws {@link TaskEditError} there is no such task, list or place
 * @public
 */
export function editTask(text: string, edit: TaskEdit): string {
  const document = parseDocument(text);
  applyEdit(document, edit);
  return writeText(document, text);
}

function applyEdit(document: Document, edit: TaskEdit): void {
  switch (edit.kind) {
    case 'add':
      return addTask(document, edit);
    case 'change':
      return changeTask(document, edit);
    case 'move':
      return moveTask(document, edit);
    default:
      return removeTask(taskAt(document, edit.pointer));
  }
}

type EditOf<Kind extends TaskEdit['kind']> = Extract<TaskEdit, { kind: Kind }>;

function addTask(document: Document, edit: EditOf<'add'>): void {
  const { container, index, name, task, position } = edit;
  const list = listAt(document, container);
  const item = document.createNode({ [name]: task });
  if (position) place(document, item, name, position);
  insert(list, item, index ?? list.items.length, container);
}

function changeTask(document: Document, edit: EditOf<'change'>): void {
  const { item, list, name } = taskAt(document, edit.pointer);
  if (edit.task) replaceBody(document, item, name, edit.task);
  if (edit.position) place(document, item, name, edit.position);
  if (edit.name === undefined || edit.name === name) return;
  rename(item, name, edit.name);
  redirect(list, name, edit.name);
}

function moveTask(document: Document, edit: EditOf<'move'>): void {
  const { pointer, container, index } = edit;
  const found = taskAt(document, pointer);
  if (container.startsWith(`${pointer}/`)) {
    throw new TaskEditError(
      'no-place',
      container,
      `The task "${pointer}" cannot be moved into itself`,
    );
  }
  const list = listAt(document, container);
  removeTask(found);
  insert(list, found.item, index, container);
}

/** A task in its list. */
interface FoundTask {
  readonly list: YAMLSeq;
  /** `{name: task}` */
  readonly item: YAMLMap;
  readonly name: string;
}

function removeTask({ list, item }: FoundTask): void {
  list.items.splice(list.items.indexOf(item), 1);
}

function insert(
  list: YAMLSeq,
  item: unknown,
  index: number,
  container: string,
): void {
  if (index > list.items.length) {
    throw new TaskEditError(
      'no-place',
      container,
      `The list "${container}" has ${list.items.length} tasks; there is no place ${index} in it`,
    );
  }
  list.items.splice(index, 0, item);
}

/** Writes only what differs, so that comments on the rest stay. */
function replaceBody(
  document: Document,
  item: YAMLMap,
  name: string,
  task: TaskText,
): void {
  const body = item.get(name);
  if (!isMap(body)) {
    item.set(name, document.createNode(task));
    return;
  }
  const before: TaskText = body.toJS(document);
  for (const property of Object.keys(before)) {
    if (!Object.hasOwn(task, property)) body.delete(property);
  }
  for (const [property, value] of Object.entries(task)) {
    if (!isSame(before[property], value)) {
      body.set(property, document.createNode(value));
    }
  }
}

function isSame(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function place(
  document: Document,
  item: YAMLMap,
  name: string,
  { x, y }: CanvasPosition,
): void {
  const position = document.createNode({ x, y });
  position.flow = true;
  const metadata = item.getIn([name, 'metadata']);
  if (isMap(metadata)) metadata.set('canvas', position);
  else
    item.setIn([name, 'metadata'], document.createNode({ canvas: position }));
}

function rename(item: YAMLMap, from: string, to: string): void {
  for (const { key } of item.items) {
    if (isScalar(key) && key.value === from) key.value = to;
  }
}

/** @throws {@link TaskEditError} */
function taskAt(document: Document, pointer: string): FoundTask {
  const keys = pointerKeys(pointer);
  const name = keys.at(-1) ?? '';
  const list = nodeAt(document, keys.slice(0, -2));
  const item = nodeAt(document, keys.slice(0, -1));
  if (isSeq(list) && isMap(item) && item.has(name)) return { list, item, name };
  throw new TaskEditError(
    'no-task',
    pointer,
    `The definition has no task "${pointer}"`,
  );
}

/** @returns the list; a new one where the language has a place for one */
function listAt(document: Document, pointer: string): YAMLSeq {
  const keys = pointerKeys(pointer);
  const found = nodeAt(document, keys);
  if (isSeq(found)) return found;
  const owner = nodeAt(document, keys.slice(0, -1));
  if (found === undefined && keys.at(-1) === 'do' && isMap(owner)) {
    const list = new YAMLSeq(document.schema);
    owner.set('do', list);
    return list;
  }
  throw new TaskEditError(
    'no-place',
    pointer,
    `The definition has no list of tasks "${pointer}"`,
  );
}

function nodeAt(document: Document, keys: readonly string[]): unknown {
  return document.getIn(keys, true);
}
