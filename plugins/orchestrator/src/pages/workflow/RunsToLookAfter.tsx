import { Flex, Link, Text } from '@backstage/ui';
import type { InstanceSummary } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useRunsToLookAfter } from '../../api/queries';
import { Section } from '../../components/layout/Section';
import { StatusLabel } from '../../components/status/StatusLabel';
import { formatTimesIn } from '../../components/time/formatTime';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useTimeStyle } from '../../components/time/useTimeStyle';
import { useLinks } from '../../useLinks';

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

function RunLine({ run }: { readonly run: InstanceSummary }) {
  const links = useLinks();
  const [style] = useTimeStyle();
  const why = run.because || run.error?.detail || run.error?.title || '';
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      <StatusLabel status={run.status} />
      <Link href={links.instance(run.id)}>
        <RelativeTime time={run.createdAt} />
      </Link>
      <Text
        color="secondary"
        truncate
        title={why}
        style={{ flex: '1 1 12rem', minWidth: 0 }}
      >
        {formatTimesIn(why, style)}
      </Text>
    </Flex>
  );
}
