/** A ratio from 0 to 1 as a percentage; a dash as long as there is none. */
export function ratioText(ratio: number | undefined): string {
  return ratio === undefined
    ? '–'
    : new Intl.NumberFormat(undefined, { style: 'percent' }).format(ratio);
}
