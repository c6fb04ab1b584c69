import { Flex, Link, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** Props of {@link NamedCell}. */
export interface NamedCellProps {
  readonly name: string;
  /** Where the name leads to, if anywhere. */
  readonly href?: string;
  /** What is to be said of it, below the name. */
  readonly children?: ReactNode;
}

/** What names a row of a table, as a link where there is a page of it. */
export function NamedCell({ name, href, children }: NamedCellProps) {
  return (
    <Flex direction="column" gap="0.5">
      {href === undefined ? (
        <Text>{name}</Text>
      ) : (
        <Link href={href}>{name}</Link>
      )}
      {typeof children === 'string' ? (
        <Text color="secondary">{children}</Text>
      ) : (
        children
      )}
    </Flex>
  );
}
