import { isPlaceBy, readCursor, writeCursor } from './cursor';
import { pageOf, pageSizeOf } from './paging';

interface Place {
  readonly at: number;
  readonly id: string;
}

const isPlace = isPlaceBy<Place>('at', 'id');

describe('a page', () => {
  const found = [1, 2, 3].map(at => ({ at, id: `i${at}`, more: true }));
  const placeOf = ({ at, id }: Place) => ({ at, id });

  it('holds what was asked for, and leads to the next one', () => {
    const { items, next } = pageOf(found, 2, placeOf);

    expect(items).toEqual(found.slice(0, 2));
    expect(readCursor(next, isPlace)).toEqual({ at: 2, id: 'i2' });
  });

  it.each([
    ['which is full', found, 3],
    ['which is not full', found, 4],
    ['of an empty list', [], 2],
    ['of no items', [], 0],
  ])('that is the last one, %s, leads nowhere', (_which, list, size) => {
    expect(pageOf(list, size, placeOf)).toEqual({
      items: list,
      next: undefined,
    });
  });

  it('has fifty items unless it is said how many', () => {
    expect(pageSizeOf({})).toBe(50);
    expect(pageSizeOf({ limit: 7 })).toBe(7);
  });
});

describe('a cursor', () => {
  it.each([
    ['nothing of a place', {}],
    ['a part of one', { at: 1 }],
    ['a time that is none', { at: 1.5, id: 'i' }],
    ['a time that is a text', { at: '1', id: 'i' }],
    ['a text that no database can look for', { at: 1, id: 'i\0' }],
  ])('is refused that holds %s', (_what, place) => {
    expect(() => readCursor(writeCursor(place), isPlace)).toThrow(
      'must be the "next" of a page of this list',
    );
  });

  it.each(['', 'nonsense', writeCursor([]), 'bnVsbA'])(
    'is refused that no list has written: "%s"',
    cursor => {
      expect(() => readCursor(cursor, isPlace)).toThrow('/query/cursor');
    },
  );
});
