import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { RiStopCircleLine } from '@remixicon/react';
import {
  isTerminal,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { useAbort } from '../../api/queries';
import { RefusedButton } from '../../components/RefusedButton';
import { useUseRefusal } from '../../components/useUseRefusal';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';

/** Props of {@link AbortButton}. */
export interface AbortButtonProps {
  readonly state: InstanceState;
}

/** Ends a run after a confirmation. Busy until the instance's own state says that it has ended. */
export function AbortButton({ state }: AbortButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const abort = useAbort(state.id);
  const refusal = useUseRefusal(state.workflow.id);
  if (isTerminal(state.status)) return null;
  const icon = <RiStopCircleLine aria-hidden="true" />;
  if (refusal) {
    return <RefusedButton label="Abort" icon={icon} reason={refusal} />;
  }
  const isBusy = abort.isPending || abort.isSuccess;
  const confirm = () => {
    if (!isBusy) abort.mutate(undefined, { onSuccess: () => setOpen(false) });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        variant="secondary"
        destructive
        isPending={isBusy}
        iconStart={icon}
      >
        {isBusy ? 'Aborting' : 'Abort'}
      </Button>
      <Dialog width={480}>
        <DialogHeader>Abort this run?</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text as="p">
              What it waits for is dropped, a call in flight is interrupted, and
              nothing new begins. What it has already done is not undone, and
              the run cannot be continued.
            </Text>
            {abort.error && (
              <ErrorAlert
                title="The run could not be aborted"
                error={abort.error}
              />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            Keep running
          </Button>
          <Button destructive isPending={isBusy} onPress={confirm}>
            Abort run
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
