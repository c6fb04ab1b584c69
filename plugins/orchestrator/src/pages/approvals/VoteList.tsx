import { Text } from '@backstage/ui';
import type { ApprovalVote } from '@stagecraft/backstage-plugin-orchestrator-common';
import { personName } from '../../components/personName';
import { RelativeTime } from '../../components/time/RelativeTime';

/** Props of {@link VoteList}. */
export interface VoteListProps {
  readonly votes: readonly ApprovalVote[];
}

/** Who has decided what, oldest first. Nothing when nobody has. */
export function VoteList({ votes }: VoteListProps) {
  if (votes.length === 0) return null;
  return (
    <ul aria-label="Decisions so far">
      {votes.map(({ by, decision, comment, decidedAt }) => (
        <li key={by}>
          <Text>
            {personName(by)}: {decision}
            {comment ? `, “${comment}”` : ''} <RelativeTime time={decidedAt} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
