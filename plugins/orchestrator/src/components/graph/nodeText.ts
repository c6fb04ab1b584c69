import type { GraphNode } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Size } from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';

const WIDTH = 232;
const HEAD_HEIGHT = 52;
const LINE_HEIGHT = 18;
const POINT: Size = { width: 14, height: 14 };

/** Whether a node is a task, not a point where a list begins or ends. */
export function isTask({ title }: Pick<GraphNode, 'title'>): boolean {
  return title !== '';
}

/** What holds for a task besides what it does: when it runs, how it is tried again, how long it may take. */
export function termsOf(
  node: Pick<GraphNode, 'condition' | 'retry' | 'timeout'>,
): readonly string[] {
  return [
    node.condition && `if ${node.condition}`,
    node.retry && `retry: ${node.retry}`,
    node.timeout && `within ${node.timeout}`,
  ].flatMap(term => term || []);
}

/** How large a node is drawn, with room for a line of what the run says if there is one. */
export function sizeOfNode(hasStatus: boolean) {
  return (node: Omit<GraphNode, 'extensions'>): Size => {
    if (!isTask(node)) return POINT;
    const lines = termsOf(node).length + (hasStatus ? 1.5 : 0);
    return {
      width: WIDTH,
      height: HEAD_HEIGHT + Math.ceil(lines * LINE_HEIGHT),
    };
  };
}
