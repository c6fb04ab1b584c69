import { Box, Button, Flex, Select } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { useDeliveries } from '../../api/webhookQueries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { Section } from '../../components/layout/Section';
import { DeliveryItem } from './DeliveryItem';

/** Props of {@link DeliveriesTab}. */
export interface DeliveriesTabProps {
  readonly webhookId: string;
}

const ALL = 'all';

const choices = [
  { id: ALL, label: 'All' },
  { id: 'failed', label: 'Failed' },
  { id: 'pending', label: 'To be sent' },
  { id: 'delivered', label: 'Delivered' },
] as const;

/** What a webhook has sent, latest first. */
export function DeliveriesTab({ webhookId }: DeliveriesTabProps) {
  const [params, setParams] = useSearchParams();
  const choice =
    choices.find(({ id }) => id === params.get('status')) ?? choices[0];
  const status = choice.id === ALL ? undefined : choice.id;
  const deliveries = useDeliveries(webhookId, status);
  const items = deliveries.data?.pages.flatMap(page => page.items);
  const choose = (key: unknown) =>
    setParams(key === ALL ? {} : { status: String(key) });
  return (
    <Section
      title="Deliveries"
      actions={
        <Box width="10rem">
          <Select
            aria-label="Which deliveries"
            size="small"
            options={[...choices]}
            selectedKey={choice.id}
            onSelectionChange={choose}
          />
        </Box>
      }
    >
      <Flex direction="column" gap="2">
        {deliveries.error && (
          <ErrorAlert
            title="The deliveries could not be loaded"
            error={deliveries.error}
            onRetry={deliveries.refetch}
          />
        )}
        {!items && !deliveries.error && <Loading height={120} />}
        {items?.length === 0 && (
          <EmptyState
            message={
              status
                ? `No delivery is “${choice.label}”.`
                : 'Nothing was sent in the last days. Send a test to see whether it arrives.'
            }
            action={
              status && (
                <Button variant="secondary" onPress={() => choose(ALL)}>
                  Show all
                </Button>
              )
            }
          />
        )}
        {items?.map(delivery => (
          <DeliveryItem key={delivery.id} delivery={delivery} />
        ))}
        {deliveries.hasNextPage && (
          <Flex>
            <Button
              variant="secondary"
              isPending={deliveries.isFetchingNextPage}
              onPress={() => deliveries.fetchNextPage()}
            >
              Show more
            </Button>
          </Flex>
        )}
      </Flex>
    </Section>
  );
}
