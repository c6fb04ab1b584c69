import { Flex, Text } from '@backstage/ui';
import type {
  InstanceState,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { Section } from '../../components/layout/Section';
import { PayloadView } from './PayloadView';

/** Props of {@link DataTab}. */
export interface DataTabProps {
  readonly state: InstanceState;
}

/** What went into a run and what came out of it. */
export function DataTab({ state }: DataTabProps) {
  return (
    <Flex direction="column" gap="4">
      <DataSection
        title="Input"
        none="This run has no input."
        state={state}
        payload={state.input}
      />
      <DataSection
        title="Output"
        none="There is no output: the run has not completed."
        state={state}
        payload={state.output}
      />
    </Flex>
  );
}

interface DataSectionProps extends DataTabProps {
  readonly title: string;
  /** Said when there is no value. */
  readonly none: string;
  readonly payload?: Payload;
}

function DataSection({ title, none, state, payload }: DataSectionProps) {
  return (
    <Section title={title}>
      {payload ? (
        <PayloadView instanceId={state.id} payload={payload} />
      ) : (
        <Text color="secondary">{none}</Text>
      )}
    </Section>
  );
}
