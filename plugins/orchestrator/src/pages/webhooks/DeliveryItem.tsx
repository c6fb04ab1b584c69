import { Button, Flex, Link, Text } from '@backstage/ui';
import { RiRestartLine } from '@remixicon/react';
import type {
  Delivery,
  DeliveryAttempt,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMutation } from '@tanstack/react-query';
import { useWebhookActs } from '../../api/webhookQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Facts } from '../../components/layout/Facts';
import { ToneLabel } from '../../components/status/ToneLabel';
import { AbsoluteTime } from '../../components/time/AbsoluteTime';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useLinks } from '../../useLinks';
import { attemptText } from './attemptText';
import styles from './DeliveryItem.module.css';
import { deliveryLooks } from './webhookHealth';

/** Props of {@link DeliveryItem}. */
export interface DeliveryItemProps {
  readonly delivery: Delivery;
}

/** One event that was sent, or is to be; opened, each attempt with its answer, and the way to send it again. */
export function DeliveryItem({ delivery }: DeliveryItemProps) {
  const { status, eventType, createdAt, attempts } = delivery;
  const last = attempts.at(-1);
  return (
    <details className={styles.item}>
      <summary className={styles.summary}>
        <ToneLabel status={status} look={deliveryLooks[status]} />
        <code>{eventType}</code>
        <Text color="secondary">
          <RelativeTime time={createdAt} />
        </Text>
        <Text color="secondary" className={styles.outcome}>
          {last ? attemptText(last) : 'not sent yet'}
          {attempts.length > 1 && `, attempt ${attempts.length}`}
        </Text>
      </summary>
      <Flex direction="column" gap="3" p="3">
        <DeliveryFacts delivery={delivery} />
        <AttemptList attempts={attempts} />
        <RedeliverButton delivery={delivery} />
      </Flex>
    </details>
  );
}

function DeliveryFacts({ delivery }: DeliveryItemProps) {
  const { id, eventId, instanceId, nextAt } = delivery;
  const links = useLinks();
  return (
    <Facts
      facts={[
        { label: 'Message id', value: <code>{id}</code> },
        { label: 'Event', value: <code>{eventId}</code> },
        {
          label: 'Run',
          value: instanceId && (
            <Link href={links.instance(instanceId)}>{instanceId}</Link>
          ),
        },
        {
          label: 'Next attempt',
          value: nextAt && <RelativeTime time={nextAt} />,
        },
      ]}
    />
  );
}

function AttemptList(props: { readonly attempts: readonly DeliveryAttempt[] }) {
  if (props.attempts.length === 0) return null;
  return (
    <ol className={styles.attempts} aria-label="Attempts">
      {props.attempts.map(attempt => (
        <li key={attempt.at}>
          <AbsoluteTime time={attempt.at} />: {attemptText(attempt)}
          {attempt.answer && (
            <pre className={styles.answer}>{attempt.answer}</pre>
          )}
        </li>
      ))}
    </ol>
  );
}

function RedeliverButton({ delivery }: DeliveryItemProps) {
  const { id, webhookId, status } = delivery;
  const acts = useWebhookActs(webhookId);
  const again = useMutation({ mutationFn: () => acts.redeliver(id) });
  const isBusy = again.isPending || (again.isSuccess && status === 'pending');
  return (
    <Flex direction="column" align="start" gap="2">
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRestartLine aria-hidden="true" />}
        isPending={isBusy}
        onPress={() => !isBusy && again.mutate()}
      >
        Send again
      </Button>
      {again.error && (
        <ErrorAlert title="It is not sent again" error={again.error} />
      )}
    </Flex>
  );
}
