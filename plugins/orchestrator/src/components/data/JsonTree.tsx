import { Button } from '@backstage/ui';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import styles from './JsonTree.module.css';

const OPEN_DEPTH = 2;
const PAGE_SIZE = 100;
const LONG_TEXT = 500;

/** Props of {@link JsonTree}. */
export interface JsonTreeProps {
  readonly value: Json;
}

/** A JSON value that can be opened level by level; long lists and texts come in parts. */
export function JsonTree({ value }: JsonTreeProps) {
  return (
    <div className={styles.tree}>
      <JsonNode value={value} depth={0} />
    </div>
  );
}

interface JsonNodeProps {
  /** Property name or array index; absent at the root. */
  readonly name?: string;
  readonly value: Json;
  readonly depth: number;
}

function JsonNode({ name, value, depth }: JsonNodeProps) {
  const label = name !== undefined && (
    <span className={styles.name}>{name}: </span>
  );
  if (typeof value !== 'object' || value === null) {
    return (
      <div>
        {label}
        <Scalar value={value} />
      </div>
    );
  }
  const entries = Object.entries<Json>(value);
  if (entries.length === 0) {
    return (
      <div>
        {label}
        <span className={styles.hint}>
          {Array.isArray(value) ? '[]' : '{}'}
        </span>
      </div>
    );
  }
  return (
    <details open={depth < OPEN_DEPTH}>
      <summary>
        {label}
        <span className={styles.hint}>{sizeText(value, entries.length)}</span>
      </summary>
      <Entries entries={entries} depth={depth + 1} />
    </details>
  );
}

interface EntriesProps {
  readonly entries: readonly (readonly [string, Json])[];
  readonly depth: number;
}

function Entries({ entries, depth }: EntriesProps) {
  const [limit, setLimit] = useState(PAGE_SIZE);
  return (
    <div className={styles.children}>
      {entries.slice(0, limit).map(([name, value]) => (
        <JsonNode key={name} name={name} value={value} depth={depth} />
      ))}
      {entries.length > limit && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setLimit(limit + PAGE_SIZE)}
        >
          {`Show more: ${entries.length - limit} left`}
        </Button>
      )}
    </div>
  );
}

function Scalar({
  value,
}: {
  readonly value: string | number | boolean | null;
}) {
  const [isWhole, setWhole] = useState(false);
  if (typeof value !== 'string') {
    return <span className={styles.scalar}>{String(value)}</span>;
  }
  const isCut = value.length > LONG_TEXT && !isWhole;
  return (
    <>
      <span className={styles.text}>
        {JSON.stringify(isCut ? `${value.slice(0, LONG_TEXT)}…` : value)}
      </span>
      {isCut && (
        <Button size="small" variant="tertiary" onPress={() => setWhole(true)}>
          {`Show all ${value.length} characters`}
        </Button>
      )}
    </>
  );
}

function sizeText(value: Json, size: number): string {
  const unit = Array.isArray(value) ? 'item' : 'field';
  return `${size} ${unit}${size === 1 ? '' : 's'}`;
}
