import { Button, Flex, Text } from '@backstage/ui';
import type {
  Json,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { usePayload } from '../../api/queries';
import { CopyButton } from '../../components/data/CopyButton';
import { formatBytes } from '../../components/data/formatBytes';
import { JsonTree } from '../../components/data/JsonTree';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';

/** Props of {@link PayloadView}. */
export interface PayloadViewProps {
  readonly instanceId: string;
  readonly payload: Payload;
}

/** A recorded value; one that is kept apart is loaded when it is small or asked for. */
export function PayloadView({ instanceId, payload }: PayloadViewProps) {
  const { data, error, isLoading, load } = usePayload(instanceId, payload);
  if (data !== undefined) return <LoadedValue value={data} />;
  if (isLoading) return <Loading height={80} />;
  if (error) {
    return (
      <ErrorAlert
        title="The value could not be loaded"
        error={error}
        onRetry={load}
      />
    );
  }
  if ('redacted' in payload) {
    return (
      <Text color="secondary">
        {`Hidden: to see it takes the permission ${payload.permission}`}
      </Text>
    );
  }
  if (!('ref' in payload)) return null;
  return (
    <Flex direction="column" align="start" gap="2">
      <Text color="secondary" style={{ overflowWrap: 'anywhere' }}>
        {`${payload.preview}…`}
      </Text>
      <Button size="small" variant="secondary" onPress={load}>
        {`Load ${formatBytes(payload.bytes)}`}
      </Button>
    </Flex>
  );
}

function LoadedValue({ value }: { readonly value: Json }) {
  return (
    <Flex direction="column" align="start" gap="2">
      <JsonTree value={value} />
      <CopyButton label="Copy JSON" text={JSON.stringify(value, null, 2)} />
    </Flex>
  );
}
