import fc from 'fast-check';
import type { Json } from '../../Json';
import { all } from './__testUtils__/evaluate';

const keys = fc.constantFrom('a', 'b', 'é', '__proto__', 'constructor', '😀');

const json = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false, 0, 1, -1.5, 1e300, '', 'a', 'é😀'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(keys, tie('value')), { maxLength: 4 })
      .map(entries => Object.fromEntries(entries)),
  ),
})).value;

it.each([
  '(tojson | fromjson) == .',
  '. as $v | [paths] | all(. as $p | $v | [getpath($p)] == [getpath($p[:-1])[$p[-1]]])',
  '. as $v | all(paths; . as $p | $v | setpath($p; 7) | getpath($p) == 7)',
  '. as $v | all(paths; . as $p | $v | setpath($p; getpath($p)) == $v)',
  '. as $v | all(paths; . as $p | $v | delpaths([$p]) | tojson | length < ($v | tojson | length))',
  'fromstream(tostream) == .',
  'del(..?) == null',
  '(.. |= .) == .',
  'walk(.) == .',
  '[.[]?] | sort == (sort | sort)',
  '[.[]?] | (sort | length) == length and unique == (sort | unique)',
  '[.[]?] | sort as $s | all(range(1; length); $s[. - 1] <= $s[.])',
  '[.[]?] | (group_by(type) | (add // []) | sort) == sort',
  '[.[]?] | (min == sort[0]) and (max == sort[-1])',
  '[.[]?] | (reverse | reverse) == .',
  '(. < $other) == ($other > .) and ((. <= $other) == ((. < $other) or (. == $other)))',
  '[., $other] | (.[0] < .[1]) or (.[1] < .[0]) or (.[0] == .[1])',
  'if type == "object" then (to_entries | from_entries) == . and (keys | sort) == keys else true end',
  'if type == "object" then (. * .) == . and (. + {}) == . else true end',
  '[.[]?] | all(. as $x | [$x] | inside([$x]))',
  '(tojson | explode | implode) == tojson',
  '(tojson | @base64 | @base64d) == tojson',
  '(tojson | [match("";"g")] | length) == (tojson | length + 1)',
  '(tojson | gsub("(?<c>.)"; "\\(.c)")) == tojson',
  '(tojson | split("")) == (tojson | explode | map([.] | implode))',
])('for any data, %s', law => {
  fc.assert(
    fc.property(json, json, (input, other) => {
      const results = all(law, input, { other });
      expect(results.filter(result => result !== true)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
