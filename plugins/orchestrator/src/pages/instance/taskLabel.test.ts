import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import { taskLabel } from './taskLabel';

it.each([
  ['/do/0/fetch', 'fetch'],
  ['/do/0/each/do/0/fetch[3]', 'fetch #4'],
  ['/do/0/each/do/0/fetch[3.1]', 'fetch #4.2'],
  ['/do/0/guard/try/0/fetch[a2]', 'fetch (attempt 2)'],
  ['/do/0/fetch[r1]', 'fetch (round 2)'],
  ['/do/0/guard/try/0/fetch[r1.a3.r0]', 'fetch (round 2) (attempt 3)'],
])('%s is shown as %s', (runKey, label) => {
  const { runId: key, ...task } = parseTaskKey(runKey);
  expect(taskLabel({ ...task, key, status: 'running', retries: [] })).toBe(
    label,
  );
});
