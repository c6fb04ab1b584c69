import {
  Alert,
  Box,
  Button,
  Flex,
  Select,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import type {
  GraphNode,
  WorkflowDetails,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useWorkflowGraph } from '../../../api/queries';
import { ErrorAlert } from '../../../components/feedback/ErrorAlert';
import { Loading } from '../../../components/feedback/Loading';
import { isTask } from '../../../components/graph/nodeText';
import { Section } from '../../../components/layout/Section';
import { RefusedButton } from '../../../components/RefusedButton';
import { TrialReport } from '../../../components/trial/TrialReport';
import { useUseRefusal } from '../../../components/useUseRefusal';
import { ProblemList } from '../ProblemList';
import { MockFields } from './MockFields';
import { mockable } from './mocks';
import { useTrialForm, type TrialForm } from './useTrialForm';

/** Props of {@link TestTab}. */
export interface TestTabProps {
  readonly details: WorkflowDetails;
}

/** Tries a workflow or one of its tasks, with answers of one's own in place of calls. No instance comes of it. */
export function TestTab({ details }: TestTabProps) {
  const { workflowId, problems, valid } = details;
  const graph = useWorkflowGraph(workflowId);
  return (
    <Flex direction="column" gap="4">
      <ProblemList workflowId={workflowId} problems={problems} />
      {problems.length === 0 && (
        <Text as="p" color="secondary">
          No problem was found in the definition.
        </Text>
      )}
      {valid && graph.error && (
        <ErrorAlert
          title="The tasks could not be loaded"
          error={graph.error}
          onRetry={graph.refetch}
        />
      )}
      {valid && graph.isLoading && <Loading height={320} />}
      {valid && graph.data && (
        <TrialOf details={details} nodes={graph.data.nodes.filter(isTask)} />
      )}
    </Flex>
  );
}

interface TrialOfProps extends TestTabProps {
  readonly nodes: readonly GraphNode[];
}

function TrialOf({ details, nodes }: TrialOfProps) {
  const form = useTrialForm(details, nodes);
  const isWhole = form.task === undefined;
  return (
    <>
      <Section title="Test">
        <Flex direction="column" gap="4" style={{ maxWidth: '48rem' }}>
          <ScopeField form={form} nodes={nodes} />
          <TextAreaField
            label="Input"
            description={form.inputProblem}
            isInvalid={form.inputProblem !== undefined}
            rows={6}
            value={form.text}
            onChange={text => form.change({ text })}
            style={{ fontFamily: 'var(--bui-font-monospace)' }}
          />
          <MockFields
            tasks={mockable(nodes)}
            entries={form.mocks}
            onChange={mocks => form.change({ mocks })}
          />
          {form.realCalls.length > 0 && (
            <Alert
              status="warning"
              icon
              title={`Called for real: ${namesOf(form.realCalls)}`}
              description="No mock answers these calls, so they are made, and may change something."
            />
          )}
          <StartButton workflowId={details.workflowId} form={form} />
        </Flex>
      </Section>
      {form.error ? (
        <ErrorAlert title="The test could not be made" error={form.error} />
      ) : null}
      {form.result && (
        <TrialReport
          title={isWhole ? 'Test: nothing was called' : 'Test of one task'}
          isReal={!isWhole}
          trial={form.result}
        />
      )}
    </>
  );
}

interface ScopeFieldProps {
  readonly form: TrialForm;
  readonly nodes: readonly GraphNode[];
}

const WHOLE = '';

function ScopeField({ form, nodes }: ScopeFieldProps) {
  return (
    <Box style={{ maxWidth: '24rem' }}>
      <Select
        label="What"
        description={
          form.task === undefined
            ? 'Nothing is called, timers pass at once. A call that no mock answers gives null.'
            : 'The task runs alone with the input given. Timers pass at once.'
        }
        options={[
          { id: WHOLE, label: 'The whole workflow' },
          ...nodes.map(({ id, title }) => ({ id, label: `Task ${title}` })),
        ]}
        selectedKey={form.task ?? WHOLE}
        onSelectionChange={key =>
          form.change({ task: key ? `${key}` : undefined })
        }
      />
    </Box>
  );
}

interface StartButtonProps {
  readonly workflowId: string;
  readonly form: TrialForm;
}

function StartButton({ workflowId, form }: StartButtonProps) {
  const refusal = useUseRefusal(workflowId);
  const icon = <RiFlaskLine aria-hidden="true" />;
  const isReal = form.realCalls.length > 0;
  const label = isReal ? 'Test with real calls' : 'Test';
  if (refusal) {
    return (
      <Box>
        <RefusedButton label={label} icon={icon} reason={refusal} />
      </Box>
    );
  }
  return (
    <Box>
      <Button
        iconStart={icon}
        isDisabled={!form.isReady}
        isPending={form.isTrying}
        onPress={form.start}
      >
        {label}
      </Button>
    </Box>
  );
}

function namesOf(nodes: readonly GraphNode[]): string {
  return nodes.map(({ title }) => title).join(', ');
}
