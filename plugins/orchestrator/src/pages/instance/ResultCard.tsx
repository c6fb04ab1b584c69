import { MarkdownContent } from '@backstage/core-components';
import { Flex } from '@backstage/ui';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { usePayload } from '../../api/queries';
import { Section } from '../../components/layout/Section';
import { PayloadView } from './PayloadView';
import { ResultOutputs } from './ResultOutputs';
import { readResult } from './readResult';

/** Props of {@link ResultCard}. */
export interface ResultCardProps {
  readonly state: InstanceState;
}

/** What a completed instance has produced: its message and outputs for people, else its output as it is. */
export function ResultCard({ state }: ResultCardProps) {
  const { data } = usePayload(state.id, state.output);
  if (state.status !== 'completed' || !state.output) return null;
  const result = data === undefined ? undefined : readResult(data);
  if (!result) {
    return (
      <Section title="Output">
        <PayloadView instanceId={state.id} payload={state.output} />
      </Section>
    );
  }
  return (
    <Section title="Result">
      <Flex direction="column" gap="4">
        {result.message && <MarkdownContent content={result.message} />}
        <ResultOutputs outputs={result.outputs} />
      </Flex>
    </Section>
  );
}
