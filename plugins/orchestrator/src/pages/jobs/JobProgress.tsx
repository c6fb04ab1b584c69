import { Flex, Text } from '@backstage/ui';
import type { Job } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { personName } from '../../components/personName';
import { ToneLabel } from '../../components/status/ToneLabel';
import { ElapsedTime } from '../../components/time/ElapsedTime';
import { RelativeTime } from '../../components/time/RelativeTime';
import styles from './JobProgress.module.css';
import { jobCounts, jobLooks } from './jobWords';

/** Props of {@link JobProgress}. */
export interface JobProgressProps {
  readonly job: Job;
}

const parts = ['succeeded', 'skipped', 'failed'] as const;

/** How far a job has come, and whose it is. */
export function JobProgress({ job }: JobProgressProps) {
  const { status, createdAt, createdBy, endedAt } = job;
  return (
    <Section title="Progress">
      <Flex direction="column" gap="4">
        <ProgressBar job={job} />
        <Facts
          facts={[
            {
              label: 'Status',
              value: <ToneLabel status={status} look={jobLooks[status]} />,
            },
            {
              label: 'Started',
              value: (
                <>
                  <RelativeTime time={createdAt} /> by {personName(createdBy)}
                </>
              ),
            },
            {
              label: 'Took',
              value: endedAt && (
                <ElapsedTime start={createdAt} end={endedAt} isLive={false} />
              ),
            },
          ]}
        />
      </Flex>
    </Section>
  );
}

function ProgressBar({ job }: JobProgressProps) {
  const { total, pending } = job;
  const percent = total === 0 ? 100 : (100 * (total - pending)) / total;
  const counts = jobCounts(job);
  return (
    <Flex direction="column" gap="2">
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Progress of the job"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(percent)}
        aria-valuetext={counts}
      >
        {parts.map(part => (
          <span
            key={part}
            className={styles.part}
            data-outcome={part}
            style={{ flexGrow: job[part] }}
          />
        ))}
        <span style={{ flexGrow: pending }} />
      </div>
      <Text>{counts || 'Nothing to do'}</Text>
    </Flex>
  );
}
