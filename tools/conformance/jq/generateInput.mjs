const SCALARS = [
  null,
  true,
  false,
  0,
  1,
  2,
  -1,
  1.5,
  10,
  'a',
  'b',
  'abc',
  '',
  'é😀',
  'a b',
  '1',
  3,
  100,
];
const KEYS = ['a', 'b', 'c', 'd e', 'é', 'B'];

/** Data for programs: mostly objects and arrays of what the programs ask for. */
export function inputFor(random) {
  return valueOf(random, 3);
}

function valueOf(random, depth) {
  const kind = depth === 0 ? 0 : random.below(5);
  if (kind < 1) return random.oneOf(SCALARS);
  return kind < 3 ? objectOf(random, depth - 1) : arrayOf(random, depth - 1);
}

function arrayOf(random, depth) {
  return Array.from({ length: random.below(5) }, () => valueOf(random, depth));
}

function objectOf(random, depth) {
  const entries = Array.from({ length: random.below(4) }, () => [
    random.oneOf(KEYS),
    valueOf(random, depth),
  ]);
  return Object.fromEntries(entries);
}
