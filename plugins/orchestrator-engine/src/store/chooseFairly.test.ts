import { chooseFairly, type Candidate } from './chooseFairly';

function candidates(
  workflowId: string,
  count: number,
  more: Partial<Candidate> = {},
): Candidate[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${workflowId}${index}`,
    workflowId,
    priority: 0,
    wakeAt: index,
    ...more,
  }));
}

const idsOf = (chosen: readonly Candidate[]) => chosen.map(({ id }) => id);

describe('chooseFairly', () => {
  it('takes from each workflow in turn, of each what is due longest', () => {
    const due = [...candidates('a', 5), ...candidates('b', 2, { wakeAt: 99 })];
    expect(idsOf(chooseFairly(due, { limit: 5 }))).toEqual([
      'a0',
      'b0',
      'a1',
      'b1',
      'a2',
    ]);
  });

  it('prefers the workflow of which the worker has fewest', () => {
    const due = [...candidates('a', 3), ...candidates('b', 3, { wakeAt: 99 })];
    const owned = new Map([['a', 10]]);
    expect(idsOf(chooseFairly(due, { limit: 3, owned }))).toEqual([
      'b0',
      'b1',
      'b2',
    ]);
  });

  it('takes a higher priority first, whatever its workflow has', () => {
    const due = [
      ...candidates('a', 2),
      ...candidates('b', 2, { priority: 5, wakeAt: 99 }),
    ];
    const owned = new Map([['b', 10]]);
    expect(idsOf(chooseFairly(due, { limit: 3, owned }))).toEqual([
      'b0',
      'b1',
      'a0',
    ]);
  });

  it('takes no more of a workflow than it may have', () => {
    const due = [...candidates('a', 5), ...candidates('b', 1)];
    const owned = new Map([['a', 1]]);
    const room = { limit: 9, owned, maxPerWorkflow: 3 };
    expect(idsOf(chooseFairly(due, room)).sort()).toEqual(['a0', 'a1', 'b0']);
  });
});
