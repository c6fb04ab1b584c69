// What the figures must be, whatever the machine.

/** Of each aim: what it is, and whether a result reaches it; `undefined` when it is not about that. */
const aims = [
  {
    what: 'a list answers with many instances within twice the time with few (p99)',
    reached: ({ name, p99ToFewest }) =>
      name.startsWith('list') && name !== 'list without an index'
        ? p99ToFewest <= 2
        : undefined,
  },
  {
    what: 'the stream tells of the first task within 200 ms (p95)',
    reached: ({ name, p95Ms }) =>
      name === 'start → task.started' ? p95Ms <= 200 : undefined,
  },
];

/** Tells which aims are reached. @returns whether all are */
export function reportAims(results) {
  const outcomes = results.flatMap(result =>
    aims.flatMap(({ what, reached }) => {
      const isReached = reached(result);
      return isReached === undefined ? [] : [{ what, result, isReached }];
    }),
  );
  const missed = outcomes.filter(({ isReached }) => !isReached);
  for (const { what, result } of missed) {
    const { kind, stored, name } = result;
    console.log(`✗ ${kind}, ${stored} stored, ${name}: not so that ${what}`);
  }
  const passed = outcomes.length - missed.length;
  console.log(`bench api: ${passed} passed, ${missed.length} failed`);
  return missed.length === 0;
}
