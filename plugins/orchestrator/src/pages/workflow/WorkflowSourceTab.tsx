import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { CodeSnippet } from '@backstage/core-components';
import { Flex, Skeleton } from '@backstage/ui';
import { useWorkflowSource } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Section } from '../../components/layout/Section';
import { ProblemList } from './ProblemList';

/** Props of {@link WorkflowSourceTab}. */
export interface WorkflowSourceTabProps {
  readonly details: WorkflowDetails;
}

/** The definition as its author wrote it, the lines with problems marked. */
export function WorkflowSourceTab({ details }: WorkflowSourceTabProps) {
  const { workflowId, format, problems } = details;
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
  if (source.data === undefined) return <Skeleton height={320} />;
  return (
    <Flex direction="column" gap="4">
      <ProblemList problems={problems} />
      <Section title={format === 'json' ? 'JSON' : 'YAML'}>
        <CodeSnippet
          text={source.data}
          language={format}
          showLineNumbers
          showCopyCodeButton
          highlightedNumbers={problems.map(({ line }) => line)}
        />
      </Section>
    </Flex>
  );
}
