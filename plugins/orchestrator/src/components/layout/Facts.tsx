import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A named fact; without a value it is left out. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Props of {@link Facts}. */
export interface FactsProps {
  readonly facts: readonly Fact[];
}

/** Named facts below each other. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.list}>
      {facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label} className={styles.fact}>
            <dt>
              <Text color="secondary">{label}</Text>
            </dt>
            <dd>
              <Text as="div">{value}</Text>
            </dd>
          </div>
        ))}
    </dl>
  );
}
