import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';

/** Stands for the instance page until its first state is there. */
export function InstanceSkeleton() {
  return (
    <Flex direction="column" gap="4" aria-busy="true">
      <VisuallyHidden role="status">Loading the instance</VisuallyHidden>
      <Skeleton width={280} height={32} />
      <Skeleton width={480} height={20} />
      <Skeleton height={240} />
    </Flex>
  );
}
