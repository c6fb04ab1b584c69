import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useSearchParams } from 'react-router-dom';
import { useWorkflowSource } from '../../api/queries';
import { CopyButton } from '../../components/data/CopyButton';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { Section } from '../../components/layout/Section';
import { SourceView } from './SourceView';

/** Props of {@link WorkflowSourceTab}. */
export interface WorkflowSourceTabProps {
  readonly details: WorkflowDetails;
}

/** The definition as its author wrote it, its problems at their lines. */
export function WorkflowSourceTab({ details }: WorkflowSourceTabProps) {
  const { workflowId, format, problems } = details;
  const [params] = useSearchParams();
  const source = useWorkflowSource(workflowId);
  if (source.error) {
    return (
      <ErrorAlert
        title="The source could not be loaded"
        error={source.error}
        onRetry={source.refetch}
      />
    );
  }
  if (source.data === undefined) return <Loading height={320} />;
  return (
    <Section
      title={format.toUpperCase()}
      actions={<CopyButton label="Copy" text={source.data} />}
    >
      <SourceView
        text={source.data}
        problems={problems}
        line={Number(params.get('line')) || undefined}
      />
    </Section>
  );
}
