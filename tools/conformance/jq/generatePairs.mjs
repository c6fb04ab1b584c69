import { randomFrom } from '../../lib/randomFrom.mjs';
import { inputFor } from './generateInput.mjs';
import {
  LEAVES,
  NUMBERS,
  PATHS,
  SMALL_NUMBERS,
  STRINGS,
  TEMPLATES,
} from './programParts.mjs';

/** Pairs of a program and an input, the same for the same seed. */
export function* generatePairs(count, seed) {
  const random = randomFrom(seed);
  const families = Object.keys(TEMPLATES);
  for (let index = 0; index < count; index += 1) {
    const family = random.oneOf(families);
    const program = fill(random.oneOf(TEMPLATES[family]), random, 2);
    yield { family, program, input: inputFor(random) };
  }
}

function fill(template, random, depth) {
  return template.replace(/\b[EPSNM]\b/g, kind => {
    if (kind === 'P') return random.oneOf(PATHS);
    if (kind === 'S') return random.oneOf(STRINGS);
    if (kind === 'M') return random.oneOf(SMALL_NUMBERS);
    if (kind === 'N') return random.oneOf(NUMBERS);
    return expression(random, depth);
  });
}

function expression(random, depth) {
  if (depth === 0 || random.below(3) === 0) {
    return random.oneOf(random.below(3) === 0 ? PATHS : LEAVES);
  }
  const family = random.oneOf(Object.keys(TEMPLATES));
  return `(${fill(random.oneOf(TEMPLATES[family]), random, depth - 1)})`;
}
