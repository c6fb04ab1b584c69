import { RiPauseLine, RiPlayLine, RiStopCircleLine } from '@remixicon/react';
import type { Job } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useQuery } from '@tanstack/react-query';
import { useJobActs } from '../../api/jobQueries';
import { PlainActButton } from '../../components/acts/PlainActButton';
import { BulkButton } from '../../components/instances/BulkButton';
import { hasJobEnded } from './jobWords';

/** Props of {@link JobActs}. */
export interface JobActsProps {
  readonly job: Job;
}

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
    <PlainActButton
      hasReason={false}
      key="pause"
      label="Pause"
      icon={<RiPauseLine aria-hidden="true" />}
      title="Pause this job?"
      confirmLabel="Pause job"
      failure="The job could not be paused"
      act={useJobActs(jobId).pause}
      consequence="It acts on no further run until it is resumed. What it has asked for already still happens."
    />
  );
}

function ResumeButton({ jobId }: JobIdProps) {
  return (
    <PlainActButton
      hasReason={false}
      key="resume"
      label="Resume"
      variant="primary"
      icon={<RiPlayLine aria-hidden="true" />}
      title="Resume this job?"
      confirmLabel="Resume job"
      failure="The job could not be resumed"
      act={useJobActs(jobId).resume}
      consequence="It goes on with the runs that are left."
    />
  );
}

function CancelButton({ jobId }: JobIdProps) {
  return (
    <PlainActButton
      hasReason={false}
      label="Cancel"
      isDestructive
      icon={<RiStopCircleLine aria-hidden="true" />}
      title="Cancel this job?"
      confirmLabel="Cancel job"
      keepLabel="Keep it"
      failure="The job could not be cancelled"
      act={useJobActs(jobId).cancel}
      consequence="Runs that it has not acted on are left alone. What it has asked for already still happens."
    />
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
