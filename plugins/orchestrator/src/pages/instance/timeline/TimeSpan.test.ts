import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { InstanceLog } from '../../../__testUtils__/InstanceLog';
import { spanOfRun, spanOfTasks } from './TimeSpan';

const began = Date.parse('2026-01-01T10:00:00Z');
const now = began + 60_000;

const state = foldEvents(
  new InstanceLog('i', 'w', '2026-01-01T10:00:00Z').add(
    { type: 'instance.created', data: { input: { value: {} } } },
    { type: 'instance.started', data: {} },
    {
      type: 'task.started',
      task: '/do/0/a',
      data: { kind: 'set', input: { value: {} } },
      afterMs: 1000,
    },
    {
      type: 'task.completed',
      task: '/do/0/a',
      data: { output: { value: {} }, durationMs: 2000 },
      afterMs: 2000,
    },
    {
      type: 'task.started',
      task: '/do/1/b',
      data: { kind: 'wait', input: { value: {} } },
    },
  ).events,
);

it('goes on to now as long as a run has not ended', () => {
  expect(spanOfRun(state, now)).toEqual({ start: began, end: now });
});

it('goes from the first start to the last end', () => {
  const [a, b] = state.tasks;
  expect(spanOfTasks([a], now)).toEqual({
    start: began + 1000,
    end: began + 3000,
  });
  expect(spanOfTasks([a, b], now)).toEqual({ start: began + 1000, end: now });
  expect(spanOfTasks([], now)).toBeUndefined();
});
