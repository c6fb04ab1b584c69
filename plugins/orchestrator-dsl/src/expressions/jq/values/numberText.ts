/**
 * The text of a number as jq prints a computed one: the shortest digits that read back the same; an exponent of at least
 * two digits below 1e-4 and when more than fifteen zeros would have to be added.
 *
 * @internal
 */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (Number.isNaN(value)) return 'null';
  if (!Number.isFinite(value)) return numberText(clamp(value));
  return value < 0 ? `-${positiveText(-value)}` : positiveText(value);
}

/** Infinity is printed as the largest number. @internal */
export function clamp(value: number): number {
  return value < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE;
}

function positiveText(value: number): string {
  const [mantissa, exponentText] = value.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const pointAt = Number(exponentText) + 1;
  if (pointAt <= -4 || pointAt > digits.length + 15) {
    return `${mantissa}e${exponent(pointAt - 1)}`;
  }
  if (pointAt <= 0) return `0.${'0'.repeat(-pointAt)}${digits}`;
  if (pointAt >= digits.length) return digits.padEnd(pointAt, '0');
  return `${digits.slice(0, pointAt)}.${digits.slice(pointAt)}`;
}

function exponent(value: number): string {
  const digits = String(Math.abs(value)).padStart(2, '0');
  return `${value < 0 ? '-' : '+'}${digits}`;
}
