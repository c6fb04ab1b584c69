import { Flex, Link, Text } from '@backstage/ui';
import type { InstanceSummary } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useLinks } from '../../useLinks';
import { StatusLabel } from '../status/StatusLabel';
import { formatTimesIn } from '../time/formatTime';
import { RelativeTime } from '../time/RelativeTime';
import { useTimeStyle } from '../time/useTimeStyle';

/** Props of {@link RunLine}. */
export interface RunLineProps {
  readonly run: InstanceSummary;
  /** Whether it says which workflow it is of. */
  readonly isNamed?: boolean;
}

/** A run in a line: how it stands, since when, and why. */
export function RunLine({ run, isNamed = false }: RunLineProps) {
  const links = useLinks();
  const [style] = useTimeStyle();
  const why = run.because || run.error?.detail || run.error?.title || '';
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      <StatusLabel status={run.status} />
      <Link href={links.instance(run.id)}>
        {isNamed && `${run.workflow.id}, `}
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
