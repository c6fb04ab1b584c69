import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { taskLabel } from './taskLabel';
import { failedTask } from './whereAndWhy';

/** The failure of an instance as Markdown, to paste into an issue or a chat. */
export function errorMarkdown(state: InstanceState, url: string): string {
  const { workflow, error } = state;
  const task = failedTask(state);
  const facts = [
    `**${error?.title ?? 'Failed'}** in workflow \`${workflow.id}\` ${
      workflow.version
    }`,
    `- Instance: [${state.id}](${url})`,
    task && `- Task: \`${taskLabel(task)}\` (\`${task.key}\`)`,
    task?.call && `- Called: \`${task.call.target}\``,
    `- Ended: ${state.endedAt ?? 'unknown'}`,
  ];
  const json = ['```json', JSON.stringify(error, null, 2), '```'];
  return [...facts.filter(Boolean), '', ...json].join('\n');
}
