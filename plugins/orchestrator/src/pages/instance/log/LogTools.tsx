import { Box, Button, Flex, SearchField, Select, Switch } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import type { LogLevel, LogLine } from '../../../api/useLogLines';
import { CopyButton } from '../../../components/data/CopyButton';
import { DownloadButton } from '../../../components/data/DownloadButton';
import { useTypedSearch } from '../../../components/useTypedSearch';
import { useInstanceSearch } from '../useInstanceSearch';
import { logFile } from './logText';

/** Props of {@link LogTools}. */
export interface LogToolsProps {
  readonly instanceId: string;
  readonly level: LogLevel;
  readonly text: string;
  /** The lines that are shown, to take them along. */
  readonly lines: readonly LogLine[];
  readonly isFollowing: boolean;
  readonly onFollow: (isFollowing: boolean) => void;
}

const levels = [
  { id: 'info', label: 'All lines' },
  { id: 'warn', label: 'Warnings and errors' },
  { id: 'error', label: 'Errors' },
];

/** Searches a log, narrows it, follows it and takes it along. What is searched for is kept in the address. */
export function LogTools(props: LogToolsProps) {
  const { instanceId, level, text, lines, isFollowing, onFollow } = props;
  const { task, hrefOf } = useInstanceSearch();
  const navigate = useNavigate();
  const search = useTypedSearch(text, wanted =>
    navigate(hrefOf({ q: wanted || undefined })),
  );
  const wholeText = () => logFile(lines);
  return (
    <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
      <Box width="14rem">
        <SearchField
          aria-label="Search the log"
          placeholder="Search the log"
          size="small"
          value={search.text}
          onChange={search.type}
        />
      </Box>
      <Box width="12rem">
        <Select
          aria-label="How grave"
          size="small"
          options={levels}
          selectedKey={level}
          onSelectionChange={key =>
            navigate(hrefOf({ level: key === 'info' ? undefined : `${key}` }))
          }
        />
      </Box>
      {task !== undefined && (
        <Button
          size="small"
          variant="secondary"
          iconEnd={<RiCloseLine aria-hidden="true" />}
          onPress={() => navigate(hrefOf({ task: undefined }))}
        >
          {`Only ${task}`}
        </Button>
      )}
      <Switch label="Follow" isSelected={isFollowing} onChange={onFollow} />
      <CopyButton label="Copy" text={wholeText} />
      <DownloadButton fileName={`${instanceId}.log`} text={wholeText} />
    </Flex>
  );
}
