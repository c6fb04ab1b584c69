import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Flex, Text } from '@backstage/ui';
import { Section } from '../../components/layout/Section';
import { InputFields } from './InputFields';
import { ProblemList } from './ProblemList';
import { RunsToLookAfter } from './RunsToLookAfter';
import { WorkflowFacts } from './WorkflowFacts';
import { fieldsOf } from './fieldsOf';

/** Props of {@link WorkflowOverviewTab}. */
export interface WorkflowOverviewTabProps {
  readonly details: WorkflowDetails;
}

/** What is wrong with a workflow, what it asks for and what it does. */
export function WorkflowOverviewTab({ details }: WorkflowOverviewTabProps) {
  const fields = fieldsOf(details.inputSchema ?? {});
  return (
    <Flex direction="column" gap="4">
      <ProblemList
        workflowId={details.workflowId}
        problems={details.problems}
      />
      <RunsToLookAfter workflowId={details.workflowId} />
      <WorkflowFacts details={details} />
      <Section title="Input">
        {fields.length === 0 ? (
          <Text color="secondary">
            This workflow does not describe its input.
          </Text>
        ) : (
          <InputFields fields={fields} />
        )}
      </Section>
    </Flex>
  );
}
