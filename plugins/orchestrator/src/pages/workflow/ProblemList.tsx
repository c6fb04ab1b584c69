import type { DefinitionProblem } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Alert, Link } from '@backstage/ui';
import { useLinks } from '../../useLinks';
import { problemText } from './problemText';

/** Props of {@link ProblemList}. */
export interface ProblemListProps {
  readonly workflowId: string;
  readonly problems: readonly DefinitionProblem[];
}

/** What was found wrong with a definition, each problem with its place in the source. */
export function ProblemList(props: ProblemListProps) {
  const { workflowId, problems } = props;
  const links = useLinks();
  if (problems.length === 0) return null;
  const hasError = problems.some(({ severity }) => severity === 'error');
  return (
    <Alert
      status={hasError ? 'danger' : 'warning'}
      icon
      title={
        hasError
          ? 'This workflow cannot run until its definition is corrected'
          : 'The definition has warnings'
      }
      description={
        <ul style={{ margin: 0, paddingInlineStart: 'var(--bui-space-5)' }}>
          {problems.map(problem => (
            <li key={`${problem.pointer} ${problem.code}`}>
              <Link
                href={`${links.workflow(workflowId)}?tab=source&line=${
                  problem.line
                }`}
              >
                {problemText(problem)}
              </Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
