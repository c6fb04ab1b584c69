import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import type {
  InstanceState,
  InstanceSummary,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useChildren } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { StatusLabel } from '../../components/status/StatusLabel';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useLinks } from '../../useLinks';

/** Props of {@link RelatedTab}. */
export interface RelatedTabProps {
  readonly state: InstanceState;
}

/** What a run has to do with others, and by what people know it. */
export function RelatedTab({ state }: RelatedTabProps) {
  const { parent, rerunOf, businessKey, labels = {}, targetEntity } = state;
  const links = useLinks();
  return (
    <Flex direction="column" gap="4">
      <Section
        title="About this run"
        actions={
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.compare(state.id, rerunOf)}
          >
            Compare with another run
          </ButtonLink>
        }
      >
        <Facts
          facts={[
            { label: 'Id', value: <code>{state.id}</code> },
            { label: 'Key', value: businessKey },
            { label: 'Labels', value: labelText(labels) },
            { label: 'Entity', value: targetEntity },
            {
              label: 'Started by',
              value: parent && <RunRef id={parent.instanceId} />,
            },
            {
              label: 'Another run of',
              value: rerunOf && <RunRef id={rerunOf} />,
            },
          ]}
        />
      </Section>
      <Children instanceId={state.id} />
    </Flex>
  );
}

function RunRef({ id }: { readonly id: string }) {
  return <Link href={useLinks().instance(id)}>{id}</Link>;
}

function Children({ instanceId }: { readonly instanceId: string }) {
  const children = useChildren(instanceId);
  return (
    <Section title="Runs that it has started">
      {children.error && (
        <ErrorAlert
          title="The runs could not be loaded"
          error={children.error}
          onRetry={children.refetch}
        />
      )}
      {children.isLoading && <Loading height={48} />}
      {children.data?.items.length === 0 && (
        <Text color="secondary">It has started none.</Text>
      )}
      <Flex direction="column" gap="2">
        {children.data?.items.map(child => (
          <ChildRun key={child.id} child={child} />
        ))}
      </Flex>
    </Section>
  );
}

function ChildRun({ child }: { readonly child: InstanceSummary }) {
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      <StatusLabel status={child.status} />
      <Text>{child.workflow.id}</Text>
      <RunRef id={child.id} />
      <Text color="secondary">
        <RelativeTime time={child.createdAt} />
      </Text>
    </Flex>
  );
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
