import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Link } from '@backstage/ui';
import { useWorkflowStats } from '../../api/queries';
import { Facts } from '../../components/layout/Facts';
import { Section } from '../../components/layout/Section';
import { personName } from '../../components/personName';
import { ratioText } from '../../components/ratioText';
import { formatDuration } from '../../components/time/formatDuration';

/** Props of {@link WorkflowFacts}. */
export interface WorkflowFactsProps {
  readonly details: WorkflowDetails;
}

/** Whether a workflow is in good health, whose it is and where it comes from. */
export function WorkflowFacts({ details }: WorkflowFactsProps) {
  const { owner, source } = details;
  const { data: stats = {} } = useWorkflowStats(details.workflowId);
  const { totalCount = 0, runsLastMonth = 0, averageTimeToComplete } = stats;
  return (
    <Section title="Health">
      <Facts
        facts={[
          {
            label: 'Runs',
            value: (
              <Link href="?tab=runs">
                {`${totalCount}, of these ${runsLastMonth} in the last 30 days`}
              </Link>
            ),
          },
          { label: 'Success', value: ratioText(stats.successRatio) },
          {
            label: 'Usually takes',
            value:
              averageTimeToComplete === undefined
                ? '–'
                : formatDuration(averageTimeToComplete),
          },
          { label: 'Owner', value: owner && personName(owner) },
          { label: 'From', value: source },
        ]}
      />
    </Section>
  );
}
