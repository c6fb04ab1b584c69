import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  TextField,
} from '@backstage/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../api/newIdempotencyKey';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { useStartWhenGone } from '../layout/PageStart';
import { RefusedButton } from '../RefusedButton';
import styles from './ActButton.module.css';

/** What every act can be told besides its own request: why, and the key under which a repetition counts once. */
export interface ActTerms {
  readonly reason?: string;
  readonly idempotencyKey: string;
}

/** Props of {@link ActButton}. */
export interface ActButtonProps<T extends object> {
  readonly label: string;
  readonly icon: ReactElement;
  readonly variant?: 'primary' | 'secondary';
  readonly isDestructive?: boolean;
  readonly size?: 'small' | 'medium';
  /** Why it may not be done, if so. */
  readonly refusal?: string;
  /** The question: "Pause this run?". */
  readonly title: string;
  readonly confirmLabel: string;
  /** Leaves all as it is: "Keep running". */
  readonly keepLabel?: string;
  /** What is said when it fails: "The run could not be paused". */
  readonly failure: string;
  readonly request: T;
  readonly act: (request: T & ActTerms) => Promise<unknown>;
  /** Whether what is asked for besides the reason is filled in. */
  readonly isReady?: boolean;
  readonly hasReason?: boolean;
  /** Told when the question is asked, and when it no longer is. */
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** Told when the server has taken the request, of acts that can be repeated; others stay busy until they are done. */
  readonly onTaken?: () => void;
  /** What will happen, and what is to be chosen. */
  readonly children: ReactNode;
}

/**
 * Acts after a question that says what will happen. It stands only where the act is possible, and is busy until the page
 * takes it away: until the run itself says that it was done, not when the server has taken the request.
 */
export function ActButton<T extends object>(props: ActButtonProps<T>) {
  const { label, icon, refusal, act, isReady = true } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const request = useRequest(props.request, reason);
  const doing = useMutation({ mutationFn: () => act(request) });
  const isBusy = doing.isPending || doing.isSuccess;
  useStartWhenGone(isBusy);
  if (refusal) {
    return <RefusedButton label={label} icon={icon} reason={refusal} />;
  }
  const open = (isAsked: boolean) => {
    setOpen(isAsked);
    props.onOpenChange?.(isAsked);
  };
  const close = () => {
    open(false);
    if (!props.onTaken) return;
    doing.reset();
    props.onTaken();
  };
  const confirm = () => {
    if (!isBusy) doing.mutate(undefined, { onSuccess: close });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={open}>
      <Button
        size={props.size ?? 'small'}
        variant={props.variant ?? 'secondary'}
        destructive={props.isDestructive}
        className={props.isDestructive ? styles.destructive : undefined}
        isPending={isBusy}
        iconStart={icon}
      >
        {label}
      </Button>
      <Dialog width={520}>
        <DialogHeader>{props.title}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            {props.children}
            {props.hasReason !== false && (
              <TextField
                label="Reason"
                description="Kept in the history, with your name."
                maxLength={1000}
                value={reason}
                onChange={setReason}
              />
            )}
            {doing.error && (
              <ErrorAlert title={props.failure} error={doing.error} />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {props.keepLabel ?? 'Back'}
          </Button>
          <Button
            destructive={props.isDestructive}
            isDisabled={!isReady}
            isPending={isBusy}
            onPress={confirm}
          >
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}

/** The request with its terms. The same request keeps its key, so sending it again after a lost answer does no harm. */
function useRequest<T extends object>(request: T, reason: string) {
  const text = JSON.stringify([request, reason]);
  const [keyed, setKeyed] = useState({ text, key: newIdempotencyKey() });
  if (keyed.text !== text) setKeyed({ text, key: newIdempotencyKey() });
  return useMemo(
    () => ({
      ...request,
      ...(reason.trim() && { reason: reason.trim() }),
      idempotencyKey: keyed.key,
    }),
    [request, reason, keyed.key],
  );
}
