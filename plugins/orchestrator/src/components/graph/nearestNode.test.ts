import { nearestNode, type Direction } from './nearestNode';

const size = { width: 232, height: 52 };

/** One task, a box around two branches, and a task below. */
const boxes = new Map([
  ['first', { x: 150, y: 0, ...size }],
  ['fork', { x: 0, y: 100, width: 600, height: 300 }],
  ['left', { x: 20, y: 200, ...size }],
  ['right', { x: 300, y: 200, ...size }],
  ['last', { x: 150, y: 450, ...size }],
]);

describe('the next node', () => {
  it.each<[string, Direction, string | undefined]>([
    ['first', 'down', 'fork'],
    ['fork', 'down', 'left'],
    ['left', 'right', 'right'],
    ['right', 'left', 'left'],
    ['left', 'down', 'last'],
    ['last', 'up', 'left'],
    ['fork', 'up', 'first'],
    ['first', 'up', undefined],
    ['right', 'right', undefined],
    ['nowhere', 'down', undefined],
  ])('from %s, %s, is %s', (from, direction, to) => {
    expect(nearestNode(boxes, from, direction)).toBe(to);
  });
});
