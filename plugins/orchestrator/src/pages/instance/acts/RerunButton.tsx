import { Flex, Link, Text } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useNavigate } from 'react-router-dom';
import { useRunWorkflow } from '../../../api/queries';
import { ActButton, type ActTerms } from '../../../components/acts/ActButton';
import { useActRefusal } from '../../../components/acts/useActRefusal';
import { useLinks } from '../../../useLinks';

/** Props of {@link RerunButton}. */
export interface RerunButtonProps {
  readonly state: InstanceState;
}

const noRequest = {};

/** Runs the same again at once, or leads to the run form, filled in as it was for this run. */
export function RerunButton({ state }: RerunButtonProps) {
  const links = useLinks();
  const navigate = useNavigate();
  const { mutateAsync } = useRunWorkflow(state.workflow.id, {
    rerunOf: state.id,
  });
  const rerun = async ({ idempotencyKey }: ActTerms) => {
    const { id } = await mutateAsync({ idempotencyKey });
    navigate(links.instance(id));
  };
  return (
    <ActButton
      label="Run again"
      icon={<RiPlayLine aria-hidden="true" />}
      refusal={useActRefusal(state)}
      title="Run this again?"
      confirmLabel="Run with the same input"
      failure="It could not be run again"
      request={noRequest}
      hasReason={false}
      act={rerun}
      onTaken={() => {}}
    >
      <Flex direction="column" gap="2">
        <Text as="p">
          A new run begins, with the same input, by the definition that the
          workflow has now. This one stays as it is.
        </Text>
        <Link href={links.rerun(state.workflow.id, state.id)}>
          Change the input first
        </Link>
      </Flex>
    </ActButton>
  );
}
