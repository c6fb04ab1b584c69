import { Flex } from '@backstage/ui';
import { useRunsToLookAfter } from '../../api/queries';
import { RunLine } from '../../components/instances/RunLine';
import { Section } from '../../components/layout/Section';

/** Props of {@link RunsToLookAfter}. */
export interface RunsToLookAfterProps {
  readonly workflowId: string;
}

/** The newest runs that have failed, stand still or wait, each with why. Nothing when there are none. */
export function RunsToLookAfter({ workflowId }: RunsToLookAfterProps) {
  const { data } = useRunsToLookAfter(workflowId);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Needs attention">
      <Flex direction="column" gap="3">
        {data.items.map(run => (
          <RunLine key={run.id} run={run} />
        ))}
      </Flex>
    </Section>
  );
}
