import type { Box } from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { nearestNode, type Direction } from './nearestNode';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** How a graph is gone through by keyboard. */
export interface GraphKeys {
  /** The node that has the focus, which is drawn wherever it is. */
  readonly active?: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Moves the focus between the tasks of a graph by arrow keys. Enter follows a task's link, or else opens and closes what it holds.
 *
 * @param frame - what the nodes are drawn in, each with its id as `data-task`
 * @param boxes - of the tasks that can be reached, in the order of the definition
 */
export function useGraphKeys(
  frame: RefObject<HTMLElement>,
  boxes: ReadonlyMap<string, Box>,
  onToggle: (id: string) => void,
): GraphKeys {
  const [active, setActive] = useState<string>();
  useEffect(() => {
    if (active !== undefined) elementOf(frame.current, active)?.focus();
  }, [frame, active]);

  const move = (from: string | undefined, direction: Direction) => {
    if (from === undefined) return startOf(frame.current, boxes);
    return nearestNode(boxes, from, direction);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const direction = directions[event.key];
    const at = nodeOf(event.target);
    if (direction) {
      event.preventDefault();
      setActive(move(at?.dataset.task, direction) ?? at?.dataset.task);
    } else if (event.key === 'Enter' && at && at === event.target) {
      const link = at.querySelector('a');
      if (link) link.click();
      else onToggle(at.dataset.task ?? '');
    }
  };
  return { active, onKeyDown };
}

/** The node that something is in. */
function nodeOf(target: EventTarget): HTMLElement | undefined {
  const node =
    target instanceof HTMLElement && target.closest<HTMLElement>('[data-task]');
  return node || undefined;
}

/** Where one begins: at the task that is selected, else at the first. */
function startOf(
  frame: HTMLElement | null,
  boxes: ReadonlyMap<string, Box>,
): string | undefined {
  const selected = frame?.querySelector<HTMLElement>('[aria-current]');
  return selected?.dataset.task ?? boxes.keys().next().value;
}

function elementOf(frame: HTMLElement | null, id: string) {
  const nodes = frame?.querySelectorAll<HTMLElement>('[data-task]') ?? [];
  return [...nodes].find(({ dataset }) => dataset.task === id);
}
