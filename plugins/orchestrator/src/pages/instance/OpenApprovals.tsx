import type {
  InstanceState,
  TaskApproval,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useApproval } from '../../api/approvalQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { ApprovalCard } from '../approvals/ApprovalCard';

/** Props of {@link OpenApprovals}. */
export interface OpenApprovalsProps {
  readonly state: InstanceState;
}

/** What the run asks people now, to be decided on the spot by whom it asks. Nothing when it asks nobody. */
export function OpenApprovals({ state }: OpenApprovalsProps) {
  const asked = state.tasks.flatMap(({ status, approval }) =>
    status === 'waiting' && approval ? approval : [],
  );
  return asked.map(approval => (
    <OpenApproval key={approval.id} approval={approval} />
  ));
}

function OpenApproval({ approval }: { readonly approval: TaskApproval }) {
  const { data, error, refetch } = useApproval(approval.id);
  if (data) return <ApprovalCard approval={data} />;
  if (!error) return null;
  return (
    <ErrorAlert
      title={`The approval “${approval.title}” could not be loaded`}
      error={error}
      onRetry={refetch}
    />
  );
}
