import { Flex, Switch } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { diffRows, type DiffRow } from './diffRows';
import styles from './TextDiff.module.css';

/** Props of {@link TextDiff}. */
export interface TextDiffProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts as one, with what has gone and what has come. */
export function TextDiff({ before, after }: TextDiffProps) {
  const [wantsAll, setWantsAll] = useState(false);
  const rows = useMemo(
    () => diffRows(before, after, wantsAll),
    [before, after, wantsAll],
  );
  return (
    <Flex direction="column" gap="3">
      <Switch
        label="Show all lines"
        isSelected={wantsAll}
        onChange={setWantsAll}
      />
      <ol
        className={styles.diff}
        aria-label="Changed lines"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {rows.map(row => (
          <Row key={keyOf(row)} row={row} />
        ))}
      </ol>
    </Flex>
  );
}

function Row({ row }: { readonly row: DiffRow }) {
  if (row.kind === 'omitted') {
    const lines = row.count === 1 ? 'line is' : 'lines are';
    return (
      <li className={styles.omitted}>{`${row.count} ${lines} the same`}</li>
    );
  }
  const { kind, text, before, after } = row;
  return (
    <li className={styles.line} data-kind={kind}>
      <span className={styles.number}>{before}</span>
      <span className={styles.number}>{after}</span>
      <span className={styles.sign}>{signs[kind]}</span>
      {kind === 'added' && <ins>{text}</ins>}
      {kind === 'removed' && <del>{text}</del>}
      {kind === 'same' && <span>{text}</span>}
    </li>
  );
}

const signs = { same: '', added: '+', removed: '−' };

function keyOf(row: DiffRow): string {
  return row.kind === 'omitted' ? row.key : `${row.before} ${row.after}`;
}
