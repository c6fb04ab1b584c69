import { Flex, VisuallyHidden } from '@backstage/ui';
import { Loading } from '../../components/feedback/Loading';

/** Stands for the instance page until its first state is there. */
export function InstanceSkeleton() {
  return (
    <Flex direction="column" gap="4" aria-busy="true">
      <VisuallyHidden role="status">Loading the instance</VisuallyHidden>
      <Loading width={280} height={32} />
      <Loading width={480} height={20} />
      <Loading height={240} />
    </Flex>
  );
}
