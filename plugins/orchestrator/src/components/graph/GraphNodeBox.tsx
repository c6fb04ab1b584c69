import { ButtonIcon } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { GraphNode } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Box } from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';
import { Link } from 'react-router-dom';
import { StatusLabel } from '../status/StatusLabel';
import { statusPresentation } from '../status/statusPresentation';
import styles from './GraphView.module.css';
import type { NodeLook } from './NodeLook';
import { isTask, termsOf } from './nodeText';

/** Props of {@link GraphNodeBox}. */
export interface GraphNodeBoxProps {
  readonly node: GraphNode;
  readonly box: Box;
  /** Absent where no run is shown. */
  readonly look?: NodeLook;
  /** Whether what it holds is shown; absent when it holds nothing. */
  readonly isOpen?: boolean;
  readonly isFound: boolean;
  readonly onToggle: (id: string) => void;
}

/** A task of the graph, or a point where a list begins or ends. */
export function GraphNodeBox(props: GraphNodeBoxProps) {
  const { node, box, look, isOpen } = props;
  const place = { left: box.x, top: box.y, width: box.width };
  if (!isTask(node)) {
    return (
      <span
        className={styles.point}
        data-kind={node.kind}
        style={{ ...place, height: box.height }}
        aria-hidden="true"
      />
    );
  }
  return (
    <div
      className={styles.node}
      style={{ ...place, height: box.height }}
      role="group"
      aria-label={nameOf(node, look)}
      tabIndex={-1}
      data-testid="wf-node"
      data-task={node.id}
      data-status={look?.status}
      data-open={isOpen || undefined}
      data-faint={(look && !look.status) || undefined}
      data-found={props.isFound || undefined}
      aria-current={look?.isSelected || undefined}
    >
      <span className={styles.head}>
        {isOpen !== undefined && (
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={`${isOpen ? 'Close' : 'Open'} ${node.title}`}
            aria-expanded={isOpen}
            icon={isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
            onPress={() => props.onToggle(node.id)}
          />
        )}
        <NodeName node={node} look={look} />
        {isOpen && look?.status && <StatusLabel status={look.status} />}
      </span>
      {!isOpen && <NodeDetails node={node} look={look} />}
    </div>
  );
}

/** What a screen reader says of a task: `charge, call, Failed`. */
function nameOf({ title, kind }: GraphNode, look: NodeLook | undefined) {
  const standing = look?.status && statusPresentation[look.status].label;
  return [title, kind, standing].filter(Boolean).join(', ');
}

type NodePartProps = Pick<GraphNodeBoxProps, 'node' | 'look'>;

function NodeName({ node, look }: NodePartProps) {
  const name = look?.href ? (
    <Link to={look.href} className={styles.title} title={node.title}>
      {node.title}
    </Link>
  ) : (
    <span className={styles.title} title={node.title}>
      {node.title}
    </span>
  );
  return (
    <>
      {name}
      <span className={styles.kind}>{node.kind}</span>
    </>
  );
}

function NodeDetails({ node, look }: NodePartProps) {
  const lines = [node.summary ?? '', ...termsOf(node)];
  return (
    <>
      {lines.map(line => (
        <span key={line} className={styles.line} title={line}>
          {line}
        </span>
      ))}
      {look && (
        <span className={styles.standing}>
          {look.status ? (
            <StatusLabel status={look.status} />
          ) : (
            <span className={styles.line}>not reached</span>
          )}
          <span className={styles.line}>{look.note}</span>
        </span>
      )}
    </>
  );
}
