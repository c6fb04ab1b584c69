import {
  emptyInstance,
  type TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { differencesOf } from './differencesOf';
import { firstOf } from './firstOf';
import { humanDuration } from './humanDuration';
import { presentBlockers } from './presentBlockers';
import { presentResult } from './presentResult';

it.each<[number, string]>([
  [0, '0 seconds'],
  [1_000, '1 second'],
  [1_250, '1.25 seconds'],
  [59_999, '60 seconds'],
  [60_000, '1 minute'],
  [125_400, '2 minutes 5 seconds'],
  [3_600_000, '1 hour'],
  [3_660_000, '1 hour 1 minute'],
  [100_000_000, '1 day 3 hours'],
])('%d ms are %s', (ms, text) => {
  expect(humanDuration(ms)).toBe(text);
});

describe('presentResult', () => {
  it('takes the result of the output, if it has one', () => {
    const result = { message: 'Done', extra: [1] };

    expect(presentResult({ other: 1, result })).toEqual(result);
  });

  it('takes all of an output without a result', () => {
    expect(presentResult({ total: 3 })).toEqual({ total: 3 });
  });

  it.each([
    ['text', 'text'],
    [7, '7'],
    [null, 'null'],
    [[1, 2], '[1,2]'],
  ])('makes a message of %j', (output, message) => {
    expect(presentResult(output)).toEqual({ message });
  });

  it('keeps outputs and next workflows that have their form, and leaves out others', () => {
    expect(
      presentResult({
        message: { text: 'Done' },
        outputs: [
          { key: 'Report', value: 'https://example.com', format: 'link' },
          { key: 'Count', value: 3, format: 'roman' },
          { key: 'List', value: ['a'] },
          { key: 'No value' },
          'nothing',
        ],
        nextWorkflows: [{ id: 'hello', name: 'Say hello' }, { id: 'x' }],
      }),
    ).toEqual({
      message: '{"text":"Done"}',
      outputs: [
        { key: 'Report', value: 'https://example.com', format: 'link' },
        { key: 'Count', value: 3 },
        { key: 'List', value: '["a"]' },
      ],
      nextWorkflows: [{ id: 'hello', name: 'Say hello' }],
    });
  });
});

describe('firstOf', () => {
  it('counts the differences that are too many to be told', () => {
    const { items, leftOut } = firstOf(
      differencesOf([1, 2, 3], [3, 2, 1, 0]),
      2,
    );

    expect(items).toEqual([
      { pointer: '/0', a: 1, b: 3 },
      { pointer: '/2', a: 3, b: 1 },
    ]);
    expect(leftOut).toBe(1);
  });

  it('leaves nothing out of what is short', () => {
    expect(firstOf(['a'], 1)).toEqual({ items: ['a'], leftOut: 0 });
  });
});

describe('presentBlockers', () => {
  const failedTask = (key: string, more: Partial<TaskState>): TaskState => ({
    key,
    ref: '/do/0/guard/try/0/ask',
    name: 'ask',
    status: 'failed',
    endedAt: '2026-11-22T03:00:00.000Z',
    error: { type: 'about:blank', title: 'Bad Gateway', status: 502 },
    retries: [],
    ...more,
  });

  it('asks for a decision where a task stands failed, not for attempts that were caught before', () => {
    const tasks = [
      failedTask('/do/0/guard/try/0/ask', {}),
      failedTask('/do/0/guard/try/0/ask[a2]', { canRetry: true }),
    ];
    const state = { ...emptyInstance('i1'), status: 'failed', tasks } as const;

    expect(presentBlockers(state)).toEqual([
      {
        task: '/do/0/guard/try/0/ask[a2]',
        name: 'ask',
        kind: 'decision',
        because: 'Bad Gateway',
      },
    ]);
  });

  it('names the innermost of the tasks that have not ended', () => {
    const waiting = {
      key: '/do/0/all/fork/branches/0/rest',
      ref: '/do/0/all/fork/branches/0/rest',
      name: 'rest',
      kind: 'wait',
      status: 'waiting',
      waitingUntil: '2026-11-22T04:00:00.000Z',
      retries: [],
    } as const;
    const around = {
      ...waiting,
      key: '/do/0/all',
      ref: '/do/0/all',
      name: 'all',
    } as const;
    const tasks = [around, waiting];
    const state = { ...emptyInstance('i1'), status: 'waiting', tasks } as const;

    expect(presentBlockers(state)).toMatchObject([
      { task: waiting.key, kind: 'timer' },
    ]);
  });
});
