import { MarkdownContent } from '@backstage/core-components';
import { Flex, Link, Text } from '@backstage/ui';
import type { Approval } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { personName } from '../../components/personName';
import { RelativeTime } from '../../components/time/RelativeTime';
import { useLinks } from '../../useLinks';
import { DecisionForm } from './DecisionForm';
import { VoteList } from './VoteList';

/** Props of {@link ApprovalCard}. */
export interface ApprovalCardProps {
  readonly approval: Approval;
}

/** What a run asks people: what is to be known, who has decided, and the way to decide it for whom it asks. */
export function ApprovalCard({ approval }: ApprovalCardProps) {
  const { title, description, votes, mayDecide } = approval;
  return (
    <Section title={title}>
      <Flex direction="column" gap="4">
        {description && <MarkdownContent content={description} />}
        <Facts facts={factsOf(approval)} />
        <RunNote approval={approval} />
        <VoteList votes={votes} />
        {mayDecide ? (
          <DecisionForm approval={approval} />
        ) : (
          <Text color="secondary">{whyNot(approval)}</Text>
        )}
      </Flex>
    </Section>
  );
}

function factsOf(approval: Approval) {
  const { approvers, decisions, required, requestedAt, dueAt } = approval;
  return [
    { label: 'Asked', value: approvers.map(personName).join(', ') },
    {
      label: 'Needs',
      value: required > 1 ? `${required} people to ${decisions[0]}` : undefined,
    },
    { label: 'Since', value: <RelativeTime time={requestedAt} /> },
    {
      label: approval.isLate ? 'Late, was due' : 'Due',
      value: dueAt && <RelativeTime time={dueAt} />,
    },
  ].map(({ label, value }) => ({ label, value: value || undefined }));
}

function RunNote({ approval }: ApprovalCardProps) {
  const { instanceId, workflow, initiator, entityRef } = approval;
  const links = useLinks();
  const startedBy = initiator ? ` started by ${personName(initiator)}` : '';
  return (
    <Text as="p" color="secondary">
      Asked by <Link href={links.instance(instanceId)}>a run</Link> of{' '}
      {workflow.id}
      {startedBy}
      {entityRef ? ` for ${entityRef}` : ''}
    </Text>
  );
}

function whyNot({ status, decision, excludeInitiator }: Approval): string {
  switch (status) {
    case 'decided':
      return `Decided: ${decision}`;
    case 'withdrawn':
      return 'Withdrawn: the run has ended, or gone another way';
    default:
      return excludeInitiator
        ? 'Waits for others: who has started the run cannot decide this'
        : 'Waits for others to decide';
  }
}
