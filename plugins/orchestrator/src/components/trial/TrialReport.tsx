import { Flex, Text } from '@backstage/ui';
import type {
  DryRunResult,
  Json,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { JsonTree } from '../data/JsonTree';
import { Facts } from '../layout/Facts';
import { Section } from '../layout/Section';
import { StatusLabel } from '../status/StatusLabel';
import { formatDuration } from '../time/formatDuration';
import styles from './TrialReport.module.css';

/** A call that a trial would make, or has made. */
export type MadeCall = DryRunResult['calls'][number];

/** How a trial went: of a whole workflow, or of one task. */
export interface Trial {
  readonly status: DryRunResult['status'];
  readonly because?: string;
  readonly output?: Json;
  readonly error?: DryRunResult['error'];
  /** How long it would have waited for timers, in milliseconds. */
  readonly virtualMs?: number;
  /** How long it took, in milliseconds. */
  readonly durationMs?: number;
  readonly tasks: DryRunResult['tasks'];
  readonly calls: readonly MadeCall[];
}

/** Props of {@link TrialReport}. */
export interface TrialReportProps {
  readonly title: string;
  /** Whether calls were made: in a dry run none is. */
  readonly isReal?: boolean;
  readonly trial: Trial;
}

/** How a trial went, what it gave, and what each task did or would do. */
export function TrialReport({ title, isReal, trial }: TrialReportProps) {
  const { status, because, error, virtualMs, durationMs, output } = trial;
  return (
    <Section title={title}>
      <Flex direction="column" gap="4" role="status">
        <Facts
          facts={[
            { label: 'Status', value: <StatusLabel status={status} /> },
            { label: 'Why', value: because },
            { label: 'Error', value: errorText(error) },
            {
              label: 'Would wait',
              value: virtualMs ? formatDuration(virtualMs) : undefined,
            },
            {
              label: 'Took',
              value:
                durationMs === undefined
                  ? undefined
                  : formatDuration(durationMs),
            },
          ]}
        />
        {output !== undefined && <Value name="Output" value={output} />}
        <TrialTasks trial={trial} isReal={isReal ?? false} />
      </Flex>
    </Section>
  );
}

interface TrialTasksProps {
  readonly trial: Trial;
  readonly isReal: boolean;
}

function TrialTasks({ trial, isReal }: TrialTasksProps) {
  const { tasks, calls } = trial;
  const keys = new Set(tasks.map(({ key }) => key));
  const others = calls.filter(({ task }) => !keys.has(task));
  return (
    <>
      {others.length > 0 && <Calls calls={others} isReal={isReal} />}
      <ol className={styles.tasks} aria-label="Tasks of the trial">
        {tasks.map(({ key, name, status, input, output, error }) => (
          <li key={key}>
            <details>
              <summary title={key}>
                <StatusLabel status={status} />
                <Text weight="bold">{name}</Text>
                <Calls
                  calls={calls.filter(({ task }) => task === key)}
                  isReal={isReal}
                />
                {error && <Text>{errorText(error)}</Text>}
              </summary>
              <div className={styles.values}>
                <Value name="Input" value={valueOf(input)} />
                <Value name="Output" value={valueOf(output)} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

interface CallsProps {
  readonly calls: readonly MadeCall[];
  readonly isReal: boolean;
}

function Calls({ calls, isReal }: CallsProps) {
  return (
    <>
      {calls.map(({ task, target, mocked }, index) => (
        <span key={`${task} ${index}`} className={styles.call}>
          {`${callVerb(mocked, isReal)} ${target}`}
        </span>
      ))}
    </>
  );
}

function callVerb(isMocked: boolean, isReal: boolean): string {
  if (isMocked) return 'mocked:';
  return isReal ? 'called' : 'would call';
}

interface ValueProps {
  readonly name: string;
  readonly value: Json | undefined;
}

function Value({ name, value }: ValueProps) {
  if (value === undefined) return null;
  return (
    <div>
      <Text weight="bold">{name}</Text>
      <JsonTree value={value} />
    </div>
  );
}

function valueOf(payload: Payload | undefined): Json | undefined {
  return payload && 'value' in payload ? payload.value : undefined;
}

function errorText(error: Trial['error']): string | undefined {
  if (!error) return undefined;
  const { title, detail, type } = error;
  return [title, detail].filter(Boolean).join(': ') || type;
}
