import {
  Box,
  Button,
  ButtonIcon,
  Flex,
  Select,
  TextAreaField,
} from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import type { GraphNode } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  answerProblem,
  sampleAnswers,
  type AnswerKind,
  type MockEntry,
} from './mocks';

/** Props of {@link MockFields}. */
export interface MockFieldsProps {
  /** The tasks that can be answered. */
  readonly tasks: readonly GraphNode[];
  readonly entries: readonly MockEntry[];
  readonly onChange: (entries: readonly MockEntry[]) => void;
}

/** Answers that take the place of calls, each for one task. */
export function MockFields({ tasks, entries, onChange }: MockFieldsProps) {
  const add = () => {
    const free = tasks.find(({ id }) => entries.every(e => e.task !== id));
    const id = Math.max(0, ...entries.map(entry => entry.id)) + 1;
    onChange([...entries, { id, ...entryFor(free ?? tasks[0]) }]);
  };
  return (
    <Flex direction="column" align="start" gap="3">
      {entries.map(entry => (
        <MockRow
          key={entry.id}
          entry={entry}
          tasks={tasks}
          onChange={next =>
            onChange(entries.map(one => (one === entry ? next : one)))
          }
          onRemove={() => onChange(entries.filter(one => one !== entry))}
        />
      ))}
      {tasks.length > 0 && (
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={add}
        >
          Add a mock
        </Button>
      )}
    </Flex>
  );
}

interface MockRowProps {
  readonly entry: MockEntry;
  readonly tasks: readonly GraphNode[];
  readonly onChange: (entry: MockEntry) => void;
  readonly onRemove: () => void;
}

function MockRow({ entry, tasks, onChange, onRemove }: MockRowProps) {
  const task = tasks.find(({ id }) => id === entry.task);
  const name = task?.title ?? entry.task;
  const problem = answerProblem(entry);
  return (
    <Flex
      direction="column"
      gap="2"
      role="group"
      aria-label={`Mock of ${name}`}
      style={{ width: '100%' }}
    >
      <Flex align="end" gap="2" style={{ flexWrap: 'wrap' }}>
        <Box style={{ flex: '1 1 10rem' }}>
          <Select
            label="The calls of"
            size="small"
            options={tasks.map(({ id, title }) => ({ id, label: title }))}
            selectedKey={entry.task}
            onSelectionChange={key => {
              const next = tasks.find(({ id }) => id === key);
              if (next) onChange({ ...entry, ...entryFor(next) });
            }}
          />
        </Box>
        <Box style={{ flex: '1 1 8rem' }}>
          <Select
            label="are answered with"
            size="small"
            options={kindsFor(task)}
            selectedKey={entry.kind}
            onSelectionChange={key => {
              const kind = kindsFor(task).find(({ id }) => id === key)?.id;
              if (kind) onChange({ ...entry, kind, text: sampleAnswers[kind] });
            }}
          />
        </Box>
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={`Remove the mock of ${name}`}
          icon={<RiDeleteBinLine />}
          onPress={onRemove}
        />
      </Flex>
      <TextAreaField
        aria-label={`Answer to ${name}`}
        description={problem}
        isInvalid={problem !== undefined}
        rows={3}
        value={entry.text}
        onChange={text => onChange({ ...entry, text })}
        style={{ fontFamily: 'var(--bui-font-monospace)' }}
      />
    </Flex>
  );
}

/** What a task can be answered with: one that listens, with events. */
function kindsFor(task: GraphNode | undefined): readonly {
  readonly id: AnswerKind;
  readonly label: string;
}[] {
  if (task?.kind === 'listen') return [{ id: 'events', label: 'Events' }];
  return [
    { id: 'output', label: 'An output' },
    { id: 'error', label: 'An error' },
  ];
}

function entryFor(task: GraphNode): Omit<MockEntry, 'id'> {
  const [{ id: kind }] = kindsFor(task);
  return { task: task.id, kind, text: sampleAnswers[kind] };
}
