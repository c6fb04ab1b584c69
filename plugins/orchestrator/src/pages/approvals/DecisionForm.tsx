import { Button, Flex, TextAreaField } from '@backstage/ui';
import type { Approval } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ReactNode } from 'react';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { SchemaForm } from '../../components/form/SchemaForm';
import { useDecisionForm } from './useDecisionForm';

/** Props of {@link DecisionForm}. */
export interface DecisionFormProps {
  readonly approval: Approval;
}

/** Decides an approval: what is to be filled in, a comment, and a button for each decision. */
export function DecisionForm({ approval }: DecisionFormProps) {
  const form = useDecisionForm(approval);
  const [pass] = approval.decisions;
  const end: ReactNode = (
    <Flex direction="column" gap="4" mt={form.schema ? '4' : undefined}>
      <TextAreaField
        label="Comment"
        rows={2}
        value={form.comment}
        onChange={form.say}
      />
      {form.error !== undefined && form.error !== null && (
        <ErrorAlert title="Your decision does not count" error={form.error} />
      )}
      <Flex gap="2">
        {approval.decisions.map(decision => (
          <Button
            key={decision}
            size="medium"
            variant={decision === pass ? 'primary' : 'secondary'}
            isPending={form.isBusy}
            onPress={() => form.decide(decision)}
          >
            {capitalized(decision)}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
  if (!form.schema) return end;
  return (
    <SchemaForm
      hasCard={false}
      schema={form.schema}
      value={form.data}
      problems={form.problems}
      onChange={form.fillIn}
      onLeaveField={() => {}}
      onSubmit={() => form.decide(pass)}
    >
      {end}
    </SchemaForm>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
