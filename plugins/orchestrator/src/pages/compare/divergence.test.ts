import {
  comparedLabel,
  divergence,
  longerBy,
  type ComparedTask,
} from './divergence';

function task(key: string, a?: string, b?: string): ComparedTask {
  return {
    key,
    name: key,
    different: a !== b,
    ...(a && { a: { status: a as 'completed' } }),
    ...(b && { b: { status: b as 'completed' } }),
  };
}

describe('the task with which two runs part', () => {
  it('is the first that ended otherwise', () => {
    const parting = task('/do/1/charge', 'completed', 'failed');
    expect(
      divergence([
        task('/do/0/fetch', 'completed', 'completed'),
        parting,
        task('/do/2/ship', 'completed'),
      ]),
    ).toBe(parting);
  });

  it('is the innermost of those that contain each other', () => {
    const inner = task('/do/0/guard/try/0/charge', 'completed', 'failed');
    expect(
      divergence([task('/do/0/guard', 'completed', 'failed'), inner]),
    ).toBe(inner);
  });

  it('does not exist when all tasks ended alike', () => {
    expect(divergence([task('/do/0/fetch', 'failed', 'failed')])).toBe(
      undefined,
    );
  });
});

it('names a pass and an attempt as people count', () => {
  expect(comparedLabel(task('/do/0/each/do/0/fetch[2.a3]'))).toBe(
    'fetch #3 (attempt 3)',
  );
});

it('tells how much longer the second took, once both have ended', () => {
  const timed = (a?: number, b?: number): ComparedTask => ({
    ...task('/do/0/fetch'),
    a: { status: 'completed', durationMs: a },
    b: { status: 'completed', durationMs: b },
  });
  expect(longerBy(timed(1000, 400))).toBe(-600);
  expect(longerBy(timed(1000))).toBeUndefined();
});
