import type { TreeNode } from './taskTree';

/** How many children of one node are shown at a time. */
export const PAGE_SIZE = 50;

/** What the person has opened, closed and asked more of. */
export interface TreeView {
  /** Keys of nodes that are not as they are by default. */
  readonly toggled: ReadonlySet<string>;
  /** How many children of a node to show, where that is not {@link PAGE_SIZE}. */
  readonly limits: ReadonlyMap<string, number>;
}

/** A row of the table: a node, or the offer to show more children of one. */
export type VisibleRow =
  | {
      readonly kind: 'node';
      readonly node: TreeNode;
      readonly depth: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'more';
      readonly key: string;
      readonly parent: string;
      readonly depth: number;
      readonly shown: number;
      readonly total: number;
    };

const ROOT = '';

/** The rows to draw: loops and their passes are closed at first, everything else is open. */
export function visibleRows(
  nodes: readonly TreeNode[],
  view: TreeView,
  depth = 0,
  parent = ROOT,
): readonly VisibleRow[] {
  const limit = view.limits.get(parent) ?? PAGE_SIZE;
  const rows = nodes.slice(0, limit).flatMap(node => {
    const isOpen = isOpenByDefault(node) !== view.toggled.has(node.key);
    const row: VisibleRow = { kind: 'node', node, depth, isOpen };
    if (!isOpen) return [row];
    return [row, ...visibleRows(node.children, view, depth + 1, node.key)];
  });
  if (nodes.length <= limit) return rows;
  const more: VisibleRow = {
    kind: 'more',
    key: `${parent}#more`,
    parent,
    depth,
    shown: limit,
    total: nodes.length,
  };
  return [...rows, more];
}

function isOpenByDefault(node: TreeNode): boolean {
  return node.kind === 'task' && node.task.kind !== 'for';
}
