import type { GraphEdge } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  GraphLayout,
  Point,
} from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';
import { useId } from 'react';
import styles from './GraphView.module.css';

/** Props of {@link GraphEdges}. */
export interface GraphEdgesProps {
  readonly edges: readonly GraphEdge[];
  readonly layout: GraphLayout;
  /** Whether the flow has not come to this node. */
  readonly isFaint: (nodeId: string) => boolean;
}

const CORNER = 6;

/** The ways between the tasks, with what they are taken for. */
export function GraphEdges({ edges, layout, isFaint }: GraphEdgesProps) {
  const arrow = useId();
  const drawn = edges.flatMap(edge => {
    const route = layout.routes.get(edge.id);
    return route ? { edge, route } : [];
  });
  return (
    <>
      <svg
        className={styles.edges}
        width={layout.width}
        height={layout.height}
        aria-hidden="true"
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L8 4 L0 8 Z" className={styles.arrow} />
          </marker>
        </defs>
        {drawn.map(({ edge, route }) => (
          <path
            key={edge.id}
            className={styles.edge}
            data-kind={edge.kind}
            data-faint={isFaint(edge.to) || undefined}
            d={pathThrough(route.points)}
            markerEnd={`url(#${arrow})`}
          />
        ))}
      </svg>
      {drawn.map(
        ({ edge: { id, label }, route }) =>
          label &&
          route.label && (
            <span
              key={id}
              className={styles.edgeLabel}
              title={label}
              style={{
                left: route.label.x,
                top: route.label.y,
                width: route.label.width,
                height: route.label.height,
              }}
            >
              {label}
            </span>
          ),
      )}
    </>
  );
}

/** Level and upright lines through the points, their corners rounded. */
function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const steps = rest.map((point, index) => {
    const after = rest[index + 1];
    if (!after) return `L${point.x} ${point.y}`;
    const before = towards(point, points[index], CORNER);
    const beyond = towards(point, after, CORNER);
    return `L${before.x} ${before.y} Q${point.x} ${point.y} ${beyond.x} ${beyond.y}`;
  });
  return `M${first.x} ${first.y} ${steps.join(' ')}`;
}

/** The point at a distance from another on the way to a third, at most half of that way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  };
}
