import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** One sentence: what is not there, and why. */
  readonly message: string;
  /** One thing to do about it. */
  readonly action?: ReactNode;
}

/** Stands where a list would be when there is nothing to list. */
export function EmptyState({ message, action }: EmptyStateProps) {
  return (
    <Flex direction="column" align="start" gap="3" py="4">
      <Text color="secondary">{message}</Text>
      {action}
    </Flex>
  );
}
