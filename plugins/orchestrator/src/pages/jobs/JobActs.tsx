import { Text } from '@backstage/ui';
import { RiPauseLine, RiPlayLine, RiStopCircleLine } from '@remixicon/react';
import type { Job } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useQuery } from '@tanstack/react-query';
import { useJobActs } from '../../api/jobQueries';
import { ActButton } from '../../components/acts/ActButton';
import { BulkButton } from '../../components/instances/BulkButton';
import { hasJobEnded } from './jobWords';

/** Props of {@link JobActs}. */
export interface JobActsProps {
  readonly job: Job;
}

const noRequest = {};
const plain = { request: noRequest, hasReason: false };

/** What can be done with a job as it stands. */
export function JobActs({ job }: JobActsProps) {
  if (hasJobEnded(job)) return <AgainButton job={job} />;
  return (
    <>
      {job.status === 'paused' ? (
        <ResumeButton jobId={job.id} />
      ) : (
        <PauseButton jobId={job.id} />
      )}
      <CancelButton jobId={job.id} />
    </>
  );
}

interface JobIdProps {
  readonly jobId: string;
}

function PauseButton({ jobId }: JobIdProps) {
  return (
    <ActButton
      {...plain}
      key="pause"
      label="Pause"
      icon={<RiPauseLine aria-hidden="true" />}
      title="Pause this job?"
      confirmLabel="Pause job"
      failure="The job could not be paused"
      act={useJobActs(jobId).pause}
    >
      <Text as="p">
        It acts on no further run until it is resumed. What it has asked for
        already still happens.
      </Text>
    </ActButton>
  );
}

function ResumeButton({ jobId }: JobIdProps) {
  return (
    <ActButton
      {...plain}
      key="resume"
      label="Resume"
      variant="primary"
      icon={<RiPlayLine aria-hidden="true" />}
      title="Resume this job?"
      confirmLabel="Resume job"
      failure="The job could not be resumed"
      act={useJobActs(jobId).resume}
    >
      <Text as="p">It goes on with the runs that are left.</Text>
    </ActButton>
  );
}

function CancelButton({ jobId }: JobIdProps) {
  return (
    <ActButton
      {...plain}
      label="Cancel"
      isDestructive
      icon={<RiStopCircleLine aria-hidden="true" />}
      title="Cancel this job?"
      confirmLabel="Cancel job"
      keepLabel="Keep it"
      failure="The job could not be cancelled"
      act={useJobActs(jobId).cancel}
    >
      <Text as="p">
        Runs that it has not acted on are left alone. What it has asked for
        already still happens.
      </Text>
    </ActButton>
  );
}

/** Does the same once more with the runs of which it has failed. Nothing when there are none. */
function AgainButton({ job }: JobActsProps) {
  const { id, failed, action } = job;
  const acts = useJobActs(id);
  const ids = useQuery({
    queryKey: ['failedInstances', id, failed],
    queryFn: () => acts.instancesWith('failed'),
    enabled: failed > 0,
  });
  if (failed === 0 || !ids.data) return null;
  return (
    <BulkButton
      action={action}
      query={{ ids: ids.data }}
      label="Try the failed ones again"
    />
  );
}
