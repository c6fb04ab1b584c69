import { Box, ButtonLink, Flex, Text } from '@backstage/ui';
import { RiCloseCircleFill } from '@remixicon/react';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { CopyButton } from '../../components/data/CopyButton';
import { Facts } from '../../components/layout/Facts';
import { RetryButton } from './acts/RetryButton';
import { errorMarkdown } from './errorMarkdown';
import { taskLabel } from './taskLabel';
import { useInstanceSearch } from './useInstanceSearch';
import { failedTask } from './whereAndWhy';

/** Props of {@link FailurePanel}. */
export interface FailurePanelProps {
  readonly state: InstanceState;
}

/** What a failed instance died of: where, what, and the way to the task. Nothing for others. */
export function FailurePanel({ state }: FailurePanelProps) {
  const { hrefOf } = useInstanceSearch();
  const { error } = state;
  if (state.status !== 'failed' || !error) return null;
  const task = failedTask(state);
  return (
    <Box
      bg="danger"
      p="4"
      role="region"
      aria-label="Failure"
      style={{ borderRadius: 'var(--bui-radius-3)' }}
    >
      <Flex direction="column" gap="3">
        <Flex align="center" gap="2">
          <RiCloseCircleFill
            aria-hidden="true"
            color="var(--bui-fg-negative)"
          />
          <Text as="h3" variant="title-x-small" weight="bold">
            {failureTitle(state, task && taskLabel(task))}
          </Text>
        </Flex>
        <Facts
          facts={[
            { label: 'Detail', value: error.detail },
            { label: 'Called', value: task?.call?.target },
            { label: 'Status', value: error.status },
            { label: 'Type', value: error.type },
            {
              label: 'Attempts',
              value: task?.retries.length
                ? (task.retriesLeftOut ?? 0) + task.retries.length + 1
                : undefined,
            },
          ]}
        />
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          <RetryButton state={state} />
          {task && (
            <ButtonLink
              size="small"
              variant="secondary"
              href={hrefOf({ tab: 'progress', task: task.key })}
            >
              Show the task
            </ButtonLink>
          )}
          <CopyButton
            label="Copy error"
            text={errorMarkdown(state, window.location.href)}
          />
        </Flex>
      </Flex>
    </Box>
  );
}

function failureTitle({ error }: InstanceState, task: string | undefined) {
  const what = error?.title ?? 'The run failed';
  return task ? `${task}: ${what}` : what;
}
