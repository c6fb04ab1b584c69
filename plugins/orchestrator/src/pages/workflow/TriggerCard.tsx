import { Flex } from '@backstage/ui';
import { RiPauseLine, RiPlayLine, RiTimeLine } from '@remixicon/react';
import type { Trigger } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useNavigate } from 'react-router-dom';
import { useTriggerActs } from '../../api/triggerQueries';
import { PlainActButton } from '../../components/acts/PlainActButton';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useUseRefusal } from '../../components/useUseRefusal';
import { useLinks } from '../../useLinks';
import { OccurrenceList } from './OccurrenceList';

/** Props of {@link TriggerCard}. */
export interface TriggerCardProps {
  readonly trigger: Trigger;
}

/** By the kind of the trigger. */
const titles: Readonly<Record<string, string>> = {
  cron: 'At the times of a cron expression',
  every: 'At regular intervals',
  after: 'Some time after each end of a run',
  on: 'When events come',
};

/** When a workflow starts by itself, when it did, and the ways to pause that and to try it. */
export function TriggerCard({ trigger }: TriggerCardProps) {
  const { kind, expression, timeZone, enabled, nextAt } = trigger;
  return (
    <Section
      title={titles[kind] ?? kind}
      actions={<TriggerButtons trigger={trigger} />}
    >
      <Flex direction="column" gap="4">
        <Facts
          facts={[
            {
              label: 'When',
              value: expression && <code>{expression}</code>,
            },
            { label: 'Time zone', value: timeZone },
            { label: 'State', value: enabled ? 'On' : 'Paused' },
            {
              label: 'Next',
              value: enabled && nextAt ? <RelativeTime time={nextAt} /> : '–',
            },
          ]}
        />
        <OccurrenceList trigger={trigger} />
      </Flex>
    </Section>
  );
}

function TriggerButtons({ trigger }: TriggerCardProps) {
  const { id, enabled, workflowId } = trigger;
  const acts = useTriggerActs(id);
  const navigate = useNavigate();
  const links = useLinks();
  const common = {
    refusal: useUseRefusal(workflowId),
    hasReason: false,
  };
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      <PlainActButton
        {...common}
        label="Start now"
        icon={<RiTimeLine aria-hidden="true" />}
        title="Start it now, as if it were time?"
        confirmLabel="Start now"
        failure="It could not be started"
        act={async terms => {
          const { id: instanceId } = await acts.test(terms);
          navigate(links.instance(instanceId));
        }}
        consequence="A real run begins, in addition to those of the schedule."
      />
      {enabled ? (
        <PlainActButton
          {...common}
          key="pause"
          label="Pause"
          icon={<RiPauseLine aria-hidden="true" />}
          title="Pause this trigger?"
          confirmLabel="Pause"
          failure="It could not be paused"
          act={acts.pause}
          consequence="It starts nothing until it is resumed. Runs that have begun go on."
        />
      ) : (
        <PlainActButton
          {...common}
          key="resume"
          label="Resume"
          variant="primary"
          icon={<RiPlayLine aria-hidden="true" />}
          title="Resume this trigger?"
          confirmLabel="Resume"
          failure="It could not be resumed"
          act={acts.resume}
          consequence="It starts runs again from its next time on."
        />
      )}
    </Flex>
  );
}
