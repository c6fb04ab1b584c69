import { Button, Text } from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiKey2Line,
  RiPauseLine,
  RiPlayLine,
  RiSendPlaneLine,
} from '@remixicon/react';
import type {
  Delivery,
  Webhook,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useWebhookActs } from '../../api/webhookQueries';
import { PlainActButton } from '../../components/acts/PlainActButton';
import { describeError } from '../../components/feedback/describeError';
import { useLinks } from '../../useLinks';
import { attemptText } from './attemptText';

/** Props of {@link WebhookActs}. */
export interface WebhookActsProps {
  readonly webhook: Webhook;
  /** Told a secret that was made anew. */
  readonly onSecret: (secret: string) => void;
}

/** What can be done with a webhook as a whole. */
export function WebhookActs({ webhook, onSecret }: WebhookActsProps) {
  const acts = useWebhookActs(webhook.id);
  return (
    <>
      <TestButton webhookId={webhook.id} />
      <SwitchButton webhook={webhook} />
      <PlainActButton
        hasReason={false}
        label="New secret"
        icon={<RiKey2Line aria-hidden="true" />}
        title="Make a new secret?"
        confirmLabel="Make a new secret"
        failure="There is no new secret"
        act={async () => {
          const { secret } = await acts.change({ rotateSecret: true });
          if (secret) onSecret(secret);
        }}
        onTaken={() => {}}
        consequence="It is shown once. For a day messages are signed with both, so that the receiver may be changed at leisure."
      />
      <DeleteButton webhookId={webhook.id} />
    </>
  );
}

function TestButton({ webhookId }: { readonly webhookId: string }) {
  const acts = useWebhookActs(webhookId);
  const test = useMutation({ mutationFn: acts.test });
  return (
    <>
      <Button
        size="small"
        iconStart={<RiSendPlaneLine aria-hidden="true" />}
        isPending={test.isPending}
        onPress={() => !test.isPending && test.mutate()}
      >
        Send a test
      </Button>
      <Text role="status">{testText(test)}</Text>
    </>
  );
}

/** What came of a test; empty while there was none. */
function testText({
  data,
  error,
}: Pick<UseMutationResult<Delivery>, 'data' | 'error'>): string {
  if (error) return `The test was not sent: ${describeError(error).message}`;
  const attempt = data?.attempts.at(-1);
  return attempt ? `The test: ${attemptText(attempt)}` : '';
}

function SwitchButton({ webhook }: { readonly webhook: Webhook }) {
  const acts = useWebhookActs(webhook.id);
  return webhook.enabled ? (
    <PlainActButton
      hasReason={false}
      key="off"
      label="Switch off"
      icon={<RiPauseLine aria-hidden="true" />}
      title="Switch this webhook off?"
      confirmLabel="Switch off"
      failure="It could not be switched off"
      act={() => acts.change({ enabled: false })}
      consequence="What is still to be sent waits. What happens while it is off is not sent."
    />
  ) : (
    <PlainActButton
      hasReason={false}
      key="on"
      label="Switch on"
      icon={<RiPlayLine aria-hidden="true" />}
      title="Switch this webhook on?"
      confirmLabel="Switch on"
      failure="It could not be switched on"
      act={() => acts.change({ enabled: true })}
      consequence="It gets what was still to be sent when it was switched off, and what happens from now on."
    />
  );
}

function DeleteButton({ webhookId }: { readonly webhookId: string }) {
  const acts = useWebhookActs(webhookId);
  const navigate = useNavigate();
  const links = useLinks();
  return (
    <PlainActButton
      hasReason={false}
      label="Delete"
      isDestructive
      icon={<RiDeleteBinLine aria-hidden="true" />}
      title="Delete this webhook?"
      confirmLabel="Delete"
      keepLabel="Keep it"
      failure="It could not be deleted"
      act={async () => {
        await acts.delete();
        navigate(links.webhooks());
      }}
      consequence="Nothing more is sent, also not what was to be sent again. What it has sent is no longer shown."
    />
  );
}
