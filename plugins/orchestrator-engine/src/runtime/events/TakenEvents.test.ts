import fc from 'fast-check';
import { TakenEvents, type TakenEvent } from './TakenEvents';

const event = (id: number) => ({ source: '/s', id: String(id) });

/** What a task that listens can take, said in the simplest way. */
function isLeft(
  taken: readonly TakenEvent[],
  began: number,
  taskKey: string,
  id: number,
): boolean {
  return !taken.some(
    ([, other, by], place) =>
      other === String(id) && (place < began || by === taskKey),
  );
}

describe('events that were taken', () => {
  it('are left for who listens at the same time, once for each, and not for who begins later', () => {
    const someActs = fc.array(
      fc.record({
        act: fc.constantFrom('listen', 'take', 'end'),
        task: fc.constantFrom('a', 'b', 'c'),
        id: fc.nat(4),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(someActs, acts => {
        let taken = new TakenEvents();
        const all: TakenEvent[] = [];
        const began = new Map<string, number>();
        for (const { act, task, id } of acts) {
          if (act === 'listen') {
            taken.listen(task);
            began.set(task, began.get(task) ?? all.length);
          } else if (act === 'end') {
            taken.end(task);
            began.delete(task);
          } else {
            taken.take(task, event(id));
            all.push(['/s', String(id), task]);
          }
          // As a checkpoint keeps it.
          taken = new TakenEvents(taken.all, taken.listeners);
          for (const [key, count] of began) {
            expect(taken.isLeftFor(key, event(id))).toBe(
              isLeft(all, count, key, id),
            );
          }
        }
      }),
    );
  });

  it('are forgotten when there are many, the oldest first, and what is kept goes on to count', () => {
    const taken = new TakenEvents([], [], 1_000);
    taken.listen('first');
    for (let id = 0; id < 10_000; id += 1) {
      if (id === 9_400) taken.listen('late');
      taken.take(`task-${id}`, event(id));
    }
    expect(taken.all.length).toBeLessThanOrEqual(1_500);
    expect(taken.all.at(-1)).toEqual(['/s', '9999', 'task-9999']);
    for (const again of [
      taken,
      new TakenEvents(taken.all, taken.listeners, 1_000),
    ]) {
      expect(again.isLeftFor('late', event(9_399))).toBe(false);
      expect(again.isLeftFor('late', event(9_400))).toBe(true);
      expect(again.isLeftFor('first', event(9_399))).toBe(true);
      expect(again.isLeftFor('task-9500', event(9_500))).toBe(false);
    }
  });
});
