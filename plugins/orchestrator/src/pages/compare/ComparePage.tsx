import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink, Container, Flex } from '@backstage/ui';
import { RiArrowLeftRightLine } from '@remixicon/react';
import type { InstanceComparison } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useComparison, useRunsOfTheSame } from '../../api/comparisonQueries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { PageHeader } from '../../components/layout/PageHeader';
import { Section } from '../../components/layout/Section';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { useLinks } from '../../useLinks';
import styles from './Compare.module.css';
import { DifferenceTable } from './DifferenceTable';
import { comparedLabel, divergence } from './divergence';
import { RunCard } from './RunCard';
import { TaskComparisonTable } from './TaskComparisonTable';

/** Two runs side by side: what went into them, what came out, how each task went and where they part. */
export function ComparePage() {
  const links = useLinks();
  const { pathname, search } = useLocation();
  const [params, setParams] = useSearchParams();
  const [a, b] = [params.get('a') ?? '', params.get('b') ?? ''];
  const choices = useRunsOfTheSame(a || b);
  const comparison = useComparison(a, b);
  const choose = (change: object) => setParams({ a, b, ...change });
  const error = comparison.error ?? choices.error;
  const isAsked = a !== '' && b !== '';
  return (
    <BreadcrumbEntry entry={{ label: 'Compare', href: `${pathname}${search}` }}>
      <PageHeader
        title="Compare two runs"
        acts={
          <>
            <TimeSwitch />
            <Button
              size="small"
              variant="secondary"
              isDisabled={!isAsked}
              iconStart={<RiArrowLeftRightLine aria-hidden="true" />}
              onPress={() => choose({ a: b, b: a })}
            >
              Swap
            </Button>
          </>
        }
      />
      <Container py="4">
        {!a && !b ? (
          <EmptyState
            message="No run is chosen yet. Open a run and choose Compare there."
            action={
              <ButtonLink variant="secondary" href={links.instances()}>
                Instances
              </ButtonLink>
            }
          />
        ) : (
          <Flex direction="column" gap="4">
            {error && (
              <ErrorAlert
                title="The runs could not be compared"
                error={error}
                onRetry={() => {
                  choices.refetch();
                  if (isAsked) comparison.refetch();
                }}
              />
            )}
            <div className={styles.runs}>
              <RunCard
                title="First run"
                id={a}
                run={comparison.data?.a ?? choices.data?.find(withId(a))}
                choices={choices.data ?? []}
                onChoose={id => choose({ a: id })}
              />
              <RunCard
                title="Second run"
                id={b}
                run={comparison.data?.b ?? choices.data?.find(withId(b))}
                choices={choices.data ?? []}
                onChoose={id => choose({ b: id })}
              />
            </div>
            {!isAsked && (
              <EmptyState message="Choose the run to compare it with." />
            )}
            {isAsked && comparison.isLoading && <Loading height={320} />}
            {comparison.data && <Differences comparison={comparison.data} />}
          </Flex>
        )}
      </Container>
    </BreadcrumbEntry>
  );
}

function withId(wanted: string) {
  return ({ id }: { readonly id: string }) => id === wanted;
}

interface DifferencesProps {
  readonly comparison: InstanceComparison;
}

function Differences({ comparison }: DifferencesProps) {
  const { a, b, input, output, tasks } = comparison;
  const parting = divergence(tasks);
  return (
    <>
      <Alert
        role="status"
        status={parting ? 'warning' : 'success'}
        icon
        title={
          parting
            ? `The runs part at ${comparedLabel(parting)}`
            : 'Every task has ended alike in both runs'
        }
        description={<DefinitionNote comparison={comparison} />}
      />
      <Section title="Input">
        <DifferenceTable name="Input" differences={input} />
      </Section>
      <Section title="Tasks">
        <TaskComparisonTable
          runs={[a.id, b.id]}
          tasks={tasks}
          parting={parting}
        />
      </Section>
      <Section title="Output">
        <DifferenceTable name="Output" differences={output} />
      </Section>
    </>
  );
}

/** Whether both ran by the same text, and the way to what has changed in it. */
function DefinitionNote({ comparison }: DifferencesProps) {
  const links = useLinks();
  const { a, b, sameDefinition } = comparison;
  if (sameDefinition) return <>Both have run by the same definition.</>;
  if (a.workflow.id !== b.workflow.id) {
    return <>They are runs of different workflows.</>;
  }
  if (a.workflow.version === b.workflow.version) {
    return <>They have run by different texts of the same version.</>;
  }
  return (
    <>
      They have run by different versions.{' '}
      <ButtonLink
        size="small"
        variant="tertiary"
        href={links.versions(
          a.workflow.id,
          a.workflow.version,
          b.workflow.version,
        )}
      >
        What has changed
      </ButtonLink>
    </>
  );
}
