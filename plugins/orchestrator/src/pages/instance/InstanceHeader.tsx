import { Flex, Link, Text, useBreakpoint } from '@backstage/ui';
import {
  isTerminal,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceConnection } from '@stagecraft/backstage-plugin-orchestrator-common/react';
import { useWorkflow } from '../../api/queries';
import { PageHeader } from '../../components/layout/PageHeader';
import { personName } from '../../components/personName';
import { statusPresentation } from '../../components/status/statusPresentation';
import { StatusLabel } from '../../components/status/StatusLabel';
import { ElapsedTime } from '../../components/time/ElapsedTime';
import { RelativeTime } from '../../components/time/RelativeTime';
import { formatTimesIn } from '../../components/time/formatTime';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { useTimeStyle } from '../../components/time/useTimeStyle';
import { useLinks } from '../../useLinks';
import { InstanceActs } from './acts/InstanceActs';
import styles from './InstanceHeader.module.css';
import { LiveChip } from './LiveChip';
import { INSTANCE_TABS, useInstanceSearch } from './useInstanceSearch';
import { whereAndWhy } from './whereAndWhy';

/** Props of {@link InstanceHeader}. */
export interface InstanceHeaderProps {
  readonly state: InstanceState;
  readonly connection: InstanceConnection;
  readonly isLive: boolean;
}

const tabLabels = {
  progress: 'Progress',
  graph: 'Graph',
  data: 'Data',
  log: 'Log',
  events: 'Events',
  related: 'Related',
};

/** What a tab has in the address that means nothing to the others. */
const elsewhere = {
  task: undefined,
  level: undefined,
  q: undefined,
  line: undefined,
};

/** Where a run stands, who started it, how long it took, and what can be done with it. */
export function InstanceHeader(props: InstanceHeaderProps) {
  const { state, connection, isLive } = props;
  const { tab, hrefOf } = useInstanceSearch();
  const { data: workflow } = useWorkflow(state.workflow.id);
  const isWide = useBreakpoint().up('lg');
  const title = workflow?.title ?? state.workflow.id;
  const isCurrent = isLive || isTerminal(state.status);
  return (
    <PageHeader
      title={title}
      tabTitle={
        isCurrent
          ? `${statusPresentation[state.status].label}: ${title}`
          : title
      }
      metadata={[
        { label: 'Status', value: <StandingLine state={state} /> },
        ...originOf(state),
        { label: 'Took', value: <TimeTaken state={state} isLive={isLive} /> },
        { label: 'Workflow', value: <WorkflowLink state={state} /> },
      ]}
      acts={
        <>
          <LiveChip connection={connection} />
          {isWide && <TimeSwitch />}
          <InstanceActs state={state} />
        </>
      }
      tabs={INSTANCE_TABS.map(id => ({
        id,
        label: tabLabels[id],
        href: hrefOf({ ...elsewhere, tab: id }),
      }))}
      activeTabId={tab}
    />
  );
}

function StandingLine({ state }: { readonly state: InstanceState }) {
  const [style] = useTimeStyle();
  const why = formatTimesIn(whereAndWhy(state), style);
  return (
    <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
      <StatusLabel status={state.status} />
      <span className={styles.why} title={why}>
        <Text>{why}</Text>
      </span>
    </Flex>
  );
}

function originOf({
  startedAt,
  createdAt,
  initiator,
  targetEntity,
}: InstanceState) {
  return [
    {
      label: 'Started',
      value: (
        <Text>
          <RelativeTime time={startedAt ?? createdAt} />
        </Text>
      ),
    },
    ...(initiator ? [{ label: 'By', value: personName(initiator) }] : []),
    ...(targetEntity ? [{ label: 'For', value: targetEntity }] : []),
  ];
}

function TimeTaken({ state, isLive }: Omit<InstanceHeaderProps, 'connection'>) {
  return (
    <Text>
      <ElapsedTime
        start={state.startedAt ?? state.createdAt}
        end={state.endedAt}
        isLive={isLive}
      />
    </Text>
  );
}

function WorkflowLink({ state }: { readonly state: InstanceState }) {
  const { id, version } = state.workflow;
  return (
    <Text>
      <Link href={useLinks().workflow(id)}>{id}</Link> {version}
    </Text>
  );
}
