import { parseDuration } from './parseDuration';
import type { Json } from './WorkflowDefinition';

it.each<[Json, number | undefined]>([
  ['PT30S', 30_000],
  ['P1D', 86_400_000],
  [{ seconds: 1, milliseconds: 5 }, 1005],
  [{}, undefined],
  [{ seconds: '1' }, undefined],
  [{ seconds: -1 }, undefined],
  [{ second: 1 }, undefined],
  [[1], undefined],
  ['30s', undefined],
  ['PT', undefined],
  [30, undefined],
  [null, undefined],
])('%j is %p milliseconds', (value, ms) => {
  expect(parseDuration(value)).toBe(ms);
});
