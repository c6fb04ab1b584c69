import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTask } from '../../api/useTask';
import { TaskPanel } from './TaskPanel';
import styles from './TaskPanel.module.css';
import { useInstanceSearch } from './useInstanceSearch';

/** Props of {@link WithTaskPanel}. */
export interface WithTaskPanelProps {
  readonly state: InstanceState;
  readonly isLive: boolean;
  readonly children: ReactNode;
}

/** A tab of the instance page, with the selected task beside it. */
export function WithTaskPanel(props: WithTaskPanelProps) {
  const { state, isLive, children } = props;
  const { task: selectedKey, hrefOf } = useInstanceSearch();
  const navigate = useNavigate();
  const selected = useTask(state, selectedKey);
  return (
    <div className={styles.layout} data-has-panel={selected !== undefined}>
      <Flex direction="column" gap="4">
        {children}
      </Flex>
      {selected && (
        <TaskPanel
          state={state}
          task={selected}
          isLive={isLive}
          onClose={() => navigate(hrefOf({ task: undefined }))}
        />
      )}
    </div>
  );
}
