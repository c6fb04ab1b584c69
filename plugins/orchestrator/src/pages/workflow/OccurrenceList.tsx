import { Flex, Link, Text } from '@backstage/ui';
import type {
  Occurrence,
  Trigger,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ReactNode } from 'react';
import { useOccurrences } from '../../api/triggerQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { StatusLabel } from '../../components/status/StatusLabel';
import { AbsoluteTime } from '../../components/time/AbsoluteTime';
import { clockElsewhere } from '../../components/time/formatTime';
import { useTimeStyle } from '../../components/time/useTimeStyle';
import { useLinks } from '../../useLinks';

/** Props of {@link OccurrenceList}. */
export interface OccurrenceListProps {
  readonly trigger: Trigger;
}

const SHOWN_AHEAD = 5;

/** The next times of a trigger, and what has become of the last ones. */
export function OccurrenceList({ trigger }: OccurrenceListProps) {
  const { data, error, refetch } = useOccurrences(trigger.id);
  if (error) {
    return (
      <ErrorAlert
        title="Its times could not be loaded"
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) return <Loading height={80} />;
  return (
    <Flex direction="column" gap="4">
      {trigger.enabled && data.upcoming.length > 0 && (
        <TimeList title="Next times">
          {data.upcoming.slice(0, SHOWN_AHEAD).map(time => (
            <li key={time}>
              <DueTime time={time} timeZone={trigger.timeZone} />
            </li>
          ))}
        </TimeList>
      )}
      <TimeList title="Last times">
        {data.items.map(occurrence => (
          <li key={`${occurrence.at} ${occurrence.instanceId}`}>
            <PastTime occurrence={occurrence} timeZone={trigger.timeZone} />
          </li>
        ))}
        {data.items.length === 0 && (
          <li>
            <Text color="secondary">It was not due yet.</Text>
          </li>
        )}
      </TimeList>
    </Flex>
  );
}

function TimeList(props: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Flex direction="column" gap="1">
      <Text as="h4" weight="bold">
        {props.title}
      </Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {props.children}
      </ul>
    </Flex>
  );
}

interface DueTimeProps {
  readonly time: string;
  /** In which the trigger is due, if it names one. */
  readonly timeZone?: string;
}

/** A moment by the reader's clock, and by that of the trigger where it shows another time. */
function DueTime({ time, timeZone }: DueTimeProps) {
  const [style] = useTimeStyle();
  const there = timeZone && clockElsewhere(time, style, timeZone);
  return (
    <Text>
      <AbsoluteTime time={time} />
      {there && `, ${there} in ${timeZone}`}
    </Text>
  );
}

interface PastTimeProps extends Pick<DueTimeProps, 'timeZone'> {
  readonly occurrence: Occurrence;
}

function PastTime({ occurrence, timeZone }: PastTimeProps) {
  const { at, instanceId, status, skipped } = occurrence;
  const links = useLinks();
  return (
    <Flex align="center" gap="3" py="1" style={{ flexWrap: 'wrap' }}>
      <DueTime time={at} timeZone={timeZone} />
      {status && <StatusLabel status={status} />}
      {instanceId && <Link href={links.instance(instanceId)}>run</Link>}
      {skipped && (
        <Text color="secondary">{`nothing started: ${skipped}`}</Text>
      )}
    </Flex>
  );
}
