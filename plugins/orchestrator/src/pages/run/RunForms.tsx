import { Flex, Text } from '@backstage/ui';
import type { JsonObject } from '@backstage/types';
import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { useDryRun } from '../../api/trialQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { JsonInputForm } from '../../components/form/JsonInputForm';
import { RunForm } from '../../components/form/RunForm';
import { formatClock } from '../../components/time/formatTime';
import { useTimeStyle } from '../../components/time/useTimeStyle';
import { TrialReport } from '../../components/trial/TrialReport';
import { DraftOffer } from './draft/DraftOffer';
import { useDraft } from './draft/useDraft';
import { inputProblems } from './inputProblems';
import type { Run } from './useRun';

/** Props of {@link RunForms}. */
export interface RunFormsProps {
  readonly details: WorkflowDetails;
  readonly given?: JsonObject;
  readonly run: Run;
}

/** The form for a workflow's input: kept as a draft, tried without effects, and run. */
export function RunForms({ details, given, run }: RunFormsProps) {
  const { workflowId, version, inputSchema } = details;
  const draft = useDraft(workflowId, version, inputSchema);
  const dryRun = useDryRun(workflowId);
  const [restored, setRestored] = useState<JsonObject>();
  const tried = inputProblems(dryRun.error);
  const form = {
    given: restored ?? given,
    isRunning: run.isRunning,
    isTrying: dryRun.isPending,
    onRun: (input: JsonObject) => run.start(input, draft.discard),
    onTry: (inputData: JsonObject) => dryRun.mutate({ inputData }),
    onEdit: () => {
      run.edited();
      if (!dryRun.isIdle) dryRun.reset();
    },
    onInput: draft.keep,
  };
  const key = restored ? 'restored' : 'fresh';
  const hasError = run.error !== undefined && run.error !== null;
  return (
    <Flex direction="column" gap="4">
      {draft.offered && (
        <DraftOffer
          draft={draft.offered}
          version={version}
          onRestore={() => setRestored(draft.restore()?.input)}
          onDiscard={draft.discard}
        />
      )}
      {hasError && (
        <ErrorAlert
          title="The workflow was not started. What you have entered is kept."
          error={run.error}
        />
      )}
      {dryRun.error && tried.length === 0 && (
        <ErrorAlert
          title="The dry run could not be made"
          error={dryRun.error}
        />
      )}
      {inputSchema ? (
        <RunForm
          key={key}
          {...form}
          schema={inputSchema}
          serverProblems={[...run.problems, ...tried]}
        />
      ) : (
        <JsonInputForm key={key} {...form} />
      )}
      <DraftNote savedAt={draft.savedAt} />
      {dryRun.data && (
        <TrialReport title="Dry run: nothing was called" trial={dryRun.data} />
      )}
    </Flex>
  );
}

function DraftNote({ savedAt }: { readonly savedAt?: string }) {
  const [style] = useTimeStyle();
  return (
    <Text variant="body-small" color="secondary" role="status">
      {savedAt && `Draft saved at ${formatClock(savedAt, style).slice(0, 8)}`}
    </Text>
  );
}
