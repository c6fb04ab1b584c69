import type {
  Box,
  GraphLayout,
} from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';
import { useEffect, useState, type RefObject } from 'react';

/** Below this many boxes everything is drawn. */
const FEW = 200;
/** How many pixels beyond the frame are drawn, too: room for a fast turn of the wheel. */
const MARGIN = 800;

/** Tells what of a layout is in view or near it, as the frame scrolls. */
export function useWindow(
  frame: RefObject<HTMLElement>,
  layout: GraphLayout,
  zoom: number,
): (box: Box) => boolean {
  const isLarge = layout.boxes.size > FEW;
  const [view, setView] = useState<Box>({ x: 0, y: 0, width: 1, height: 800 });
  useEffect(() => {
    const element = frame.current;
    if (!element || !isLarge) return undefined;
    const look = () => setView(viewOf(element, zoom));
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [frame, isLarge, zoom, layout]);
  if (!isLarge) return () => true;
  const top = view.y - MARGIN;
  const bottom = view.y + view.height + MARGIN;
  return ({ y, height }) => y + height >= top && y <= bottom;
}

function viewOf(element: HTMLElement, zoom: number): Box {
  return {
    x: element.scrollLeft / zoom,
    y: element.scrollTop / zoom,
    width: element.clientWidth / zoom,
    height: element.clientHeight / zoom,
  };
}
