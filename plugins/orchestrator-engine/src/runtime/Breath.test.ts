import { Breath } from './Breath';

/** A clock that moves only when it is told that work has taken time. */
function workingClock() {
  let now = 0;
  return {
    clock: { now: () => now, schedule: () => () => {} },
    work: (ms: number) => {
      now += ms;
    },
  };
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

it('gives way once interpretation has kept the process for 10 ms', async () => {
  const { clock, work } = workingClock();
  const breath = new Breath(clock);
  expect(breath.take()).toBeUndefined();
  work(9);
  expect(breath.take()).toBeUndefined();
  work(1);
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  await breath.take();
  expect(hadTurn).toBe(true);
  expect(breath.take()).toBeUndefined();
});

it('does not count what the process has waited for', async () => {
  const { clock, work } = workingClock();
  const breath = new Breath(clock);
  expect(breath.take()).toBeUndefined();
  await turn();
  work(1000);
  expect(breath.take()).toBeUndefined();
});

it('lets those that wait go on in one turn, as far as it goes', async () => {
  const { clock, work } = workingClock();
  const breath = new Breath(clock);
  let turns = 0;
  const count = () => {
    turns += 1;
    if (turns < 20) setImmediate(count);
  };
  breath.take();
  work(10);
  setImmediate(count);
  const goneOnIn = await Promise.all(
    Array.from({ length: 5 }, async () => {
      await breath.take();
      await Promise.resolve();
      work(4);
      return turns;
    }),
  );
  const [first] = goneOnIn;
  expect(goneOnIn).toEqual([first, first, first, first + 1, first + 1]);
});
