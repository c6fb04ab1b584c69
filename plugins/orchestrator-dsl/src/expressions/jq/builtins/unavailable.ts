const INPUT = 'an expression has one input only';
const HOST = 'expressions cannot reach their surroundings';
const NO_SUCH = 'JavaScript has no such function';

/** What jq has but expressions do not, each with the reason. @internal */
export const UNAVAILABLE: ReadonlyMap<string, string> = new Map([
  ['input/0', INPUT],
  ['inputs/0', INPUT],
  ['input_filename/0', INPUT],
  ['input_line_number/0', INPUT],
  ['env/0', HOST],
  ['halt/0', HOST],
  ['halt_error/0', HOST],
  ['halt_error/1', HOST],
  ['get_search_list/0', HOST],
  ['get_prog_origin/0', HOST],
  ['get_jq_origin/0', HOST],
  ['modulemeta/0', 'there are no modules'],
  ...'gamma/0 lgamma/0 tgamma/0 lgamma_r/0 erf/0 erfc/0 j0/0 j1/0 y0/0 y1/0 jn/2 yn/2'
    .split(' ')
    .map((signature): [string, string] => [signature, NO_SUCH]),
]);

/** @internal */
export const NO_CLOCK =
  'now is not available: it would differ on a replay; use $workflow.startedAt or $task.startedAt';
