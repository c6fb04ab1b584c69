import {
  emptyInstance,
  type TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { valueWithin } from './valueWithin';
import { wholeOf } from './wholeOf';
import { MAX_TASKS } from './shownTasks';
import { stateInShort } from './stateInShort';

const loop = '/do/0/each/do/0/work';

function iteration(index: number, more: Partial<TaskState> = {}): TaskState {
  return {
    key: `${loop}[${index}]`,
    ref: loop,
    name: 'work',
    status: 'completed',
    retries: [],
    ...more,
  };
}

function stateOf(tasks: readonly TaskState[]) {
  return { ...emptyInstance('i1'), tasks };
}

/** A value of so many bytes that no other is like. */
function valueOf(index: number, bytes: number) {
  return { value: `${index}:`.padEnd(bytes - 2, 'x') };
}

describe('stateInShort', () => {
  it('leaves a state of usual size as it is', () => {
    const tasks = Array.from({ length: MAX_TASKS }, (_, index) =>
      iteration(index, { input: valueOf(index, 250), output: { value: 1 } }),
    );
    expect(stateInShort(stateOf(tasks))).toEqual(stateOf(tasks));
  });

  it('keeps what has not ended, what waits to be decided on, and the latest of each task', () => {
    const once = { ...iteration(0), key: '/do/9/once', ref: '/do/9/once' };
    const needed = [
      once,
      iteration(1, { status: 'waiting' }),
      iteration(2, { status: 'failed', canRetry: true }),
    ];
    const others = Array.from({ length: 2_000 }, (_, index) =>
      iteration(index + 3),
    );

    const { tasks, tasksLeftOut } = stateInShort(
      stateOf([...needed, ...others]),
    );

    expect(tasks.slice(0, 3)).toEqual(needed);
    expect(tasks.slice(3)).toEqual(others.slice(-(MAX_TASKS - 3)));
    expect(tasksLeftOut).toBe(2_003 - MAX_TASKS);
  });

  it('shows all that have not ended, even when these are many', () => {
    const tasks = Array.from({ length: 600 }, (_, index) =>
      iteration(index, { status: 'running' }),
    );
    const shown = stateInShort(stateOf([iteration(999), ...tasks]));
    expect(shown.tasks).toEqual(tasks);
    expect(shown.tasksLeftOut).toBe(1);
  });

  it('refers to values of earlier tasks when there is much of them, so that each can be found', async () => {
    const tasks = Array.from({ length: 2_000 }, (_, index) =>
      iteration(index, {
        input: valueOf(2 * index, 3_900),
        output: valueOf(2 * index + 1, 3_900),
      }),
    );
    const state = stateOf(tasks);

    const shown = stateInShort(state);

    expect(JSON.stringify(state).length).toBeGreaterThan(15_000_000);
    expect(JSON.stringify(shown).length).toBeLessThan(1_000_000);
    expect(shown.tasks.at(-1)).toEqual(tasks.at(-1));
    const [first] = shown.tasks;
    const whole = tasks.find(({ key }) => key === first.key);
    for (const member of ['input', 'output'] as const) {
      const { sha256, bytes } = Object(first[member]);
      const found = valueWithin(state, sha256);
      expect(bytes).toBe(3_900);
      expect(found && JSON.parse(await wholeOf(found))).toEqual(
        Object(whole?.[member]).value,
      );
    }
  });

  it('shows small values all the same: a reference would be no shorter', () => {
    const tasks = Array.from({ length: 500 }, (_, index) =>
      iteration(index, {
        input: valueOf(index, 500),
        output: valueOf(index, 4_000),
      }),
    );
    const [first] = stateInShort(stateOf(tasks)).tasks;
    expect(first.input).toEqual(tasks[0].input);
    expect(first.output).toMatchObject({ bytes: 4_000 });
  });

  it('hides what is hidden', () => {
    const hidden = { redacted: true, permission: 'p' } as const;
    const tasks = [iteration(0, { input: hidden })];
    expect(stateInShort(stateOf(tasks)).tasks).toEqual(tasks);
  });
});
