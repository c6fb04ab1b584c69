import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import { unfit } from '../values/describe';
import type { Plain, Plains } from './Builtin';

/** Functions of numbers. @internal */
export const math: Plains = {
  ...unary({
    floor: Math.floor,
    ceil: Math.ceil,
    trunc: Math.trunc,
    round: value => Math.sign(value) * Math.round(Math.abs(value)),
    rint: roundHalfEven,
    nearbyint: roundHalfEven,
    sqrt: Math.sqrt,
    cbrt: Math.cbrt,
    fabs: Math.abs,
    exp: Math.exp,
    exp2: value => 2 ** value,
    exp10: value => 10 ** value,
    pow10: value => 10 ** value,
    expm1: Math.expm1,
    log: Math.log,
    log2: Math.log2,
    log10: Math.log10,
    log1p: Math.log1p,
    logb,
    significand,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    asinh: Math.asinh,
    acosh: Math.acosh,
    atanh: Math.atanh,
  }),
  ...binary({
    pow: power,
    atan2: Math.atan2,
    fmod: (left, right) => left % right,
    fmin: (left, right) => pick(left, right, Math.min),
    fmax: (left, right) => pick(left, right, Math.max),
    fdim: (left, right) => (left > right ? left - right : sameNan(left, right)),
    hypot: (left, right) => Math.hypot(left, right),
    copysign: (left, right) =>
      isNegative(left) === isNegative(right) ? left : -left,
    drem: ieeeRemainder,
    remainder: ieeeRemainder,
    ldexp: scale,
    scalb: scale,
    scalbln: scale,
    nextafter: nextAfter,
    nexttoward: nextAfter,
  }),
  'fma/3': (_run, _input, a, b, c) =>
    requireNumber(a) * requireNumber(b) + requireNumber(c),
  'frexp/0': (_run, input) => {
    const { fraction, exponent } = split(requireNumber(input));
    return [fraction, exponent];
  },
  'modf/0': (run, input) => {
    const value = requireNumber(input);
    const whole = Math.trunc(value);
    run.hasLeftJson ||= !Number.isFinite(value);
    return [Number.isFinite(value) ? value - whole : 0, whole];
  },
  'abs/0': (_run, input) => {
    if (typeof input !== 'number') throw unfit(input, 'has no absolute value');
    return Math.abs(input);
  },
  'infinite/0': () => Infinity,
  'nan/0': () => NaN,
  'isinfinite/0': (_run, input) => Math.abs(requireNumber(input)) === Infinity,
  'isnan/0': (_run, input) => Number.isNaN(requireNumber(input)),
  'isnormal/0': (_run, input) => isNormal(requireNumber(input)),
  'isfinite/0': (_run, input) => Math.abs(requireNumber(input)) !== Infinity,
  'have_literal_numbers/0': () => true,
  'have_decnum/0': () => false,
};

function unary(functions: {
  readonly [name: string]: (value: number) => number;
}): Plains {
  return Object.fromEntries(
    Object.entries(functions).map(([name, apply]): [string, Plain] => [
      `${name}/0`,
      (_run, input) => apply(requireNumber(input)),
    ]),
  );
}

function binary(functions: {
  readonly [name: string]: (left: number, right: number) => number;
}): Plains {
  return Object.fromEntries(
    Object.entries(functions).map(([name, apply]): [string, Plain] => [
      `${name}/2`,
      (_run, _input, left, right) =>
        apply(requireNumber(left), requireNumber(right)),
    ]),
  );
}

function requireNumber(value: Json): number {
  if (typeof value === 'number') return value;
  throw unfit(value, 'number required');
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const difference = value - floor;
  if (difference !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** JavaScript gives NaN for 1 and infinity, C gives 1. */
function power(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && Math.abs(exponent) === Infinity) return 1;
  return base ** exponent;
}

function pick(
  left: number,
  right: number,
  choose: (left: number, right: number) => number,
): number {
  if (Number.isNaN(left)) return right;
  return Number.isNaN(right) ? left : choose(left, right);
}

function sameNan(left: number, right: number): number {
  return Number.isNaN(left) || Number.isNaN(right) ? NaN : 0;
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

function ieeeRemainder(left: number, right: number): number {
  if (!Number.isFinite(left) || right === 0) return NaN;
  if (!Number.isFinite(right)) return Number.isNaN(right) ? NaN : left;
  const size = Math.abs(right);
  let rest = Math.abs(left) % (2 * size);
  if (rest * 2 > size)
    rest -= rest * 2 > 3 * size || rest * 2 === 3 * size ? 2 * size : size;
  return isNegative(left) ? -rest : rest;
}

const MAX_SHIFT = 1000;

/** In several steps, because a power of two alone may be too large or too small. */
function scale(value: number, exponent: number): number {
  let scaled = value;
  let left = Math.max(-3000, Math.min(3000, Math.trunc(exponent)));
  while (left !== 0 && Number.isFinite(scaled) && scaled !== 0) {
    const shift = Math.max(-MAX_SHIFT, Math.min(MAX_SHIFT, left));
    scaled *= 2 ** shift;
    left -= shift;
  }
  return scaled;
}

/** The number as a fraction of at least a half times a power of two. */
function split(value: number): {
  readonly fraction: number;
  readonly exponent: number;
} {
  if (value === 0 || !Number.isFinite(value)) {
    return { fraction: value, exponent: 0 };
  }
  let exponent = Math.max(-1074, Math.floor(Math.log2(Math.abs(value))) + 1);
  let fraction = scale(value, -exponent);
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent -= 1;
  }
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent += 1;
  }
  return { fraction, exponent };
}

function logb(value: number): number {
  if (value === 0) return -Infinity;
  if (!Number.isFinite(value)) return Math.abs(value);
  return split(value).exponent - 1;
}

function significand(value: number): number {
  return value === 0 || !Number.isFinite(value)
    ? value
    : split(value).fraction * 2;
}

const SMALLEST_NORMAL = 2.2250738585072014e-308;

function isNormal(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) >= SMALLEST_NORMAL;
}

function nextAfter(value: number, target: number): number {
  if (Number.isNaN(value) || Number.isNaN(target)) return NaN;
  if (value === target) return target;
  if (value === 0) return target > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const awayFromZero = target > value === value > 0;
  view.setBigInt64(0, view.getBigInt64(0) + (awayFromZero ? 1n : -1n));
  return view.getFloat64(0);
}

/** What the range functions complain of. @internal */
export function requireBound(value: Json): number {
  if (typeof value === 'number') return value;
  throw new JqError('Range bounds must be numeric');
}
