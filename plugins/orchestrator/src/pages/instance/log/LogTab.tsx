import { Button, Flex, Text } from '@backstage/ui';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  useLogLines,
  type LoadedLog,
  type LogLevel,
} from '../../../api/useLogLines';
import { EmptyState } from '../../../components/feedback/EmptyState';
import { ErrorAlert } from '../../../components/feedback/ErrorAlert';
import { Loading } from '../../../components/feedback/Loading';
import { Section } from '../../../components/layout/Section';
import { useInstanceSearch } from '../useInstanceSearch';
import { LogLines } from './LogLines';
import { LogTools } from './LogTools';
import { linesWith } from './logText';

/** Props of {@link LogTab}. */
export interface LogTabProps {
  readonly state: InstanceState;
  /** Whether lines may still come. */
  readonly isLive: boolean;
}

/** What a run has to say to people, line by line, as it says it. */
export function LogTab({ state, isLive }: LogTabProps) {
  const { task, level: wantedLevel, q: text = '', line } = useInstanceSearch();
  const level = levelOf(wantedLevel);
  const wanted = Number(line) || undefined;
  const [isFollowing, setFollowing] = useState(isLive && !wanted);
  const search = { level, task, line: wanted, isWhole: text !== '' };
  const log = useLogLines(state.id, search, state.seq);
  const { lines } = log;
  const shown = useMemo(() => linesWith(lines ?? [], text), [lines, text]);
  if (log.error && !lines) {
    return (
      <ErrorAlert
        title="The log could not be loaded"
        error={log.error}
        onRetry={log.reload}
      />
    );
  }
  if (!lines) return <Loading height={320} />;
  const isPart = level !== 'info' || task !== undefined;
  return (
    <Section title="Log">
      <Flex direction="column" gap="3">
        <LogTools
          instanceId={state.id}
          level={level}
          text={text}
          lines={shown}
          isFollowing={isFollowing}
          onFollow={setFollowing}
        />
        {log.error ? (
          <ErrorAlert
            title="Newer lines could not be loaded"
            error={log.error}
            onRetry={log.reload}
          />
        ) : null}
        {shown.length === 0 ? (
          <NoLines isNarrowed={isPart || text !== ''} />
        ) : (
          <LogLines
            lines={shown}
            text={text}
            wanted={wanted}
            isFollowing={isFollowing}
            onFollow={setFollowing}
          />
        )}
        <LoadedPart
          log={log}
          found={text ? shown.length : undefined}
          loaded={lines.length}
          total={isPart ? lines.length : state.seq}
        />
      </Flex>
    </Section>
  );
}

function NoLines({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const { hrefOf } = useInstanceSearch();
  const navigate = useNavigate();
  if (!isNarrowed)
    return <EmptyState message="The run has said nothing yet." />;
  const all = { q: undefined, level: undefined, task: undefined };
  return (
    <EmptyState
      message="No line is as you want it."
      action={
        <Button variant="secondary" onPress={() => navigate(hrefOf(all))}>
          Clear filters
        </Button>
      }
    />
  );
}

interface LoadedPartProps {
  readonly log: LoadedLog;
  /** How many lines have what was searched for. */
  readonly found?: number;
  readonly loaded: number;
  readonly total: number;
}

/** How much of the log is there, and the way to the rest. */
function LoadedPart({ log, found, loaded, total }: LoadedPartProps) {
  const lines = new Intl.NumberFormat();
  const whole =
    loaded < total
      ? `${lines.format(loaded)} of ${lines.format(total)} lines`
      : `${lines.format(loaded)} ${loaded === 1 ? 'line' : 'lines'}`;
  return (
    <Flex align="center" gap="3">
      <Text variant="body-small" color="secondary" role="status">
        {found === undefined
          ? whole
          : `${lines.format(found)} found in ${whole}`}
        {log.isLoadingAll && ', loading the rest…'}
      </Text>
      {log.loadAll && (
        <Button size="small" variant="secondary" onPress={log.loadAll}>
          Load all
        </Button>
      )}
    </Flex>
  );
}

function levelOf(text: string | undefined): LogLevel {
  return text === 'warn' || text === 'error' ? text : 'info';
}
