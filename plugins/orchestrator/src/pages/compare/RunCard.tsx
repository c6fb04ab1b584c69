import { Flex, Link, Select, Text } from '@backstage/ui';
import type { InstanceSummary } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { StatusLabel } from '../../components/status/StatusLabel';
import { statusPresentation } from '../../components/status/statusPresentation';
import { ElapsedTime } from '../../components/time/ElapsedTime';
import { formatTime } from '../../components/time/formatTime';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useTimeStyle } from '../../components/time/useTimeStyle';
import { useLinks } from '../../useLinks';

/** Props of {@link RunCard}. */
export interface RunCardProps {
  /** "First run" or "Second run". */
  readonly title: string;
  /** Empty as long as none is chosen. */
  readonly id: string;
  /** What is known of it, once it is known. */
  readonly run?: InstanceSummary;
  readonly choices: readonly InstanceSummary[];
  readonly onChoose: (id: string) => void;
}

/** One of two runs: which it is, and how it went. */
export function RunCard(props: RunCardProps) {
  const { title, id, run, choices, onChoose } = props;
  const [style] = useTimeStyle();
  return (
    <Section title={title}>
      <Flex direction="column" gap="3">
        <Select
          label="Which run"
          placeholder="Choose a run"
          options={optionsOf(choices, id, time => formatTime(time, style))}
          selectedKey={id || null}
          onSelectionChange={key => key && onChoose(String(key))}
        />
        {run ? <RunFacts run={run} /> : <Text color="secondary">–</Text>}
      </Flex>
    </Section>
  );
}

function RunFacts({ run }: { readonly run: InstanceSummary }) {
  const links = useLinks();
  const { id, workflow, status, createdAt, startedAt, endedAt } = run;
  return (
    <Facts
      facts={[
        { label: 'Status', value: <StatusLabel status={status} /> },
        { label: 'Id', value: <Link href={links.instance(id)}>{id}</Link> },
        { label: 'Workflow', value: `${workflow.id} ${workflow.version}` },
        { label: 'Started', value: <RelativeTime time={createdAt} /> },
        {
          label: 'Took',
          value: (
            <ElapsedTime start={startedAt ?? createdAt} end={endedAt} isLive />
          ),
        },
      ]}
    />
  );
}

/** A run of the address stays selectable also when it is not among the newest. */
function optionsOf(
  runs: readonly InstanceSummary[],
  chosen: string,
  written: (time: string) => string,
) {
  const options = runs.map(({ id, status, createdAt }) => ({
    id,
    label: `${statusPresentation[status].label}, ${written(createdAt)}`,
  }));
  const isKnown = chosen === '' || options.some(({ id }) => id === chosen);
  return isKnown ? options : [{ id: chosen, label: chosen }, ...options];
}
