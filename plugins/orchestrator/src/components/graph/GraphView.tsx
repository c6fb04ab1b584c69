import { VisuallyHidden } from '@backstage/ui';
import type { WorkflowGraph } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  layoutGraph,
  type Box,
  type GraphLayout,
} from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { foldedAtFirst, ownersOf } from './folding';
import { GraphEdges } from './GraphEdges';
import { GraphNodeBox } from './GraphNodeBox';
import { GraphTools } from './GraphTools';
import styles from './GraphView.module.css';
import type { NodeLook, NodeLooks } from './NodeLook';
import { isTask, sizeOfNode } from './nodeText';
import { useGraphKeys } from './useGraphKeys';
import { useWindow } from './useWindow';

/** Props of {@link GraphView}. */
export interface GraphViewProps {
  readonly graph: WorkflowGraph;
  /** What a run has made of the tasks; absent where no run is shown. */
  readonly looks?: NodeLooks;
}

const unreached: NodeLook = {};

/**
 * A workflow as a picture: tasks in boxes, those that hold others around them. It depends on the definition alone, so it
 * never moves while a run goes on; what is far out of view is not drawn.
 */
export function GraphView({ graph, looks }: GraphViewProps) {
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [found, setFound] = useState<string>();
  const [folded, setFolded] = useState(() => foldedAtFirst(graph));
  const hasLooks = looks !== undefined;
  const layout = useMemo(
    () =>
      layoutGraph(graph, { collapsed: folded, sizeOf: sizeOfNode(hasLooks) }),
    [graph, folded, hasLooks],
  );
  const isInView = useWindow(frame, layout, zoom);
  const owners = useMemo(
    () => new Set(graph.containers.map(({ owner }) => owner)),
    [graph],
  );
  const lookOf = (id: string) => looks && (looks.get(id) ?? unreached);
  const isFaint = (id: string) => hasLooks && !isReached(id, looks);

  const taskBoxes = useMemo(() => boxesOfTasks(graph, layout), [graph, layout]);
  const toggle = (id: string) => setFolded(ids => toggled(ids, id));
  const keys = useGraphKeys(frame, taskBoxes, id => {
    if (owners.has(id)) toggle(id);
  });
  const find = (text: string) => {
    const wanted = text.trim().toLowerCase();
    const hit = wanted ? nextHit(graph, wanted, found) : undefined;
    setFound(hit);
    if (hit === undefined) return wanted === '';
    const around = ownersOf(graph, hit);
    setFolded(ids => new Set([...ids].filter(id => !around.includes(id))));
    return true;
  };
  useEffect(() => {
    const box = found === undefined ? undefined : layout.boxes.get(found);
    if (box && frame.current) bringIntoView(frame.current, box, zoom);
  }, [found, layout, zoom]);
  const fit = () => {
    const width = frame.current?.clientWidth ?? layout.width;
    setZoom(Math.max(0.3, Math.min(1, width / layout.width)));
  };

  return (
    <div className={styles.graph}>
      <VisuallyHidden id={hintId}>
        Arrow keys move between the tasks, Enter opens one.
      </VisuallyHidden>
      <GraphTools zoom={zoom} onZoom={setZoom} onFit={fit} onFind={find} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its nodes have the focus, it hears their keys */}
      <div
        className={styles.frame}
        ref={frame}
        role="group"
        aria-label="Graph of the tasks"
        aria-describedby={hintId}
        onKeyDown={keys.onKeyDown}
        data-testid="wf-graph"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <div
          style={{ width: layout.width * zoom, height: layout.height * zoom }}
        >
          <div
            className={styles.canvas}
            style={{
              width: layout.width,
              height: layout.height,
              transform: `scale(${zoom})`,
            }}
          >
            {graph.containers.map(({ id, label, role, owner }) => {
              const box = layout.boxes.get(id);
              if (!box || owner === undefined || !isInView(box)) return null;
              return (
                <div
                  key={id}
                  className={styles.lane}
                  data-role={role}
                  style={{
                    left: box.x,
                    top: box.y,
                    width: box.width,
                    height: box.height,
                  }}
                >
                  {label}
                </div>
              );
            })}
            <GraphEdges
              edges={graph.edges.filter(({ id }) => {
                const route = layout.routes.get(id);
                return route?.points.some(point =>
                  isInView({ ...point, width: 0, height: 0 }),
                );
              })}
              layout={layout}
              isFaint={isFaint}
            />
            {graph.nodes.map(node => {
              const box = layout.boxes.get(node.id);
              const isDrawn = node.id === keys.active || (box && isInView(box));
              if (!box || !isDrawn) return null;
              return (
                <GraphNodeBox
                  key={node.id}
                  node={node}
                  box={box}
                  look={lookOf(node.id)}
                  isOpen={
                    owners.has(node.id) ? !folded.has(node.id) : undefined
                  }
                  isFound={node.id === found}
                  onToggle={toggle}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

/** The boxes of the tasks that are shown, in the order of the definition. */
function boxesOfTasks(
  { nodes }: WorkflowGraph,
  { boxes }: GraphLayout,
): ReadonlyMap<string, Box> {
  return new Map(
    nodes.filter(isTask).flatMap(({ id }) => {
      const box = boxes.get(id);
      return box ? [[id, box] as const] : [];
    }),
  );
}

/** Scrolls a box to the upper third. */
function bringIntoView(frame: HTMLElement, { x, y }: Box, zoom: number) {
  frame.scrollTop = y * zoom - frame.clientHeight / 3;
  frame.scrollLeft = x * zoom - frame.clientWidth / 3;
}

/** A point is reached as soon as anything of a run is known: it stands for no work. */
function isReached(id: string, looks: NodeLooks): boolean {
  return looks.get(id)?.status !== undefined || /\/(start|end|stop)$/.test(id);
}

/** The next task whose name has the text, after the one that was found last. */
function nextHit(
  { nodes }: WorkflowGraph,
  text: string,
  after: string | undefined,
): string | undefined {
  const hits = nodes.filter(
    node => isTask(node) && node.title.toLowerCase().includes(text),
  );
  const index = hits.findIndex(({ id }) => id === after);
  return hits[(index + 1) % hits.length]?.id;
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
