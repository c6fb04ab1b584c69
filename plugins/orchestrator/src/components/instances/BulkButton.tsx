import { Checkbox, TextField } from '@backstage/ui';
import type {
  BulkAction,
  BulkQuery,
  BulkRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useBulkPreview, useStartJob } from '../../api/jobQueries';
import { useLinks } from '../../useLinks';
import { ActButton, type ActTerms } from '../acts/ActButton';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { bulkActions, runsText } from './bulkActions';
import { BulkSummary } from './BulkSummary';

/** Props of {@link BulkButton}. */
export interface BulkButtonProps {
  readonly action: BulkAction;
  readonly query: BulkQuery;
  /** What it says instead of the verb. */
  readonly label?: string;
}

/** Above this, the number is to be typed. */
const MANY = 100;

/** Starts a job after a question that says on which instances it will act, and goes to its page. */
export function BulkButton({ action, query, label }: BulkButtonProps) {
  const { verb, Icon, isDestructive } = bulkActions[action];
  const [isOpen, setOpen] = useState(false);
  const [isForced, setForced] = useState(false);
  const [typed, setTyped] = useState('');
  const request: BulkRequest = {
    action,
    query,
    ...(isForced && { force: true }),
  };
  const { data, error, refetch } = useBulkPreview(request, isOpen);
  const total = data?.total ?? 0;
  const isCounted = total <= MANY || typed.trim() === String(total);
  return (
    <ActButton
      label={label ?? verb}
      icon={<Icon aria-hidden="true" />}
      isDestructive={isDestructive}
      title={data ? `${verb} ${runsText(total)}?` : `${verb} these runs?`}
      confirmLabel={data ? `${verb} ${runsText(total)}` : verb}
      keepLabel="Back"
      failure="The job was not started"
      request={request}
      act={useStart()}
      isReady={total > 0 && isCounted}
      onOpenChange={setOpen}
    >
      {error && (
        <ErrorAlert
          title="It is not known on which runs it would act"
          error={error}
          onRetry={refetch}
        />
      )}
      {!error && <BulkSummary action={action} preview={data} />}
      {action === 'cancel' && (
        <Checkbox isSelected={isForced} onChange={setForced}>
          Do not wait for what is under way
        </Checkbox>
      )}
      {total > MANY && (
        <TextField
          label={`Type ${total} to go on`}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
        />
      )}
    </ActButton>
  );
}

function useStart() {
  const start = useStartJob();
  const navigate = useNavigate();
  const links = useLinks();
  return async (request: BulkRequest & ActTerms) => {
    const { id } = await start(request);
    navigate(links.job(id));
  };
}
