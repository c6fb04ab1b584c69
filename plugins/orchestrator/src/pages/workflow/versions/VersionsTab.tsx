import { Box, Flex, Select } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import {
  useVersions,
  useVersionTexts,
  type Version,
} from '../../../api/versionQueries';
import { EmptyState } from '../../../components/feedback/EmptyState';
import { ErrorAlert } from '../../../components/feedback/ErrorAlert';
import { Loading } from '../../../components/feedback/Loading';
import { Section } from '../../../components/layout/Section';
import { formatTime } from '../../../components/time/formatTime';
import { useTimeStyle } from '../../../components/time/useTimeStyle';
import { TaskChanges } from './TaskChanges';
import { TextDiff } from './TextDiff';

/** Props of {@link VersionsTab}. */
export interface VersionsTabProps {
  readonly workflowId: string;
}

/** The texts that a workflow has had, and what has changed between two of them; at first, between the last two. */
export function VersionsTab({ workflowId }: VersionsTabProps) {
  const { data: versions, error, refetch } = useVersions(workflowId);
  const [params, setParams] = useSearchParams();
  if (error) {
    return (
      <ErrorAlert
        title="The versions could not be loaded"
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!versions) return <Loading height={320} />;
  const before = named(versions, params.get('a')) ?? versions[1];
  const after = named(versions, params.get('b')) ?? versions[0];
  if (!before || !after) {
    return (
      <EmptyState message="This workflow has had one version so far. When its text changes, the difference is shown here." />
    );
  }
  const choose = (name: 'a' | 'b', hash: string) => {
    const chosen = { a: before.hash, b: after.hash, [name]: hash };
    setParams({ tab: 'versions', ...chosen });
  };
  const choice = { versions, onChoose: choose };
  return (
    <Flex direction="column" gap="4">
      <Flex gap="3" style={{ flexWrap: 'wrap' }}>
        <VersionChoice {...choice} label="From" name="a" chosen={before} />
        <VersionChoice {...choice} label="To" name="b" chosen={after} />
      </Flex>
      <TaskChanges workflowId={workflowId} hashes={[before.hash, after.hash]} />
      <TextChanges workflowId={workflowId} hashes={[before.hash, after.hash]} />
    </Flex>
  );
}

interface VersionChoiceProps {
  readonly label: string;
  readonly name: 'a' | 'b';
  readonly chosen: Version;
  readonly versions: readonly Version[];
  readonly onChoose: (name: 'a' | 'b', hash: string) => void;
}

function VersionChoice(props: VersionChoiceProps) {
  const { label, name, chosen, versions, onChoose } = props;
  const [style] = useTimeStyle();
  return (
    <Box style={{ flex: '1 1 16rem', maxWidth: '24rem' }}>
      <Select
        label={label}
        options={versions.map(({ hash, version, loadedAt, current }) => ({
          id: hash,
          label: [version, current && 'present', formatTime(loadedAt, style)]
            .filter(Boolean)
            .join(', '),
        }))}
        selectedKey={chosen.hash}
        onSelectionChange={key => key && onChoose(name, String(key))}
      />
    </Box>
  );
}

interface TextChangesProps {
  readonly workflowId: string;
  readonly hashes: readonly [string, string];
}

function TextChanges({ workflowId, hashes }: TextChangesProps) {
  const { data, error, refetch } = useVersionTexts(workflowId, hashes);
  return (
    <Section title="Text">
      {error ? (
        <ErrorAlert
          title="The texts could not be loaded"
          error={error}
          onRetry={refetch}
        />
      ) : null}
      {!data && !error && <Loading height={240} />}
      {data && <TextDiff before={data[0]} after={data[1]} />}
    </Section>
  );
}

/** The version with this hash, or the newest one of this name. */
function named(
  versions: readonly Version[],
  wanted: string | null,
): Version | undefined {
  return (
    versions.find(({ hash }) => hash === wanted) ??
    versions.find(({ version }) => version === wanted)
  );
}
